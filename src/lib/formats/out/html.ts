import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry } from '$lib/model/entry';
import { formatClockTime, formatLongDay, letterTitle, exportLabels } from './export-labels';
import { htmlStyle } from './html-style';
import { formatIso } from '$lib/formats/dates/moment-text';
import type { ExportOptions } from '$lib/formats/metadata-keys';
import type { Yielder } from '$lib/work/yielder';
import { metadataPairs, marginNotePairs } from './entry-text';

/**
 * Writes one HTML file that stands by itself: it asks nothing of any place, needs no script and forbids all. Every
 * word of a page goes through `escaped`; direction and language are those of the words.
 */
export async function writeHtml(
	entries: readonly Entry[],
	options: ExportOptions,
	yielder: Yielder
): Promise<Blob> {
	const chunks = [documentHead(), tableOfContents(entries, options)];
	for (const [index, entry] of entries.entries()) {
		await yielder.yieldIfDue(index / entries.length);
		chunks.push(articleHtml(entry, index, options));
	}
	chunks.push('</main>\n</body>\n</html>\n');
	return new Blob(chunks, { type: 'text/html;charset=utf-8' });
}

function documentHead(): string {
	const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(htmlStyle))));
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
<title>${exportLabels.title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<h1>${exportLabels.title}</h1>
`;
}

function tableOfContents(entries: readonly Entry[], options: ExportOptions): string {
	if (entries.length < 2) return '';
	const items = entries.map((entry, index) => {
		const title = entryTitle(entry, options);
		const titleHtml = title === null ? '' : ` <bdi lang="">${escapeHtml(title)}</bdi>`;
		return `<li><a href="#p${index + 1}">${formatLongDay(entry.written.day)}</a>${titleHtml}</li>`;
	});
	return `<nav aria-label="${exportLabels.title}">\n<ol>\n${items.join('\n')}\n</ol>\n</nav>\n`;
}

/** What a page is called in the list of all: its label, its question or its letter; null for none of these. */
function entryTitle(entry: Entry, { questions }: ExportOptions): string | null {
	const question = questions ? (entry.question?.text ?? null) : null;
	return entry.label || (question ?? letterTitle(entry));
}

function articleHtml(entry: Entry, index: number, options: ExportOptions): string {
	const { written, section, question, label } = entry;
	const articleId = `p${index + 1}`;
	const questionText = options.questions && question ? question.text : null;
	const headerParts = [section?.name ?? null, letterTitle(entry), label]
		.filter((one) => one !== null && one !== '')
		.map((one) => `<bdi lang="">${escapeHtml(one ?? '')}</bdi>`);
	return [
		`<article id="${articleId}" aria-labelledby="${articleId}-day">`,
		`<h2 id="${articleId}-day"><time datetime="${escapeHtml(formatIso(written.at, written.zone))}">${escapeHtml(formatLongDay(written.day))}, ${formatClockTime(written)}</time></h2>`,
		...(headerParts.length > 0 ? [`<p class="above">${headerParts.join(' · ')}</p>`] : []),
		...(questionText === null
			? []
			: [`<p class="question" dir="auto" lang="">${escapeHtml(questionText)}</p>`]),
		`<div class="text" lang="">\n${paragraphsHtml(entry.text)}\n</div>`,
		...definitionList(metadataPairs(entry, options)),
		...marginNotePairs(entry, options).map(
			([name, said]) =>
				`<section class="note">\n<h3>${escapeHtml(name)}</h3>\n<div lang="">\n${paragraphsHtml(said)}\n</div>\n</section>`
		),
		'</article>\n'
	].join('\n');
}

function definitionList(metadata: readonly [name: string, said: string][]): string[] {
	if (metadata.length === 0) return [];
	const items = metadata.map(
		([name, what]) =>
			`<div><dt>${escapeHtml(name)}</dt> <dd dir="auto" lang="">${escapeHtml(what)}</dd></div>`
	);
	return [`<dl>\n${items.join('\n')}\n</dl>`];
}

/** A paragraph for each run of lines; a line's end within one stays where it is. */
function paragraphsHtml(text: string): string {
	return text
		.split(/\n(?:[^\S\n]*\n)+/)
		.filter((part) => part.trim() !== '')
		.map((part) => `<p dir="auto">${escapeHtml(part)}</p>`)
		.join('\n');
}

const HTML_ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text as text, within an element as in an attribute. What HTML has no way to write becomes U+FFFD. */
function escapeHtml(text: string): string {
	return text
		.replace(/[&<>"']/g, (sign) => HTML_ENTITIES[sign] ?? '')
		.replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}
