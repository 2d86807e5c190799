import { stances, type Stance } from '$lib/companion/companion';
import type { Entry } from '$lib/model/entry';
import { visibleEntries } from './statistics';
import { promptKey, sectionKey } from './filter';
import { tagsOf } from '$lib/model/tags';

/**
 * The facets by which entries can be filtered: only values that occur in an entry that is neither hidden nor
 * time-locked.
 */
export interface Facets {
	/** The ids of the companions to whose sections entries were written, in alphabetical order. */
	companions: string[];
	/**
	 * The sections in their order, those of one companion together; the last may be `NO_SECTION`, and then its name is
	 * empty.
	 */
	sections: { key: string; name: string; companion: string }[];
	/** The questions as they were worded last, in alphabetical order; `section` is the key of their section. */
	prompts: { key: string; text: string; section: string }[];
	stances: Stance[];
	/** The first and the last calendar day; null where there is no entry. */
	days: { first: string; last: string } | null;
	starred: boolean;
	hasMarginNote: boolean;
	unfinished: boolean;
	/** The words for feelings, in alphabetical order. */
	words: string[];
	tags: string[];
}

/** Takes entries, newest first, and returns their facets. */
export function collectFacets(entries: readonly Entry[]): Facets {
	const visible = visibleEntries(entries);
	const sections = new Map<
		string,
		{ key: string; name: string; companion: string; number: number }
	>();
	const prompts = new Map<string, { key: string; text: string; section: string }>();
	const usedStances = new Set<Stance | null>();
	const words = new Set<string>();
	let [first, last] = [visible[0]?.written.day ?? '', ''];
	for (const entry of visible) {
		const { question, written } = entry;
		const section = sectionKey(entry);
		if (!sections.has(section)) {
			const { name = '', number = Infinity } = entry.section ?? {};
			sections.set(section, { key: section, name, companion: entry.companion, number });
		}
		const prompt = promptKey(entry);
		if (question && prompt !== null && !prompts.has(prompt)) {
			prompts.set(prompt, { key: prompt, text: question.text, section });
		}
		usedStances.add(question?.stance ?? null);
		if (written.day < first) first = written.day;
		if (written.day > last) last = written.day;
		for (const word of entry.words) words.add(word);
	}
	const { compare } = new Intl.Collator('en');
	const beside = visible.flatMap(({ companion, section }) => (section ? companion : []));
	return {
		companions: [...new Set(beside)].sort(),
		sections: [...sections.values()]
			.sort((one, other) => compareSections(one, other))
			.map(({ key, name, companion }) => ({ key, name, companion })),
		prompts: [...prompts.values()].sort((one, other) => compare(one.text, other.text)),
		stances: stances.filter((stance) => usedStances.has(stance)),
		days: visible.length > 0 ? { first, last } : null,
		starred: visible.some(({ starred }) => starred),
		hasMarginNote: visible.some(({ margin }) => margin.length > 0),
		unfinished: visible.some(({ finished }) => !finished),
		words: [...words].sort(compare),
		tags: tagsOf(visible)
	};
}

/** Compares sections: entries of none come last; sections of one companion are together, in their order there. */
function compareSections(
	one: { companion: string; number: number },
	other: { companion: string; number: number }
): number {
	const last = Number(one.number === Infinity) - Number(other.number === Infinity);
	if (last !== 0) return last;
	if (one.companion !== other.companion) return one.companion < other.companion ? -1 : 1;
	return one.number - other.number;
}
