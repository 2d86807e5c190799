import { strToU8, zipSync } from 'fflate';
import { payloads } from './hostile-payloads';

/* The payloads in every form in which an essay comes in, some thirty to a part. */

/** A line of each part that is nothing but words. */
const quietLines = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'].map(
	(which) => `On the ${which} evening nobody asked, and the kettle was the only one to answer.`
);
const headings = [
	...['The House by the Water', 'What Grandmother Said', 'Leaving the Kitchen Light On'],
	...['A Room of Sorts', 'The Long Way Round', 'Nothing but Weather', 'And Back Again']
];
const SHARE = Math.ceil(payloads.length / headings.length);
/** A payload as a sentence: a line that is none may be taken for a heading. */
const sentences = payloads.map((text) => `${text} and so it went, until the morning.`);
const parts = headings.map((heading, index) => ({
	heading,
	paragraphs: [quietLines[index] ?? '', ...sentences.slice(index * SHARE, (index + 1) * SHARE)]
}));

/** As words of a page, so that it shows them and does not become them. */
const shown = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const asText = [
	'On Boats',
	...parts.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
].join('\n\n');

const asMarkdown = [
	'---\ntitle: <img src=x onerror=top.ownVoiceRan=1>\n---\n# On Boats',
	...parts.flatMap(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs])
].join('\n\n');

const asParts = parts
	.map(({ heading, paragraphs }) =>
		[`<h2>${heading}</h2>`, ...paragraphs.map((text) => `<p>${shown(text)}</p>`)].join('\n')
	)
	.join('\n');

const page = (body: string): string =>
	`<!doctype html><html lang="en"><head><title>On Boats</title></head><body>${body}</body></html>`;

/** What it shows stands in its first parts; behind them the same as what it is. */
const asWebPage = page(
	`<h1>On Boats</h1>${asParts}<h2>Afterwards</h2>${payloads.map((one) => `<div>${one}</div>`).join('\n')}`
);

/** Each payload, as what it is, in a chapter of its own. */
function asBook(): Uint8Array {
	const chapters = [asParts, ...payloads].map((body) => page(`<h2>A chapter</h2>${body}`));
	const items = chapters.map((_, at) => `<item id="c${at}" href="${at}.xhtml"/>`).join('');
	const refs = chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('');
	const title = shown(payloads[0] ?? '');
	return zipSync({
		mimetype: strToU8('application/epub+zip'),
		'META-INF/container.xml': strToU8(
			'<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
		),
		'book.opf': strToU8(
			`<package><metadata><dc:title>${title}</dc:title></metadata><manifest>${items}</manifest><spine>${refs}</spine></package>`
		),
		...Object.fromEntries(chapters.map((text, at) => [`${at}.xhtml`, strToU8(text)]))
	});
}

/** The essay by what it is given as; `says` are the texts that have to stand in it. */
export const essays: { kind: string; name: string; content: string | Buffer; says: string[] }[] = [
	{ kind: 'a text', name: 'essay.txt', content: asText, says: [...quietLines, ...payloads] },
	{ kind: 'Markdown', name: 'essay.md', content: asMarkdown, says: quietLines },
	{
		...{ kind: 'a web page', name: 'essay.html', content: asWebPage },
		says: [...quietLines, ...payloads]
	},
	{
		...{ kind: 'a book', name: 'essay.epub', content: Buffer.from(asBook()) },
		says: [...quietLines, ...payloads]
	}
];

/** What a companion file can hold: no control characters. */
const lines = payloads.filter((text) => !/[\p{Cc}\p{Zl}]/u.test(text));
const short = lines.filter((text) => text.length <= 40);

/** A companion file that has a payload wherever it has room for words, and the texts of its one part. */
export const hostileCompanion = {
	title: lines[0] ?? '',
	passage: lines,
	file: [
		...['---', 'companion: 1', 'id: hostile', `title: ${lines[0] ?? ''}`, 'language: en'],
		...[`essay: ${lines[1] ?? ''}`, `author: ${lines[2] ?? ''}`],
		...[`finding: f | ${lines[3] ?? ''} | ${short[0] ?? ''} | A source`, '---', ''],
		...[`## ${short[1] ?? ''}`, '- id: one', `- heading: ${lines[4] ?? ''}`, ''],
		...[`> ${lines[5] ?? ''}`, ''],
		...lines.flatMap((text) => [text.replace(/^[#\->\\]/, '\\$&'), '']),
		...['### Prompts', ''],
		...lines.flatMap((text, index) => [
			`- ${text}`,
			`  - id: p${index}; stance: recent; depth: gentle; intent: notice; finding: f`,
			`  - left: ${text}`,
			`  - why: ${text}`
		])
	].join('\n')
};
