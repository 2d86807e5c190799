import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { InputFile, ReadResult } from '$lib/formats/formats';
import { readFiles } from '$lib/formats/in/read-files';
import { given, reading } from './given';

/* Files as other programs write them, with the dirt they are known to have, made up for these tests. */

const root = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));

/** The bytes of a sample file. */
export function sample(name: string): Uint8Array<ArrayBuffer> {
	return new Uint8Array(readFileSync(root + name));
}

/** All files of a sample folder, by their paths in it. */
export function sampleFolder(name: string): Map<string, Uint8Array<ArrayBuffer>> {
	const files = readdirSync(root + name, { recursive: true, withFileTypes: true })
		.filter((one) => one.isFile())
		.map((one) => `${one.parentPath}/${one.name}`)
		.toSorted();
	return new Map(
		files.map((path) => [
			path.slice(root.length + name.length + 1),
			new Uint8Array(readFileSync(path))
		])
	);
}

/** An archive of texts and bytes, packed by another hand than ours. */
export function zipOf(files: Record<string, string | Uint8Array>): Uint8Array {
	const entries = Object.entries(files).map(([path, content]) => [
		path,
		typeof content === 'string' ? strToU8(content) : content
	]);
	return zipSync(Object.fromEntries(entries) as Zippable, { mtime: new Date(2021, 0, 2, 12) });
}

/** Reads what a person would give, as the tests do. */
export function read(...files: (InputFile | Blob | string | Uint8Array)[]): Promise<ReadResult> {
	const all = files.map((file) =>
		file instanceof Blob || typeof file === 'string' || file instanceof Uint8Array
			? given(file)
			: file
	);
	return readFiles(all, reading);
}

/** What was skipped, each as `why: what`. */
export function skipped({ incoming }: ReadResult): string[] {
	return incoming.skipped.map(({ name, reason }) => `${reason}: ${name}`);
}

/** What matters of each page: its day, the clock of UTC, and its text. */
export function pages({ incoming }: ReadResult): [day: string, utc: string, text: string][] {
	return incoming.entries.map(({ written, text }) => [
		written.day,
		new Date(written.at).toISOString().slice(0, 19),
		text
	]);
}
