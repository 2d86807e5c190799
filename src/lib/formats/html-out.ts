import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry } from '$lib/model/entry';
import { clockWords, dayWords, letterTitle, words } from './export-words';
import { style } from './html-style';
import { stampText } from './moment-text';
import type { WriteOptions } from './own-keys';
import type { Pace } from './pace';
import { besideText, noted } from './plain-page';

/**
 * Writes one HTML file that stands by itself: it asks nothing of any place, needs no script and forbids all. Every
 * word of a page goes through `escaped`; direction and language are those of the words.
 */
export async function writeHtml(
	entries: readonly Entry[],
	options: WriteOptions,
	pace: Pace
): Promise<Blob> {
	const parts = [head(), contents(entries, options)];
	for (const [index, entry] of entries.entries()) {
		await pace.rest(index / entries.length);
		parts.push(page(entry, index, options));
	}
	parts.push('</main>\n</body>\n</html>\n');
	return new Blob(parts, { type: 'text/html;charset=utf-8' });
}

function head(): string {
	const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))));
	const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
`;
}

function contents(entries: readonly Entry[], options: WriteOptions): string {
	if (entries.length < 2) return '';
	const items = entries.map((entry, index) => {
		const title = titleOf(entry, options);
		const said = title === null ? '' : ` <bdi lang="">${escaped(title)}</bdi>`;
		return `<li><a href="#p${index + 1}">${dayWords(entry.written.day)}</a>${said}</li>`;
	});
	return `<nav aria-label="${words.title}">\n<ol>\n${items.join('\n')}\n</ol>\n</nav>\n`;
}

/** What a page is called in the list of all: its label, its question or its letter; null for none of these. */
function titleOf(entry: Entry, { questions }: WriteOptions): string | null {
	const asked = questions ? (entry.question?.text ?? null) : null;
	return entry.label || (asked ?? letterTitle(entry));
}

function page(entry: Entry, index: number, options: WriteOptions): string {
	const { written, section, question, label } = entry;
	const place = `p${index + 1}`;
	const asked = options.questions && question ? question.text : null;
	const above = [section?.name ?? null, letterTitle(entry), label]
		.filter((one) => one !== null && one !== '')
		.map((one) => `<bdi lang="">${escaped(one ?? '')}</bdi>`);
	return [
		`<article id="${place}" aria-labelledby="${place}-day">`,
		`<h2 id="${place}-day"><time datetime="${escaped(stampText(written.at, written.zone))}">${escaped(dayWords(written.day))}, ${clockWords(written)}</time></h2>`,
		...(above.length > 0 ? [`<p class="above">${above.join(' · ')}</p>`] : []),
		...(asked === null ? [] : [`<p class="question" dir="auto" lang="">${escaped(asked)}</p>`]),
		`<div class="text" lang="">\n${paragraphs(entry.text)}\n</div>`,
		...pairs(besideText(entry, options)),
		...noted(entry, options).map(
			([name, said]) =>
				`<section class="note">\n<h3>${escaped(name)}</h3>\n<div lang="">\n${paragraphs(said)}\n</div>\n</section>`
		),
		'</article>\n'
	].join('\n');
}

function pairs(said: readonly [name: string, said: string][]): string[] {
	if (said.length === 0) return [];
	const items = said.map(
		([name, what]) =>
			`<div><dt>${escaped(name)}</dt> <dd dir="auto" lang="">${escaped(what)}</dd></div>`
	);
	return [`<dl>\n${items.join('\n')}\n</dl>`];
}

/** A paragraph for each run of lines; a line's end within one stays where it is. */
function paragraphs(text: string): string {
	return text
		.split(/\n(?:[^\S\n]*\n)+/)
		.filter((part) => part.trim() !== '')
		.map((part) => `<p dir="auto">${escaped(part)}</p>`)
		.join('\n');
}

const signs: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text as text, within an element as in an attribute. What HTML has no way to write becomes U+FFFD. */
function escaped(text: string): string {
	return text
		.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
		.replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}
