import { stances, type Stance } from '$lib/companion/companion';
import type { Entry } from './entry';
import { shown } from './looking-back';
import { promptKey, sectionKey } from './narrowing';
import { tagsOf } from './tags';

/** What the pages of a journal can be told apart by: only what occurs in one that is neither hidden nor sealed. */
export interface ToNarrowBy {
	/** The ids of the companions beside whose parts pages were written, in the order of the alphabet. */
	companions: string[];
	/** In their order, those of one companion together; the last may be `NO_SECTION`, and then its name is empty. */
	sections: { key: string; name: string; companion: string }[];
	/** As they were worded last, in the order of the alphabet; `section` is the key of theirs. */
	prompts: { key: string; text: string; section: string }[];
	stances: Stance[];
	/** The first and the last calendar day; null where there is no page. */
	days: { first: string; last: string } | null;
	starred: boolean;
	noted: boolean;
	unfinished: boolean;
	/** In the order of the alphabet. */
	words: string[];
	tags: string[];
}

/** Takes entries, newest first, and returns by what they can be told apart. */
export function toNarrowBy(entries: readonly Entry[]): ToNarrowBy {
	const pages = shown(entries);
	const sections = new Map<
		string,
		{ key: string; name: string; companion: string; number: number }
	>();
	const prompts = new Map<string, { key: string; text: string; section: string }>();
	const asked = new Set<Stance | null>();
	const words = new Set<string>();
	let [first, last] = [pages[0]?.written.day ?? '', ''];
	for (const page of pages) {
		const { question, written } = page;
		const section = sectionKey(page);
		if (!sections.has(section)) {
			const { name = '', number = Infinity } = page.section ?? {};
			sections.set(section, { key: section, name, companion: page.companion, number });
		}
		const prompt = promptKey(page);
		if (question && prompt !== null && !prompts.has(prompt)) {
			prompts.set(prompt, { key: prompt, text: question.text, section });
		}
		asked.add(question?.stance ?? null);
		if (written.day < first) first = written.day;
		if (written.day > last) last = written.day;
		for (const word of page.words) words.add(word);
	}
	const { compare } = new Intl.Collator('en');
	const beside = pages.flatMap(({ companion, section }) => (section ? companion : []));
	return {
		companions: [...new Set(beside)].sort(),
		sections: [...sections.values()]
			.sort((one, other) => inOrder(one, other))
			.map(({ key, name, companion }) => ({ key, name, companion })),
		prompts: [...prompts.values()].sort((one, other) => compare(one.text, other.text)),
		stances: stances.filter((stance) => asked.has(stance)),
		days: pages.length > 0 ? { first, last } : null,
		starred: pages.some(({ starred }) => starred),
		noted: pages.some(({ margin }) => margin.length > 0),
		unfinished: pages.some(({ finished }) => !finished),
		words: [...words].sort(compare),
		tags: tagsOf(pages)
	};
}

/** What belongs to no part comes last; parts of one companion stand together, in their order there. */
function inOrder(
	one: { companion: string; number: number },
	other: { companion: string; number: number }
): number {
	const last = Number(one.number === Infinity) - Number(other.number === Infinity);
	if (last !== 0) return last;
	if (one.companion !== other.companion) return one.companion < other.companion ? -1 : 1;
	return one.number - other.number;
}
