import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCompanion } from '$lib/companion/companion';
import { matchSections, readEssay, type ExtractedEssay } from '$lib/essay/essay';
import { asBook, asMarkdown, asSpacedText, asText, asWebPage, type Plain } from './forms';

/*
 * The essay of the built-in companion, in the forms in which a reader may have it. Its own words are not in this
 * project: our retelling stands in for it under its headings, and OWN_VOICE_ESSAY names a file with the original, which
 * is then read too.
 */

const file = 'src/lib/companion/walking-away.companion.md';
const { companion } = parseCompanion(readFileSync(file, 'utf8'));
const known = companion.sections.flatMap(({ heading }) => heading ?? []);
const retold: Plain = {
	title: companion.essay.title,
	author: companion.essay.author,
	parts: companion.sections.map(({ heading, passage }) => ({ heading, paragraphs: passage }))
};

const given = (content: string | Uint8Array<ArrayBuffer>) => ({
	name: 'given',
	content: new Blob([content]),
	modifiedAt: null
});

/** What belongs to each section, laid together. */
function bySection(essay: ExtractedEssay): string[][] {
	const matches = matchSections(essay.parts, companion.sections);
	return companion.sections.map(({ id }) =>
		matches.filter(({ section }) => section === id).flatMap(({ part }) => part.paragraphs)
	);
}

const forms: [name: string, form: string | Uint8Array<ArrayBuffer>][] = [
	['text, a paragraph a line', asText(retold)],
	['text with empty lines', asSpacedText(retold)],
	['text from Windows', asText(retold).replaceAll('\n', '\r\n')],
	['Markdown', asMarkdown(retold)],
	['a saved page', asWebPage(retold)],
	['a book', asBook(retold)]
];

describe.each(forms)('as %s', (_, form) => {
	test('all parts are found, whole, and nothing of what stands about them', async () => {
		const essay = await readEssay(given(form), known);
		expect(essay.title).toBe(retold.title);
		expect(bySection(essay)).toEqual(retold.parts.map(({ paragraphs }) => paragraphs));
	});
});

test('without knowing its headings they are found by their look', async () => {
	for (const [name, form] of forms) {
		const essay = await readEssay(given(form));
		expect([name, bySection(essay).filter((paragraphs) => paragraphs.length > 0).length]).toEqual([
			name,
			companion.sections.length
		]);
	}
});

test('headings that someone changed a little, and in another order, are found all the same', async () => {
	const changed: Plain = {
		...retold,
		parts: retold.parts
			.map(({ heading, paragraphs }, index) => ({
				heading:
					heading &&
					`${index}. ${heading.replaceAll('’', "'").toUpperCase().replace('MOMENT', 'MOMNET')}`,
				paragraphs
			}))
			.toSorted((one, other) => (one.heading === null ? -1 : other.heading === null ? 1 : 0))
	};
	const [first, ...rest] = changed.parts;
	if (!first) throw new Error('no part');
	const turned = { ...changed, parts: [first, ...rest.reverse()] };
	for (const form of [asText(turned), asWebPage(turned), asMarkdown(turned)]) {
		const essay = await readEssay(given(form), known);
		expect(bySection(essay)).toEqual(retold.parts.map(({ paragraphs }) => paragraphs));
	}
});

test('the author is named by a page, by Markdown and by a book', async () => {
	for (const form of [asMarkdown(retold), asWebPage(retold), asBook(retold)]) {
		expect((await readEssay(given(form), known)).author).toBe(retold.author);
	}
});

const original = process.env['OWN_VOICE_ESSAY'];
test.runIf(original && existsSync(original))('the original is found whole too', async () => {
	const essay = await readEssay(given(readFileSync(original ?? '', 'utf8')), known);
	const sections = bySection(essay);
	expect(sections.filter((paragraphs) => paragraphs.length > 0)).toHaveLength(9);
	expect(sections.flat().join('\n')).not.toMatch(
		/about the creator|comments|reader insights|share/i
	);
});
