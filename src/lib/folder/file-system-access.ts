/*
 * What only some browsers have of https://wicg.github.io/file-system-access (Chrome, Edge and their kin), and
 * TypeScript's own declarations therefore leave out.
 */

/** A folder that a person chose, and the two questions about it. */
export interface WritableDirectory extends FileSystemDirectoryHandle {
	queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
	requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
}

type DirectoryPicker = (options: { mode: 'readwrite'; id: string }) => Promise<WritableDirectory>;

function directoryPicker(): DirectoryPicker | null {
	return (globalThis as { showDirectoryPicker?: DirectoryPicker }).showDirectoryPicker ?? null;
}

/** Whether this browser lets a person give a page a folder. */
export function canPickFolders(): boolean {
	return directoryPicker() !== null;
}

/** Has the person choose a folder; null where they do not. To be called right after a press. */
export async function pickDirectory(): Promise<WritableDirectory | null> {
	try {
		return (await directoryPicker()?.({ mode: 'readwrite', id: 'copies' })) ?? null;
	} catch (error) {
		// Closed without a choice, or a folder that the browser does not give to pages; it has said which.
		if (error instanceof DOMException && error.name === 'AbortError') return null;
		throw error;
	}
}

/** Whether the page may write there; with `ask`, the browser asks the person where it is not settled. */
export async function writePermission(
	directory: WritableDirectory,
	mayPrompt: boolean
): Promise<PermissionState> {
	const descriptor = { mode: 'readwrite' } as const;
	return mayPrompt
		? directory.requestPermission(descriptor)
		: directory.queryPermission(descriptor);
}
