import { describe, expect, test, vi } from 'vitest';
import { readFiles, detectInputFormat } from '$lib/formats/in/read-files';
import { formatLimits } from '$lib/formats/limits';
import { Yielder } from '$lib/work/yielder';
import { archiveFiles } from '$lib/formats/in/zip-reader';
import { thorough } from '../../thorough';
import { entry, headerAt, patched } from './broken';
import { given, reading } from './given';
import { read, zipOf } from './sample';

/* What would take more than it may is refused before much is spent. */

describe('an archive that unpacks to more than it can hold', () => {
	const zeros = new Uint8Array(20_000_000).fill(0x20);
	/** An archive of one entry whose headers both claim this uncompressed size. */
	function saying(file: Uint8Array, size: number): Uint8Array {
		const claim = new Uint8Array(new Uint32Array([size]).buffer);
		return patched(patched(file, 22, ...claim), headerAt(file, 1) + 24, ...claim);
	}

	test('is refused by what it says, and where it lies by what comes out, without unpacking it all', async () => {
		const bomb = zipOf({ 'Journal.json': zeros });
		expect(bomb.length).toBeLessThan(formatLimits.ratioFromBytes);
		await expect(read(bomb)).rejects.toMatchObject({ code: 'bomb' });
		const lying = saying(bomb, 1_000);
		await expect(read(lying)).rejects.toMatchObject({ code: 'damaged' });
	});

	test('gives out no more than it said, and stops soon after', async () => {
		const bomb = zipOf({ 'Journal.json': zeros });
		const said = 100_000;
		const [file] = await archiveFiles(given(saying(bomb, said)), 'UTC');
		let bytes = 0;
		const reading = async (): Promise<void> => {
			for await (const chunk of file?.chunks() ?? []) bytes += chunk.length;
		};
		await expect(reading()).rejects.toMatchObject({ code: 'damaged' });
		expect(bytes).toBeLessThanOrEqual(said);
	});

	test('is refused when its files lie on top of one another', async () => {
		const file = zipOf({ 'a.md': 'word '.repeat(5_000) });
		const at = headerAt(file, 1);
		const bytes = file.subarray(at, headerAt(file, 5));
		const piled = new Uint8Array(at + bytes.length * 500 + 22);
		piled.set(file.subarray(0, at));
		for (let copy = 0; copy < 500; copy += 1) piled.set(bytes, at + bytes.length * copy);
		const tail = new DataView(piled.buffer, at + bytes.length * 500);
		tail.setUint32(0, 0x06054b50, true);
		for (const place of [8, 10]) tail.setUint16(place, 500, true);
		tail.setUint32(12, bytes.length * 500, true);
		tail.setUint32(16, at, true);
		await expect(read(piled)).rejects.toMatchObject({ code: 'bomb' });
	});

	test('is refused when one of its files reaches into the next', async () => {
		const file = zipOf({ 'a.md': 'word', 'b.md': 'word '.repeat(50) });
		const at = headerAt(file, 1);
		const longer = patched(patched(file, 18, 30), at + 20, 30);
		await expect(read(longer)).rejects.toMatchObject({ code: 'bomb' });
	});

	test('is refused when all files together say that they are too large, before one is read', async () => {
		const four = zipOf(
			Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.md`, name]))
		);
		const claim = new Uint8Array(new Uint32Array([30_000_000]).buffer);
		const places = Array.from(four.keys()).filter((at) => headerAt(four.subarray(at), 1) === 0);
		const claiming = places.reduce((file, at) => patched(file, at + 24, ...claim), four);
		await expect(detectInputFormat([given(claiming)])).rejects.toMatchObject({ code: 'too-large' });
	});
});

describe('a central directory', () => {
	test('that says that it is larger than any is not read', async () => {
		const file = zipOf({ 'a.md': 'A page' });
		const claim = new Uint8Array(new Uint32Array([formatLimits.archiveDirectoryBytes + 1]).buffer);
		const end = headerAt(file, 5);
		const asked = archiveFiles(given(patched(file, end + 12, ...claim)), 'UTC');
		await expect(asked).rejects.toMatchObject({ code: 'too-large' });
	});

	test('of many names can be given up', async () => {
		const names = Array.from({ length: 3_000 }, (_, at) => [`${at}.jpg`, ''] as const);
		const file = given(zipOf(Object.fromEntries(names)));
		const controller = new AbortController();
		const asked = archiveFiles(file, 'UTC', new Yielder({ signal: controller.signal }));
		controller.abort();
		await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
	});

	// It takes as long as a hundred others.
	test.runIf(thorough)('of more names than are taken is refused', async () => {
		const names = Array.from(
			{ length: formatLimits.archiveFiles + 1 },
			(_, at) => [`${at}.jpg`, ''] as const
		);
		const file = given(zipOf(Object.fromEntries(names)));
		await expect(archiveFiles(file, 'UTC')).rejects.toMatchObject({ code: 'too-large' });
	});
});

describe('much', () => {
	test('of fifty megabytes, one text is refused, and one journal read', async () => {
		const long = new Blob(['word '.repeat(1_000_000)]);
		await expect(read(long)).rejects.toMatchObject({ code: 'too-large' });
		const line = new Blob(['word '.repeat(200_000)]);
		const huge = new Blob(Array<Blob>(50).fill(line));
		await expect(read(huge)).rejects.toMatchObject({ code: 'too-large' });
		const richText = 'x'.repeat(5_000);
		const one = new Blob([`,${JSON.stringify({ ...entry, richText })}`]);
		const many = new Blob([
			'{"entries":[',
			JSON.stringify(entry),
			...Array<Blob>(10_000).fill(one),
			']}'
		]);
		expect(many.size).toBeGreaterThan(50_000_000);
		expect((await read(many)).incoming.entries).toHaveLength(10_001);
	});

	test('can be given up', async () => {
		const one = new Blob([`,${JSON.stringify(entry)}`]);
		const many = new Blob([
			'{"entries":[',
			JSON.stringify(entry),
			...Array<Blob>(50_000).fill(one),
			']}'
		]);
		const controller = new AbortController();
		const seen: number[] = [];
		const asked = readFiles([given(many)], {
			...reading,
			signal: controller.signal,
			onProgress(done) {
				seen.push(done);
				controller.abort();
			}
		});
		await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
		expect(seen).toHaveLength(1);
		expect(seen[0]).toBeLessThan(0.9);
	});
});

test('listing an archive of many names asks no clock: only pages that say no day need one', async () => {
	const names = Array.from({ length: 3_000 }, (_, at) => [`${at}.jpg`, ''] as const);
	const file = given(zipOf(Object.fromEntries([...names, ['page.md', 'A page']])));
	const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
	await detectInputFormat([file], { zone: 'Europe/Lisbon' });
	expect(asked).not.toHaveBeenCalled();
	await readFiles([file], { ...reading, zone: 'Europe/Lisbon' });
	expect(asked.mock.calls.length).toBeLessThan(20);
	asked.mockRestore();
});
