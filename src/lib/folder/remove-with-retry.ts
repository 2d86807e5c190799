/** So often a file that is held is tried again, and so many milliseconds later. */
const MAX_ATTEMPTS = 20;
const RETRY_MS = 50;

/**
 * Removes a file that was just written to, where it is there and the browser lets it go. A stream that broke off may hold
 * its file for a moment longer than it says.
 */
export async function removeWithRetry(
	directory: Pick<FileSystemDirectoryHandle, 'removeEntry'>,
	name: string
): Promise<void> {
	for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
		try {
			await directory.removeEntry(name);
			return;
		} catch (error) {
			const isLocked = error instanceof DOMException && error.name === 'NoModificationAllowedError';
			if (!isLocked) return;
		}
		await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
	}
}
