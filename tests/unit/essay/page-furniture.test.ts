import { describe, expect, test } from 'vitest';
import { readEssayText } from '$lib/essay/essay';

/* What stands about an essay goes, and nothing of the essay goes with it. */

const sentence = 'The kettle was on, and nobody in the house had spoken since the rain began.';
const long = Array.from({ length: 4 }, () => sentence).join(' ');
const chapter = (heading: string): string => `## ${heading}\n\n${long}`;
const headings = async (text: string): Promise<(string | null)[]> =>
	(await readEssayText(text)).parts.map(({ heading }) => heading);
const words = async (text: string): Promise<string[]> =>
	(await readEssayText(text)).parts.flatMap(({ paragraphs }) => paragraphs);

describe('names of elements', () => {
	test.each([
		'content-area no-sidebar',
		'has-sidebar',
		'with-sidebar',
		'right-sidebar',
		'left-sidebar',
		'post hentry category-social tag-newsletter'
	])('%s is no furniture', async (names) => {
		const page = (below: string): string =>
			`<html><body><div class="${names}"><p>${long}</p></div><p>${below}</p></body></html>`;
		expect(await words(page('Some site line.'))).toEqual([long, 'Some site line.']);
		expect(await words(page(`${long} ${long}`))).toEqual([long, `${long} ${long}`]);
	});

	test('one that takes most of the text away is not believed', async () => {
		const page = `<html><body><div class="modal"><p>${long}</p></div><p>Some site line.</p></body></html>`;
		expect(await words(page)).toEqual([long, 'Some site line.']);
	});

	test('one that takes little away is', async () => {
		const page = `<html><body><div class="post"><p>${long}</p><div class="no-js share"><p>Send it on.</p></div></div></body></html>`;
		expect(await words(page)).toEqual([long]);
	});

	test('what is certainly beside the text stays out, whatever there is of it', async () => {
		const page = `<html><body><p>${sentence}</p><nav class="menu"><p>${long}</p></nav><p hidden>${long}</p></body></html>`;
		expect(await words(page)).toEqual([sentence]);
	});
});

describe('a heading of the essay', () => {
	test.each(['Responses', 'Comments', 'Read Next', 'About the Writer', 'Related'])(
		'“%s” is no end where the essay goes on below it',
		async (name) => {
			const text = ['# Rooms', ...['Kitchen', 'Hall', name, 'Attic'].map(chapter)].join('\n\n');
			expect(await headings(text)).toEqual(['Kitchen', 'Hall', name, 'Attic']);
			const last = ['# Rooms', ...['Kitchen', 'Hall', name].map(chapter)].join('\n\n');
			expect(await headings(last)).toEqual(['Kitchen', 'Hall', name]);
		}
	);

	test.each(['Home', 'Search', 'Listen', 'Follow'])('“%s” is not dropped', async (name) => {
		const text = ['# Rooms', ...['Kitchen', name, 'Attic'].map(chapter)].join('\n\n');
		expect(await headings(text)).toEqual(['Kitchen', name, 'Attic']);
	});

	test('that is known stays, even as a line of plain text', async () => {
		const text = ['Rooms', long, 'Home', long, 'Responses', long].join('\n\n');
		const essay = await readEssayText(text, ['Home', 'Responses']);
		expect(essay.parts.map(({ heading }) => heading)).toEqual([null, 'Home', 'Responses']);
	});
});

test('a spoken line in the midst of a text is no end of it', async () => {
	const text = ['Rooms', long, long, long, 'Keep reading.', long, long, 'Share', 'Comments (2)'];
	const essay = await readEssayText(text.join('\n\n'));
	expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual(text.slice(1, 7));
});

test('what stands below an essay goes, with the words of others that are long', async () => {
	const essay = ['# Rooms', ...['Kitchen', 'Hall', 'Attic'].map(chapter)];
	const page = ['### About the Creator', 'A walker.', '### Comments (1)', `${long} ${long}`];
	expect(await words([...essay, ...page].join('\n\n'))).toEqual([long, long, long]);
	const pasted = ['About the Creator', 'A walker.', 'Comments', `${long} ${long}`];
	expect(await words([...essay, ...pasted].join('\n\n'))).toEqual([long, long, long]);
});

test('what was left out can be had', async () => {
	const text = ['# Rooms', 'Share', ...['Kitchen', 'Hall'].map(chapter), '### Comments', 'Nice.'];
	const { removedCount, removedLines } = await readEssayText(text.join('\n\n'));
	expect(removedLines).toEqual(['Share', 'Comments', 'Nice.']);
	expect(removedCount).toBe(3);
});
