import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	BlobReader,
	configure,
	Uint8ArrayReader,
	Uint8ArrayWriter,
	ZipReader,
	ZipWriter,
	type FileEntry
} from '@zip.js/zip.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paddedZip } from '$lib/backup/padded-zip';
import { filesIn } from '$lib/formats/zip-reader';
import { Pace } from '$lib/formats/pace';
import { packed } from '$lib/formats/zip-writer';
import { thorough } from '../../thorough';
import { archive, modified, readArchive, type File } from './archives';

/*
 * Other programs as judges of our archives: zip.js at its strictest and `unzip -t` read what is written here, and what
 * zip.js writes is read here.
 */

const line = Buffer.from('Some words of a page, and then some more of them. ');
const files: File[] = [
	{ name: 'README.txt', bytes: Buffer.from('How it is opened') },
	{ name: 'journal.json', bytes: Array<Buffer>(9_000).fill(line) },
	{ name: 'pages/2026-11-22 é 日.md', bytes: Buffer.from('# A page\n') },
	{ name: 'empty.md', bytes: Buffer.alloc(0) },
	{ name: 'stored', bytes: Buffer.alloc(70_000), isStored: true }
];
const contentOf = ({ bytes }: File): Buffer =>
	Buffer.from(bytes instanceof Uint8Array ? bytes : Buffer.concat(bytes));

const exported = (count: number): Promise<Blob> =>
	packed(
		Array.from({ length: count }, (_, at) => ({
			path: `2026/${at}.md`,
			pieces: [`Page ${at}`],
			at: modified.getTime(),
			zone: 'UTC'
		})),
		count,
		new Pace()
	);

/** The archives that this app writes. */
const written: [what: string, bytes: () => Promise<Uint8Array> | Uint8Array][] = [
	['an archive of a stream', () => archive(files)],
	['an archive without an entry', () => archive([])],
	[
		'a backup with its padding',
		() => Buffer.concat([...paddedZip(files, modified, (size) => size + 100_000)])
	],
	['an export', async () => new Uint8Array(await (await exported(40)).arrayBuffer())]
];

beforeAll(() => configure({ useWebWorkers: false }));

test.each(written)('zip.js at its strictest reads %s', async (_, write) => {
	const bytes = await write();
	const strict = { strictness: 'strict', checkCrc32: true, checkOverlappingEntry: true } as const;
	const reader = new ZipReader(new Uint8ArrayReader(bytes), strict);
	const entries = (await reader.getEntries()) as FileEntry[];
	expect(reader.warnings).toEqual([]);
	const ours = await readArchive(bytes);
	expect(entries.map(({ filename }) => filename)).toEqual([...ours.keys()]);
	for (const entry of entries) {
		const data = await entry.getData(new Uint8ArrayWriter());
		expect(Buffer.compare(data, ours.get(entry.filename) ?? Buffer.of(1))).toBe(0);
		expect(entry.warnings).toEqual([]);
		expect(entry.filenameUTF8).toBe(true);
		expect(entry.lastModDate.getFullYear()).toBe(2026);
	}
});

// It takes as long as a hundred others.
test.runIf(thorough)('zip.js counts more entries than sixteen bits as we do', async () => {
	const blob = await exported(65_540);
	const reader = new ZipReader(new BlobReader(blob), { strictness: 'strict' });
	let count = 0;
	for await (const { filename } of reader.getEntriesGenerator()) {
		if (filename !== `2026/${count}.md`) break;
		count += 1;
	}
	expect(count).toBe(65_540);
	expect(await filesIn({ name: 'a', content: blob, changed: null }, 'UTC')).toHaveLength(65_540);
});

test.each([
	['with data descriptors', {}],
	['with the sizes in front', { dataDescriptor: false }],
	['stored', { level: 0, dataDescriptor: false }],
	['in zip64', { zip64: true }],
	['in zip64, the sizes in front', { zip64: true, dataDescriptor: false }]
])('what zip.js writes %s is read by its central directory', async (_, options) => {
	const bytes = await theirs(options);
	const found = await filesIn({ name: 'a', content: new Blob([bytes]), changed: null }, 'UTC');
	expect(found.map(({ path }) => path)).toEqual(files.map(({ name }) => name));
	for (const [index, file] of files.entries()) {
		const chunks: Uint8Array[] = [];
		for await (const chunk of found[index]?.chunks() ?? []) chunks.push(chunk);
		expect(Buffer.compare(Buffer.concat(chunks), contentOf(file))).toBe(0);
	}
});

test('what zip.js writes in the plainest way is read as a stream', async () => {
	const plain = { dataDescriptor: false, extendedTimestamp: false };
	for (const level of [0, 6]) {
		const found = await readArchive(await theirs({ ...plain, level }));
		expect([...found.keys()]).toEqual(files.map(({ name }) => name));
		for (const file of files) {
			expect(Buffer.compare(found.get(file.name) ?? Buffer.of(1), contentOf(file))).toBe(0);
		}
	}
});

async function theirs(options: object): Promise<Uint8Array<ArrayBuffer>> {
	const writer = new ZipWriter(new Uint8ArrayWriter(), options);
	for (const file of files) await writer.add(file.name, new Uint8ArrayReader(contentOf(file)));
	return writer.close();
}

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'own-voice-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.for(written.filter(([what]) => !what.includes('without')))(
	'unzip -t finds no error in %s',
	async ([what, write], { skip }) => {
		skip(!hasUnzip, 'unzip is not installed');
		const path = join(folder, `${what}.zip`);
		writeFileSync(path, await write());
		const said = execFileSync('unzip', ['-t', path], { encoding: 'utf8' });
		expect(said).toContain('No errors detected');
	}
);
