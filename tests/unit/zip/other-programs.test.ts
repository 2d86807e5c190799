import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { deflated, DeflateStream, dosDateTime, stored, ZipStreamWriter } from '$lib/zip/zip';

/*
 * What `ZipStreamWriter` writes is read here by two programs that know nothing of it: zip.js at its strictest, and
 * Info-ZIP's `unzip`, where the machine has it.
 */

const encoder = new TextEncoder();
const modified = dosDateTime(new Date('2026-11-22T21:47:00Z'));
const texts = new Map([
	['README.txt', 'What is in here'],
	['pages/2026-11-22-2147.md', 'The house was quiet.\n'.repeat(5_000)],
	['pages/Größe 大小.md', ''],
	['padding', '\0'.repeat(100_000)]
]);

function archive(): Uint8Array<ArrayBuffer> {
	const writer = new ZipStreamWriter(100);
	const chunks: Uint8Array[] = [];
	for (const [name, text] of texts) {
		const bytes = encoder.encode(text);
		const stream = new DeflateStream(6);
		stream.push(bytes);
		const data =
			name === 'padding'
				? stored([bytes])
				: name === 'README.txt'
					? deflated(bytes, 1)
					: stream.end();
		chunks.push(...writer.add(name, modified, data));
	}
	chunks.push(...writer.end());
	return new Uint8Array(Buffer.concat(chunks));
}

test('zip.js finds nothing ambiguous in an archive, and reads every entry of it', async () => {
	const reader = new ZipReader(new BlobReader(new Blob([archive()])), {
		useWebWorkers: false,
		strictness: 'strict',
		checkCrc32: true,
		checkOverlappingEntry: true
	});
	const found = new Map<string, string>();
	for (const entry of await reader.getEntries()) {
		if (entry.directory) throw new Error('a folder');
		const bytes = await entry.getData(new Uint8ArrayWriter());
		found.set(entry.filename, new TextDecoder().decode(bytes));
	}
	expect(found).toEqual(texts);
	expect(reader.warnings ?? []).toEqual([]);
});

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;
test.skipIf(!hasUnzip)('`unzip -t` finds no error in an archive', () => {
	const folder = mkdtempSync(join(tmpdir(), 'own-voice-'));
	const file = join(folder, 'archive.zip');
	writeFileSync(file, archive());
	const { status, stdout } = spawnSync('unzip', ['-t', file], { encoding: 'utf8' });
	rmSync(folder, { recursive: true });
	expect(stdout).toContain('No errors detected');
	expect(status).toBe(0);
});
