import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EssayError, matchSections, readEssay, readEssayText } from '$lib/essay/essay';
import { runs, tries } from '../../thorough';
import { asBook, asMarkdown, asText, asWebPage, type Plain } from './forms';

/* Files that are broken, foreign or hostile: read as what they are, or refused with one code. */

const plain: Plain = {
	title: 'A Short Walk',
	author: 'Nobody Known',
	parts: [
		{ heading: null, paragraphs: ['It began with a door, and ended with the same door.'] },
		{
			heading: 'The Long Way Round',
			paragraphs: ['There was café light on the wet road — and rain.']
		},
		{
			heading: 'And Back Again',
			paragraphs: ['Nobody asked where I had been.', 'I put the kettle on.']
		}
	]
};
const forms = [asText(plain), asMarkdown(plain), asWebPage(plain)];
const given = (bytes: BlobPart) => ({
	name: 'given',
	content: new Blob([bytes]),
	modifiedAt: null
});

async function outcome(bytes: BlobPart): Promise<string> {
	try {
		const essay = await readEssay(given(bytes));
		matchSections(essay.parts, [{ id: 's1', heading: 'The Long Way Round' }]);
		return 'read';
	} catch (error) {
		if (error instanceof EssayError) return error.code;
		throw error;
	}
}

test('whatever is changed, cut or put into a text, it is read or refused', async () => {
	const piece = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 30 }),
		fc.constantFrom(
			'<',
			'</',
			'<!--',
			'<![CDATA[',
			'<p',
			'&#x',
			'\0',
			'# ',
			'---\n',
			'\ud800',
			'<svg><script>'
		)
	);
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...forms),
			fc.nat(),
			fc.nat(60),
			piece,
			async (text, at, cut, put) => {
				const place = at % text.length;
				await outcome(text.slice(0, place) + put + text.slice(place + cut));
			}
		),
		tries(10_000, 33)
	);
	expect(await outcome(forms[0] ?? '')).toBe('read');
});

test('whatever bits of a book are turned, it is read or refused', async () => {
	const book = asBook(plain);
	expect(await outcome(book)).toBe('read');
	await fc.assert(
		fc.asyncProperty(
			fc.nat(book.length - 1),
			fc.integer({ min: 1, max: 255 }),
			async (at, bits) => {
				const changed = book.slice();
				changed[at] = (changed[at] ?? 0) ^ bits;
				await outcome(changed);
			}
		),
		tries(10_000, 33)
	);
	for (let cut = 1; cut < 40; cut += 1) {
		expect(await outcome(book.slice(0, Math.floor((book.length * cut) / 40)))).not.toBe('read');
	}
});

test('nothing of a page’s scripts, styles and addresses comes along', async () => {
	const hostile = `<div><p>One line of it, long enough to be a line.</p><script>alert(1)</script><style>a{}</style>
		<img src=x onerror=alert(1)><iframe srcdoc="<p>inside</p>"></iframe><svg><script>alert(2)</script><text>drawn</text></svg>
		<p onclick="alert(3)">Another line, <a href="javascript:alert(4)">with a link</a>, and its end.</p>
		<template><p>hidden</p></template><noscript><p>without</p></noscript><p hidden>not shown</p></div>`;
	expect((await readEssayText(hostile)).parts.flatMap(({ paragraphs }) => paragraphs)).toEqual([
		'One line of it, long enough to be a line.',
		'Another line, with a link, and its end.'
	]);
});

test.each([
	['bold that does not end', '**a ', ''],
	['bold of the other sign that does not end', '__a ', ''],
	['stress that does not end', '*a ', ''],
	['comments that do not end', '<!--', ''],
	['one sign after the other', '*', 'x'],
	['a heading with signs behind it', '#', 'x'],
	['a line of spaces', ' ', 'x']
])('a text of %s is read in a moment', async (_, sign, last) => {
	// Whatever looks at all that follows for each sign needs a minute for this; one that goes through it once, no time.
	const text = `# One\n\n# a${sign.repeat(Math.ceil(300_000 / sign.length))}${last}\n\nwords ${sign.repeat(Math.ceil(300_000 / sign.length))}${last}\n`;
	const since = process.cpuUsage();
	expect((await readEssayText(text)).parts.length).toBeGreaterThan(0);
	// Microseconds of the processor: what else the machine does is no part of it.
	expect(process.cpuUsage(since).user).toBeLessThan(5_000_000);
});

const [depth, headings] = [runs(100_000, 5), runs(10_000, 5)];

test(`${depth} elements within each other and ${headings} headings are read as what they say`, async () => {
	const deep = `${'<div>'.repeat(depth)}<p>${'deep '.repeat(20)}</p>`;
	expect((await readEssayText(`<html>${deep}`)).parts).toHaveLength(1);
	const many = Array.from({ length: headings }, (_, at) => `<h2>Part ${at}</h2><p>words</p>`).join(
		''
	);
	const { title, parts } = await readEssayText(`<html><body>${many}`);
	expect(parts).toHaveLength(200);
	const words = parts.flatMap(({ heading, paragraphs }) => [heading ?? [], ...paragraphs].flat());
	expect([title, ...words].join(' ')).toBe(
		Array.from({ length: headings }, (_, at) => `Part ${at} words`).join(' ')
	);
	const sizes = parts.map(({ paragraphs }) => paragraphs.length);
	expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2);
});

test('bytes of other encodings are read as what they are', async () => {
	const text = asText(plain);
	const expected = (await readEssay(given(text))).parts;
	const utf16 = new Uint8Array(2 + text.length * 2);
	utf16.set([0xff, 0xfe]);
	for (let at = 0; at < text.length; at += 1) {
		utf16.set([text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8], 2 + at * 2);
	}
	expect((await readEssay(given(utf16))).parts).toEqual(expected);
	const western = Uint8Array.from(text, (letter) => (letter === '—' ? 0x97 : letter.charCodeAt(0)));
	expect((await readEssay(given(western))).parts).toEqual(expected);
	expect((await readEssay(given(`\ufeff${text}`))).parts).toEqual(expected);
	expect(await outcome(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0]))).toBe(
		'not-text'
	);
	expect(await outcome('')).toBe('empty');
	expect(await outcome(new Uint8Array(51_000_000).fill(97))).toBe('too-large');
});
