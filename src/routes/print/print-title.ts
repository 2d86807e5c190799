/** The file name that a browser suggests: it contains only the day of printing. */
export function printFileName(today: string): string {
	return `notes-${today}`;
}

/**
 * Sets the tab's title, which a browser suggests as the file name and writes into the file; returns a function that
 * restores the old one.
 */
export function setTabTitle(name: string): () => void {
	const title = document.head.querySelector('title');
	// While the app is covered the cover's own title comes first, and must stay.
	if (!title || window.ownVoiceCover?.covered) return () => undefined;
	const previous = title.textContent;
	title.textContent = name;
	return () => (title.textContent = previous);
}
