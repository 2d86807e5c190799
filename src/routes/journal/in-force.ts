import { NO_SECTION, type EntryFilter } from '$lib/queries/filter';
import type { Facets } from '$lib/queries/facets';
import { dateInWords } from '../days';
import { stanceWords } from '../words';

/** One thing that pages are narrowed down to: what is read of it, and the change that takes it off. */
export interface Force {
	key: keyof EntryFilter;
	words: string;
	off: Partial<EntryFilter>;
}

/** Takes what narrows pages down and returns it in words, in the order in which it can be chosen. */
export function inForce(
	narrowing: EntryFilter,
	known: Facets,
	titleOf: (companion: string) => string
): Force[] {
	const { companion, section, prompt, stance, from, until, word, tag } = narrowing;
	const part = known.sections.find(({ key }) => key === section)?.name;
	const question = known.prompts.find(({ key }) => key === prompt)?.text;
	const words: { [Key in keyof EntryFilter]: string | false | null } = {
		companion: companion && `beside “${titleOf(companion)}”`,
		section:
			section &&
			(section === NO_SECTION ? 'in no part' : part ? `in “${part}”` : 'in a part without pages'),
		prompt: prompt && (question ? `answering “${question}”` : 'answering a question without pages'),
		stance: stance && `asked of someone ${stanceWords[stance]}`,
		from: from && `from ${dateInWords(from)}`,
		until: until && `until ${dateInWords(until)}`,
		word: word && `with the word “${word}”`,
		tag: tag && `tagged “${tag}”`,
		starred: narrowing.starred && 'with a star',
		hasMarginNote: narrowing.hasMarginNote && 'with a note in the margin',
		unfinished: narrowing.unfinished && 'unfinished'
	};
	return (Object.keys(words) as (keyof EntryFilter)[]).flatMap((key) => {
		const said = words[key];
		const off = { [key]: typeof narrowing[key] === 'boolean' ? false : null };
		return said ? [{ key, words: said, off }] : [];
	});
}
