/** Hands a text to the browser as a file of this name, which lands where downloads do. */
export function handOut(text: string, name: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser reads the file a moment after it was asked to.
	setTimeout(() => {
		URL.revokeObjectURL(address);
	}, 60_000);
}
