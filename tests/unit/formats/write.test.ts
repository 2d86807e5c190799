import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatCheckIn, formatLongDay, letterTitle } from '$lib/formats/out/export-labels';
import { writeEntries } from '$lib/formats/formats';
import { readFiles } from '$lib/formats/in/read-files';
import { steps } from '$lib/model/vocabulary';
import { describeCheckIn } from '$lib/app/words/check-in-words';
import { formatLongDate } from '$lib/app/dates/format-date';
import { letterWords } from '$lib/app/words/letter-words';
import { all, given, reading } from './given';
import { full, page } from './written';

test('writing leaves out what it is told to', async () => {
	const none = { questions: false, margin: false, checkIns: false };
	for (const format of ['day-one', 'markdown', 'jrnl', 'plain-text', 'csv', 'html'] as const) {
		const blob = await writeEntries(format, [full], none);
		const bytes = new Uint8Array(await blob.arrayBuffer());
		const text =
			format === 'day-one' || format === 'markdown'
				? Object.values(unzipSync(bytes))
						.map((one) => strFromU8(one))
						.join()
				: strFromU8(bytes);
		expect(text).not.toMatch(/table|blue|sad|unpleasant|feel/);
		expect(text).toMatch(format === 'csv' ? /Kitchen/ : /And a letter/);
	}
	const plain = given(await writeEntries('markdown', [full], none));
	const [back] = (await readFiles([plain], reading)).incoming.entries;
	expect(back).toMatchObject({
		text: full.text,
		question: null,
		margin: [],
		words: [],
		before: null
	});
});

test('writing can be given up', async () => {
	const pages = Array.from({ length: 3_000 }, (_, at) => page(at, { text: 'word '.repeat(500) }));
	for (const format of ['day-one', 'markdown', 'html'] as const) {
		const controller = new AbortController();
		controller.abort();
		const asked = writeEntries(format, pages, { ...all, signal: controller.signal });
		await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
	}
});

test('the words in a file are those of the pages', () => {
	const places = [...steps, null];
	for (const feel of places) {
		for (const stir of places) {
			expect(formatCheckIn({ feel, stir })).toBe(describeCheckIn({ feel, stir }));
		}
	}
	for (const letter of ['unsent', 'later-self', 'earlier-self'] as const) {
		expect(letterTitle({ letter })).toBe(letterWords[letter].title);
	}
	for (const day of ['2025-11-09', '1999-01-01', 'no day']) {
		expect(formatLongDay(day)).toBe(formatLongDate(day));
	}
});
