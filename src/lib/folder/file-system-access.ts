/*
 * What only some browsers have of https://wicg.github.io/file-system-access (Chrome, Edge and their kin), and
 * TypeScript's own declarations therefore leave out.
 */

/** A folder that a person chose, and the two questions about it. */
export interface Directory extends FileSystemDirectoryHandle {
	queryPermission(wish: { mode: 'readwrite' }): Promise<PermissionState>;
	requestPermission(wish: { mode: 'readwrite' }): Promise<PermissionState>;
}

type Picker = (options: { mode: 'readwrite'; id: string }) => Promise<Directory>;

function picker(): Picker | null {
	return (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker ?? null;
}

/** Whether this browser lets a person give a page a folder. */
export function canPickFolders(): boolean {
	return picker() !== null;
}

/** Has the person choose a folder; null where they do not. To be called right after a press. */
export async function pickDirectory(): Promise<Directory | null> {
	try {
		return (await picker()?.({ mode: 'readwrite', id: 'copies' })) ?? null;
	} catch (error) {
		// Closed without a choice, or a folder that the browser does not give to pages; it has said which.
		if (error instanceof DOMException && error.name === 'AbortError') return null;
		throw error;
	}
}

/** Whether the page may write there; with `ask`, the browser asks the person where it is not settled. */
export async function mayWrite(directory: Directory, ask: boolean): Promise<PermissionState> {
	const wish = { mode: 'readwrite' } as const;
	return ask ? directory.requestPermission(wish) : directory.queryPermission(wish);
}
