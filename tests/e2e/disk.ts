import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files below a folder that hold one of these strings of bytes, by name. */
export async function filesHolding(folder: string, forms: readonly Buffer[]): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile()) continue;
		const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
		if (forms.some((form) => bytes.includes(form))) found.push(entry.name);
	}
	return found;
}

/** The same for a text, as UTF-8, UTF-16LE or base64. */
export function filesHoldingText(folder: string, text: string): Promise<string[]> {
	return filesHolding(folder, [
		Buffer.from(text, 'utf8'),
		Buffer.from(text, 'utf16le'),
		...[0, 1, 2].map((shift) => {
			// Base64 of a text depends on where in a group of three bytes it begins.
			const encoded = Buffer.from('x'.repeat(shift) + text).toString('base64');
			return Buffer.from(encoded.slice(4, -4));
		})
	]);
}

/** Where Chromium keeps databases: as it does usually, and as it begins to. */
export const backends = [
	[],
	['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout']
] as const;
