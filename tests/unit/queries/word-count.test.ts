import { expect, test } from 'vitest';
import { countWords, countWordsByMonth } from '$lib/queries/word-count';

const at = (day: string, text: string) => ({ text, written: { at: 0, zone: 'UTC', day } });
const rest = () => Promise.resolve();

test('words that stand apart are counted by their letters', () => {
	expect(countWords('')).toBe(0);
	expect(countWords(' \n\n … — ')).toBe(0);
	expect(countWords('I don’t know, it’s 3.5 km')).toBe(6);
	expect(countWords('Zoë naïve e\u0301te')).toBe(3);
	expect(countWords('Не знаю. Δεν ξέρω')).toBe(4);
});

test('as the segmenter counts them', () => {
	const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
	for (const text of [
		'The kettle clicked off, and nobody spoke.',
		'I don’t know; I do not want to.\n\nThen: rain.',
		'At 21:47 I wrote “enough”.'
	]) {
		const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
		expect([text, countWords(text)]).toEqual([text, words.length]);
	}
});

test('words that do not stand apart are counted by the segmenter, and without one by the letter', () => {
	expect(countWords('今日は雨です。')).toBeGreaterThan(2);
	expect(countWords('今日は雨です。')).toBeLessThan(6);
	expect(countWords('今日は雨', null)).toBe(4);
	expect(countWords('今日 and rain', null)).toBe(4);
	// Korean puts spaces between its words.
	expect(countWords('나는 오늘 걸었다', null)).toBe(3);
});

test('a long text without spaces is given to the segmenter piece by piece', () => {
	const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
	const given: number[] = [];
	const noted = {
		segment(text: string) {
			given.push(text.length);
			return segmenter.segment(text);
		}
	};
	const words = countWords(`${'今日は雨です'.repeat(5_000)} and the rain`, noted);
	expect(words).toBeGreaterThan(10_000);
	expect(given.reduce((sum, length) => sum + length, 0)).toBe(30_000);
	expect(Math.max(...given)).toBeLessThanOrEqual(1_000);
});

test('the words of each month are put together', async () => {
	const months = await countWordsByMonth(
		[at('2026-11-01', 'one two'), at('2026-11-30', 'three'), at('2026-12-01', 'four')],
		rest
	);
	expect([...months]).toEqual([
		['2026-11', 3],
		['2026-12', 1]
	]);
	expect((await countWordsByMonth([], rest)).size).toBe(0);
});

test('ten thousand pages are counted in slices, and only once', async () => {
	const text = 'the lamp in the kitchen was on and nobody said it '.repeat(23);
	const pages = Array.from({ length: 10_000 }, (_, index) => at('2026-11-01', `${text} ${index}`));
	let rests = 0;
	const first = await countWordsByMonth(pages, () => {
		rests += 1;
		return Promise.resolve();
	});
	expect(first.get('2026-11')).toBe(10_000 * (11 * 23 + 1));
	expect(rests).toBeGreaterThan(2);
	// A page that changes is another one, so nobody reads the text of these again.
	for (const page of pages) page.text = '';
	expect(await countWordsByMonth(pages, rest)).toEqual(first);
});

test('counting ends when nobody waits', async () => {
	const stop = new AbortController();
	const pages = Array.from({ length: 5_000 }, () => at('2026-11-01', 'word '.repeat(300)));
	const months = await countWordsByMonth(
		pages,
		() => {
			stop.abort();
			return Promise.resolve();
		},
		stop.signal
	);
	expect(months.size).toBe(0);
});
