import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '$lib/model/entry';
import { noFilter, applyFilter, isActive, type EntryFilter } from '$lib/queries/filter';
import { searchableText } from '$lib/queries/searchable-text';
import { collectFacets } from '$lib/queries/facets';
import { SearchIndex } from '$lib/search/search-index';
import { tries } from '../../thorough';
import { findIn } from '../search/find-in';
import { plainHasWord } from '../search/plain-search';
import { typedWord } from '../search/texts';
import { narrowing, pages } from './any-entries';

/* The same written plainly, one reason after the other for which a page is left out. */
function plainlyLeftOut(page: Entry, asked: EntryFilter): boolean {
	if (page.hidden || page.sealedUntil !== null) return true;
	if (asked.companion !== null) {
		if (page.section === null || page.companion !== asked.companion) return true;
	}
	const part = page.section === null ? 'none' : page.companion + '/' + page.section.id;
	if (asked.section !== null && asked.section !== part) return true;
	if (asked.prompt !== null) {
		if (page.question === null) return true;
		if (asked.prompt !== page.companion + '/' + page.question.promptId) return true;
	}
	if (asked.stance !== null && asked.stance !== (page.question?.stance ?? 'none')) return true;
	const day = Number(page.written.day.replaceAll('-', ''));
	if (asked.from !== null && day < Number(asked.from.replaceAll('-', ''))) return true;
	if (asked.until !== null && day > Number(asked.until.replaceAll('-', ''))) return true;
	if (asked.starred && !page.starred) return true;
	if (asked.hasMarginNote && page.margin.length === 0) return true;
	if (asked.unfinished && page.finished) return true;
	if (asked.word !== null && !page.words.some((word) => word === asked.word)) return true;
	return asked.tag !== null && !page.tags.some((tag) => tag === asked.tag);
}

/** Everything of a page that a person may look for. */
function said({ question, label, text, words, tags, margin }: Entry): string[] {
	return [question?.text ?? '', label, text, ...words, ...tags, ...margin.map((one) => one.text)];
}

test('pages that are narrowed down are those that a plain filter leaves', () => {
	fc.assert(
		fc.property(pages, narrowing, (all, asked) => {
			expect(applyFilter(all, asked)).toEqual(all.filter((page) => !plainlyLeftOut(page, asked)));
		}),
		tries(3_000)
	);
});

test('what is found among them is what a plain search of every page finds', () => {
	fc.assert(
		fc.property(pages, narrowing, typedWord, (all, asked, word) => {
			const corpus = new SearchIndex();
			corpus.put(
				all.map((page) => ({ id: page.id, text: searchableText(page), order: page.written.at }))
			);
			const allowed = applyFilter(all, asked).map(({ id }) => id);
			const { ids, fuzzyMatches } = findIn(corpus, word, allowed);
			const plainly = all
				.filter((page) => !plainlyLeftOut(page, asked))
				.filter((page) => said(page).some((text) => plainHasWord(text, word)))
				.sort((a, b) => b.written.at - a.written.at || (a.id < b.id ? -1 : 1));
			expect(ids.filter((id) => !fuzzyMatches.includes(id))).toEqual(plainly.map(({ id }) => id));
		}),
		tries(3_000)
	);
});

test('nothing asked is every page that is shown', () => {
	expect(isActive(noFilter)).toBe(false);
	fc.assert(
		fc.property(pages, narrowing, (all, asked) => {
			expect(applyFilter(all, noFilter)).toEqual(
				all.filter((page) => !page.hidden && page.sealedUntil === null)
			);
			expect(isActive(asked)).toBe(JSON.stringify(asked) !== JSON.stringify(noFilter));
		})
	);
});

test('what is offered occurs, and what occurs is offered', () => {
	fc.assert(
		fc.property(pages, (all) => {
			const known = collectFacets(all);
			const finds = (asked: Partial<EntryFilter>): boolean =>
				applyFilter(all, { ...noFilter, ...asked }).length > 0;
			expect(known.companions.every((companion) => finds({ companion }))).toBe(true);
			expect(known.sections.every(({ key }) => finds({ section: key }))).toBe(true);
			expect(known.prompts.every(({ key, section }) => finds({ prompt: key, section }))).toBe(true);
			expect(known.stances.every((stance) => finds({ stance }))).toBe(true);
			expect(known.words.every((word) => finds({ word }))).toBe(true);
			expect(known.tags.every((tag) => finds({ tag }))).toBe(true);
			expect([known.starred, known.hasMarginNote, known.unfinished]).toEqual([
				finds({ starred: true }),
				finds({ hasMarginNote: true }),
				finds({ unfinished: true })
			]);
			const shown = applyFilter(all, noFilter);
			const days = shown.map(({ written }) => written.day).sort();
			expect(known.days).toEqual(shown.length > 0 ? { first: days[0], last: days.at(-1) } : null);
			for (const page of shown) {
				expect(known.words).toEqual(expect.arrayContaining(page.words));
				expect(known.tags).toEqual(expect.arrayContaining(page.tags));
				if (page.section) expect(known.companions).toContain(page.companion);
				expect(known.sections.map(({ name }) => name)).toContain(page.section?.name ?? '');
				if (page.question?.stance) expect(known.stances).toContain(page.question.stance);
			}
			expect(new Set(known.prompts.map(({ key }) => key)).size).toBe(known.prompts.length);
		}),
		tries(1_000)
	);
});
