import { describe, expect, test } from 'vitest';
import { readEssayText } from '$lib/essay/essay';

/* Title, author and language, and that looking for them takes nothing of the essay away. */

const sentence = 'The kettle was on, and nobody in the house had spoken since the rain began.';
const long = Array.from({ length: 4 }, () => sentence).join(' ');

describe('an author', () => {
	test.each(['By the River', 'By The River', 'By Anna Writer'])('is no heading: %s', (name) => {
		const essay = readEssayText(`# My Essay\n\n## ${name}\n\n${long}\n\n## Home Again\n\n${long}`);
		expect(essay.author).toBe('');
		expect(essay.parts.map(({ heading }) => heading)).toEqual([name, 'Home Again']);
	});

	test.each([
		['By Anna Writer', 'Anna Writer'],
		['by Anna B. O’Writer', 'Anna B. O’Writer'],
		['BY ANNA WRITER', 'ANNA WRITER'],
		['By Ludwig van der Berg', 'Ludwig van der Berg'],
		['By Anna', 'Anna'],
		['By the river', ''],
		['By the end of May', '']
	])('stands below a title: %s', (line, author) => {
		const essay = readEssayText(`# My Essay\n\n${line}\n\n${long}`);
		expect(essay.author).toBe(author);
		expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual(
			author === '' ? [line, long] : [long]
		);
	});

	test('of one name is one only directly below the title', () => {
		const essay = readEssayText(`# My Essay\n\n${sentence}\n\nBy Morning\n\n${long}`);
		expect(essay.author).toBe('');
		expect(essay.parts[0]?.paragraphs).toEqual([sentence, 'By Morning', long]);
	});

	test('is not the first line of a plain text', () => {
		const { title, author, parts } = readEssayText(`A Walk\n\nBy the river\n\n${long}`);
		expect([title, author]).toEqual(['A Walk', '']);
		expect(parts.flatMap(({ paragraphs }) => paragraphs)).toEqual(['By the river', long]);
	});
});

describe('a title that stands lower', () => {
	const page = (above: string): string =>
		`<html><head><meta property="og:title" content="The River"></head><body>${above}<h2>The River</h2><p>${long}</p></body></html>`;

	test('takes no paragraph above it away', () => {
		const essay = readEssayText(page(`<p>${sentence}</p><p>${long}</p>`));
		expect(essay.title).toBe('The River');
		expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual([sentence, long, long]);
		expect(essay.leftOut).toBe(0);
	});

	test('takes the name of the page away, and says so', () => {
		const essay = readEssayText(page('<p>Some Stories</p><p>Walking</p>'));
		expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual([long]);
		expect(essay.leftOutLines).toEqual(['Some Stories', 'Walking']);
		expect(essay.leftOut).toBe(2);
	});
});

test.each([
	['en', 'en'],
	[' pt-BR ', 'pt-BR'],
	['zh-Hant-TW', 'zh-Hant-TW'],
	['e', ''],
	['en US', ''],
	['en"onclick', ''],
	['x'.repeat(100_000), ''],
	[`en${'-abcdefgh'.repeat(4)}`, '']
])('the language of a page is a tag or nothing: %#', (said, language) => {
	const html = `<html lang='${said}'><body><p>${long}</p></body></html>`;
	expect(readEssayText(html).language).toBe(language);
});
