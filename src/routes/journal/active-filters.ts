import { NO_SECTION, type EntryFilter } from '$lib/queries/filter';
import type { Facets } from '$lib/queries/facets';
import { formatDate } from '$lib/app/dates/format-date';
import { stanceWords } from '$lib/app/words/wording';

/** One active filter: its text, and the change that removes it. */
export interface ActiveFilter {
	key: keyof EntryFilter;
	words: string;
	cleared: Partial<EntryFilter>;
}

/** Describes the active filters in words, in the order in which they can be chosen. */
export function listActiveFilters(
	filter: EntryFilter,
	facets: Facets,
	titleOf: (companion: string) => string
): ActiveFilter[] {
	const { companion, section, prompt, stance, from, until, word, tag } = filter;
	const part = facets.sections.find(({ key }) => key === section)?.name;
	const question = facets.prompts.find(({ key }) => key === prompt)?.text;
	const words: { [Key in keyof EntryFilter]: string | false | null } = {
		companion: companion && `beside “${titleOf(companion)}”`,
		section:
			section &&
			(section === NO_SECTION ? 'in no part' : part ? `in “${part}”` : 'in a part without pages'),
		prompt: prompt && (question ? `answering “${question}”` : 'answering a question without pages'),
		stance: stance && `asked of someone ${stanceWords[stance]}`,
		from: from && `from ${formatDate(from)}`,
		until: until && `until ${formatDate(until)}`,
		word: word && `with the word “${word}”`,
		tag: tag && `tagged “${tag}”`,
		starred: filter.starred && 'with a star',
		hasMarginNote: filter.hasMarginNote && 'with a note in the margin',
		unfinished: filter.unfinished && 'unfinished'
	};
	return (Object.keys(words) as (keyof EntryFilter)[]).flatMap((key) => {
		const text = words[key];
		const cleared = { [key]: typeof filter[key] === 'boolean' ? false : null };
		return text ? [{ key, words: text, cleared }] : [];
	});
}
