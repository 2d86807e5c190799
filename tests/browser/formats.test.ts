import { expect, test } from 'vitest';
import { entryDefaults, type Entry } from '$lib/model/entry';
import { momentAt } from '$lib/model/moment';
import { toInputFile, writeEntries, type InputFile } from '$lib/formats/formats';
import { readFiles, detectInputFormat } from '$lib/formats/in/read-files';

/* What Node and a browser do differently: files, letters of old encodings, zones and their clocks. */

const reading = { secret: 'a word', zone: 'Europe/Lisbon', now: Date.UTC(2026, 10, 22) };
const all = { questions: true, margin: true, checkIns: true };

const given = (...parts: BlobPart[]): InputFile =>
	toInputFile(new File(parts, 'a file', { lastModified: Date.UTC(2020, 0, 2) }));

const zones = ['Europe/Lisbon', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu', 'UTC'];
const pages: Entry[] = Array.from({ length: 300 }, (_, at) => {
	const written = momentAt(Date.UTC(1990, 0, 1) + at * 3_456_789_012, zones[at % zones.length]);
	return {
		...entryDefaults,
		id: at.toString(16).padStart(32, '0'),
		companion: '',
		section: null,
		question: { promptId: 'x', text: 'What is near?', stance: null, depth: null },
		text: `Page ${at}. *é* 日記 🙂\n\n---\n[2024-01-01 10:00] x`,
		written,
		changed: momentAt(written.at + 60_000, 'UTC'),
		finished: true,
		versions: [],
		label: 'A "name"',
		tags: ['one two'],
		copyOf: null
	};
});

test.each(['day-one', 'markdown'] as const)('pages written as %s are read back', async (format) => {
	const file = given(await writeEntries(format, pages, all));
	expect(await detectInputFormat([file])).toBe(format);
	const { incoming, undated } = await readFiles([file], reading);
	expect(incoming.entries).toEqual(pages);
	expect([incoming.skipped, undated]).toEqual([[], []]);
});

test('letters of Windows and of UTF-16 are read, and dates in other languages', async () => {
	const western = await readFiles(
		[given(Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20, 0x96))],
		reading
	);
	expect(western.incoming.entries[0]?.text).toBe('Café –');
	expect(western.incoming.entries[0]?.written.day).toBe('2020-01-02');
	expect(western.undated).toEqual(['a file']);
	const wide = Uint16Array.from('\ufeff3. März 2021\nSchnee.', (letter) => letter.charCodeAt(0));
	const german = await readFiles([given(wide)], reading);
	expect(german.incoming.entries[0]).toMatchObject({
		text: 'Schnee.',
		written: { day: '2021-03-03' }
	});
});

test('what is broken is refused', async () => {
	const zip = await (await writeEntries('markdown', pages, all)).arrayBuffer();
	const cut = given(zip.slice(0, -100));
	await expect(readFiles([cut], reading)).rejects.toMatchObject({ code: 'damaged' });
	await expect(readFiles([given('{"a":1}')], reading)).rejects.toMatchObject({ code: 'unknown' });
});
