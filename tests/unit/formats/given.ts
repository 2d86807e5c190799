/* How the tests give a file to be read, and have one written. */

/** Everything that can be written of a page. */
export const all = { questions: true, margin: true, checkIns: true };

/** A file as a person gives it. */
export function given(
	content: Blob | string | Uint8Array,
	name = 'a file',
	modifiedAt: number | null = null
): { name: string; content: Blob; modifiedAt: number | null } {
	return {
		name,
		content: content instanceof Blob ? content : new Blob([content as BlobPart]),
		modifiedAt
	};
}

/** How files are read in tests. */
export const reading = {
	secret: 'a word of this journal',
	zone: 'Europe/Lisbon',
	now: Date.UTC(2026, 10, 22)
};
