import { describe, expect, test } from 'vitest';
import { readEssayText } from '$lib/essay/essay';

/* Title, author and language, and that looking for them takes nothing of the essay away. */

const sentence = 'The kettle was on, and nobody in the house had spoken since the rain began.';
const long = Array.from({ length: 4 }, () => sentence).join(' ');

describe('an author', () => {
	test.each(['By the River', 'By The River', 'By Anna Writer'])(
		'is no heading: %s',
		async (name) => {
			const essay = await readEssayText(
				`# My Essay\n\n## ${name}\n\n${long}\n\n## Home Again\n\n${long}`
			);
			expect(essay.author).toBe('');
			expect(essay.parts.map(({ heading }) => heading)).toEqual([name, 'Home Again']);
		}
	);

	test.each([
		['By Anna Writer', 'Anna Writer'],
		['by Anna B. O’Writer', 'Anna B. O’Writer'],
		['BY ANNA WRITER', 'ANNA WRITER'],
		['By Ludwig van der Berg', 'Ludwig van der Berg'],
		['By Anna', 'Anna'],
		['By the river', ''],
		['By the end of May', '']
	])('stands below a title: %s', async (line, author) => {
		const essay = await readEssayText(`# My Essay\n\n${line}\n\n${long}`);
		expect(essay.author).toBe(author);
		expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual(
			author === '' ? [line, long] : [long]
		);
	});

	test('of one name is one only directly below the title', async () => {
		const essay = await readEssayText(`# My Essay\n\n${sentence}\n\nBy Morning\n\n${long}`);
		expect(essay.author).toBe('');
		expect(essay.parts[0]?.paragraphs).toEqual([sentence, 'By Morning', long]);
	});

	test('is not the first line of a plain text', async () => {
		const { title, author, parts } = await readEssayText(`A Walk\n\nBy the river\n\n${long}`);
		expect([title, author]).toEqual(['A Walk', '']);
		expect(parts.flatMap(({ paragraphs }) => paragraphs)).toEqual(['By the river', long]);
	});
});

describe('front matter', () => {
	const below = `# The River\n\n## Morning\n\n${long}`;
	const words = async (text: string): Promise<string> => JSON.stringify(await readEssayText(text));

	test.each([
		['plain', 'title: The Lake\nauthor: Anna Writer', 'The Lake', 'Anna Writer'],
		['in quotes', 'Title: "The \\"Lake\\""\nAuthor: \'Anna\'', 'The "Lake"', 'Anna'],
		['over lines', 'title: >-\n  The\n  Lake\nauthor:\n  - Anna\n  - Ben', 'The Lake', 'Anna, Ben'],
		['of another kind', 'title:\n  short: Lake\ndate: 2024-01-31', 'The River', '']
	])('says title and author, %s', async (_, block, title, author) => {
		for (const text of [`---\n${block}\n---\n${below}`, `\ufeff---\n${block}\n---\n\n${below}`]) {
			const essay = await readEssayText(text.replaceAll('\n', '\r\n'));
			expect([essay.title, essay.author]).toEqual([title, author]);
			expect(JSON.stringify(essay.parts)).not.toContain('Lake');
			expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toContain(long);
		}
	});

	test('that is not front matter is part of the text', async () => {
		expect(await words(`---\nAnna said: no\nand went out\n---\n\n${below}`)).toContain(
			'and went out'
		);
	});
});

describe('a title that stands lower', () => {
	const page = (above: string): string =>
		`<html><head><meta property="og:title" content="The River"></head><body>${above}<h2>The River</h2><p>${long}</p></body></html>`;

	test('takes no paragraph above it away', async () => {
		const essay = await readEssayText(page(`<p>${sentence}</p><p>${long}</p>`));
		expect(essay.title).toBe('The River');
		expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual([sentence, long, long]);
		expect(essay.removedCount).toBe(0);
	});

	test('takes the name of the page away, and says so', async () => {
		const essay = await readEssayText(page('<p>Some Stories</p><p>Walking</p>'));
		expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual([long]);
		expect(essay.removedLines).toEqual(['Some Stories', 'Walking']);
		expect(essay.removedCount).toBe(2);
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
])('the language of a page is a tag or nothing: %#', async (said, language) => {
	const html = `<html lang='${said}'><body><p>${long}</p></body></html>`;
	expect((await readEssayText(html)).language).toBe(language);
});
