/** Downloads a text as a file of this name. */
export function downloadText(text: string, name: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser reads the file a moment after the click.
	setTimeout(() => {
		URL.revokeObjectURL(url);
	}, 60_000);
}
