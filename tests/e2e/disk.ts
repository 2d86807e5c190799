import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackMozLz4 } from './moz-lz4';

/*
 * Searching the files of a browser's profile. Firefox's session files are unpacked first. Databases are
 * searched as they lie: both browsers may pack what is stored in them with Snappy, which leaves a text as it
 * is unless four letters of it stood shortly before, so a text of random letters is seen and an everyday
 * word might not be. What the app stores is sealed and packs no smaller.
 */

/** Something that should not be there: what to call it, and the bytes that would give it away. */
export interface Sought {
	name: string;
	forms: readonly Buffer[];
}

/** What of this is found below a folder, as `name in file`. */
export async function foundBelow(folder: string, sought: readonly Sought[]): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const bytes = await readFile(path).catch(() => Buffer.alloc(0));
		const unpacked = unpackMozLz4(bytes);
		const holds = (form: Buffer): boolean =>
			bytes.includes(form) || (unpacked?.includes(form) ?? false);
		for (const { name, forms } of sought) {
			if (forms.some(holds)) found.push(`${name} in ${path.slice(folder.length + 1)}`);
		}
	}
	return found;
}

/** The files below a folder that hold one of these strings of bytes. */
export function filesHolding(folder: string, forms: readonly Buffer[]): Promise<string[]> {
	return foundBelow(folder, [{ name: 'bytes', forms }]);
}

/** The same for a text, as UTF-8, UTF-16LE or base64. */
export function filesHoldingText(folder: string, text: string): Promise<string[]> {
	return filesHolding(folder, formsOfText(text));
}

/** How a text may lie on a disk. */
export function formsOfText(text: string): Buffer[] {
	const utf8 = Buffer.from(text, 'utf8');
	return [utf8, Buffer.from(text, 'utf16le'), ...inBase64(utf8)];
}

/** How bytes may lie on a disk. */
export function formsOfBytes(bytes: Buffer): Buffer[] {
	const hex = bytes.toString('hex');
	return [
		bytes,
		...[hex, hex.toUpperCase()].flatMap((text) => [
			Buffer.from(text, 'utf8'),
			Buffer.from(text, 'utf16le')
		]),
		...inBase64(bytes).flatMap((form) => {
			const usual = form.toString('latin1');
			const forAddresses = usual.replaceAll('+', '-').replaceAll('/', '_');
			return [usual, forAddresses].flatMap((text) => [
				Buffer.from(text, 'utf8'),
				Buffer.from(text, 'utf16le')
			]);
		})
	];
}

/** Base64 depends on where in a group of three bytes something begins: the part that does not. */
function inBase64(bytes: Buffer): Buffer[] {
	return [0, 1, 2].map((shift) => {
		const encoded = Buffer.concat([Buffer.alloc(shift, 'x'), bytes]).toString('base64');
		return Buffer.from(encoded.slice(4, -4), 'latin1');
	});
}

/** Where Chromium keeps databases: as it does usually, and as it begins to. */
export const backends = [
	[],
	['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout']
] as const;
