/** What a browser suggests as the name of the file: it says nothing but the day it was printed. */
export function printFileName(today: string): string {
	return `notes-${today}`;
}

/**
 * Gives the tab this name, which a browser suggests for the file and writes into it; returns what gives the
 * old one back.
 */
export function setTabTitle(name: string): () => void {
	const title = document.head.querySelector('title');
	// While the app is covered the cover's own title stands first, and must stay.
	if (!title || window.ownVoiceCover?.covered) return () => undefined;
	const previous = title.textContent;
	title.textContent = name;
	return () => (title.textContent = previous);
}
