import { expect, test } from 'vitest';
import { EssayError, readEssayText } from '$lib/essay/essay';

/* Essays of many shapes, written for these tests. */

const sentence = 'The kettle was on, and nobody in the house had spoken since the rain began.';
const long = Array.from({ length: 4 }, () => sentence).join(' ');
const headings = async (text: string): Promise<(string | null)[]> =>
	(await readEssayText(text)).parts.map(({ heading }) => heading);
const refused = async (text: string): Promise<string> => {
	try {
		await readEssayText(text);
		return 'read';
	} catch (error) {
		return error instanceof EssayError ? error.code : 'another error';
	}
};

test('numbered parts', async () => {
	const text = `A Winter of Lists\n\n1. The first list\n\n${long}\n\n2. What was not on it\n\n${long}\n\nIII. Paper\n\n${long}`;
	expect((await readEssayText(text)).title).toBe('A Winter of Lists');
	expect(await headings(text)).toEqual([
		'1. The first list',
		'2. What was not on it',
		'III. Paper'
	]);
});

test('headings within headings divide by the highest of them', async () => {
	const text = `# Rooms\n\n## Kitchen\n\n${long}\n\n### The table\n\n${long}\n\n## Hall\n\n${long}`;
	const essay = await readEssayText(text);
	expect(essay.title).toBe('Rooms');
	expect(await headings(text)).toEqual(['Kitchen', 'Hall']);
	expect(essay.parts[0]?.paragraphs).toEqual([long, 'The table', long]);
});

test('a poem keeps its lines', async () => {
	const verse = 'I left the lamp on\nand the door ajar\nso that the dark\nwould know where we are';
	const essay = await readEssayText(`Lamp\n\n${verse}\n\n${verse}`);
	expect(essay.title).toBe('Lamp');
	expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual([verse, verse]);
});

test('what is spoken is no heading', async () => {
	const text = `What We Said in the Car\n\n“Left Here,” She Said\n\n${long}\n\n— Not Yet\n\n${long}`;
	expect(await headings(text)).toEqual([null]);
});

test('a text that nothing divides is cut between its paragraphs, into parts of about the same length', async () => {
	const paragraphs = Array.from({ length: 24 }, (_, index) => `${index}: ${long}`);
	const essay = await readEssayText(`Untold\n\n${paragraphs.join('\n\n')}`);
	expect(essay.parts.length).toBeGreaterThan(2);
	expect(essay.parts.flatMap((part) => part.paragraphs)).toEqual(paragraphs);
	const lengths = essay.parts.map((part) => part.paragraphs.length);
	expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
});

test('one paragraph is one part', async () => {
	const essay = await readEssayText(long);
	expect(essay).toMatchObject({ title: '', parts: [{ heading: null, paragraphs: [long] }] });
});

test('stars divide a text without headings', async () => {
	const text = `${long}\n\n* * *\n\n${long}\n\n***\n\n${long}`;
	expect((await readEssayText(text)).parts.map(({ paragraphs }) => paragraphs)).toEqual([
		[long],
		[long],
		[long]
	]);
});

test('letters are divided by their lines in capitals', async () => {
	const text = `TO MY SISTER\n\n${long}\n\nTO THE NEIGHBOUR\n\n${long}\n\nTO NOBODY\n\n${long}`;
	const essay = await readEssayText(text);
	expect([essay.title, ...(await headings(text))].filter(Boolean)).toEqual([
		'TO MY SISTER',
		'TO THE NEIGHBOUR',
		'TO NOBODY'
	]);
	expect(essay.parts.flatMap(({ paragraphs }) => paragraphs)).toEqual([long, long, long]);
});

test('from right to left', async () => {
	const line = 'في ذلك المساء لم يقل أحد شيئاً، وكان المطر يسمع من الغرفة الأخرى طوال الليل.';
	const html = `<article dir="rtl" lang="ar"><h1>المساء</h1><h2>المطر</h2><p>${line}</p><h2>الصباح</h2><p>${line}</p></article>`;
	const essay = await readEssayText(html);
	expect(essay.title).toBe('المساء');
	expect(await headings(html)).toEqual(['المطر', 'الصباح']);
	expect(essay.parts[0]?.paragraphs).toEqual([line]);
});

test('in Japanese', async () => {
	const line =
		'その夜は誰も何も言わず、隣の部屋から雨の音だけが聞こえていた。やかんの湯が沸いていた。';
	const text = `雨の夜\n\n一、台所\n\n${line}\n\n二、朝\n\n${line}`;
	const essay = await readEssayText(text);
	expect(essay.title).toBe('雨の夜');
	expect(await headings(text)).toEqual(['一、台所', '二、朝']);
});

test('lines that were broken to fit are put together again', async () => {
	const broken = `${sentence.slice(0, 60).trim()}\n${sentence.slice(0, 58).trim()}\n${sentence.slice(0, 20).trim()}`;
	const [paragraph = ''] =
		(await readEssayText(`${broken}\n\n${broken}`)).parts[0]?.paragraphs ?? [];
	expect(paragraph).not.toContain('\n');
});

test('a very long essay is read, and one that is no essay is refused', async () => {
	const paragraphs = Array.from({ length: 4_000 }, (_, index) => `${index} ${long}`);
	const essay = await readEssayText(paragraphs.join('\n\n'));
	expect(essay.parts.flatMap((part) => part.paragraphs)).toHaveLength(4_000);
	expect(await refused('x '.repeat(1_100_000))).toBe('too-large');
	expect(await refused('<p>x</p>'.repeat(60_000))).toBe('too-large');
	expect(await refused(' \n\t ')).toBe('empty');
	expect(await refused('<html><body><nav>Home</nav><script>1</script></body></html>')).toBe(
		'nothing-found'
	);
});
