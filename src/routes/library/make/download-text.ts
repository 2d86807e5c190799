/** Hands a text to the browser as a file of this name, which lands where downloads do. */
export function downloadText(text: string, name: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser reads the file a moment after it was asked to.
	setTimeout(() => {
		URL.revokeObjectURL(url);
	}, 60_000);
}
