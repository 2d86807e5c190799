/** So often a file that is held is tried again, and so many milliseconds later. */
const TRIES = 20;
const PAUSE = 50;

/**
 * Removes a file that was just written to, where it is there and the browser lets it go. A stream that broke off may hold
 * its file for a moment longer than it says.
 */
export async function removeWhenFree(
	directory: Pick<FileSystemDirectoryHandle, 'removeEntry'>,
	name: string
): Promise<void> {
	for (let made = 1; made <= TRIES; made += 1) {
		try {
			await directory.removeEntry(name);
			return;
		} catch (error) {
			const held = error instanceof DOMException && error.name === 'NoModificationAllowedError';
			if (!held) return;
		}
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
}
