import type { Prompt, Section } from '$lib/companion/companion';
import { randomId } from '$lib/id/random-id';
import type { CustomPrompt, Entry } from './schema/entry';
import type { LetterKind } from './vocabulary';
import { momentAt } from './moment';

export type { Entry, Question } from './schema/entry';

/** The topic that an entry is written to. */
export interface Topic {
	companion: string;
	section: Section | null;
	prompt: Prompt | CustomPrompt | null;
	letter: LetterKind | null;
}

/** The default metadata of an entry; also fills in the fields that older records lack. */
export const entryDefaults = {
	letter: null,
	asThey: false,
	before: null,
	after: null,
	words: [],
	hidden: false,
	sealedUntil: null,
	label: '',
	starred: false,
	tags: [],
	margin: [],
	threshold: '',
	uncompared: false,
	binned: null
} satisfies Partial<Entry>;

/** Returns a new entry without text. */
export function newEntry({
	companion,
	section = null,
	prompt = null,
	letter = null
}: Pick<Topic, 'companion'> & Partial<Topic>): Entry {
	const now = momentAt(Date.now());
	return {
		...entryDefaults,
		id: randomId(),
		companion,
		section: section && { id: section.id, number: section.number, name: section.name },
		question: prompt && {
			promptId: prompt.id,
			text: prompt.text,
			stance: 'stance' in prompt ? prompt.stance : null,
			depth: 'depth' in prompt ? prompt.depth : null
		},
		letter,
		text: '',
		written: now,
		changed: now,
		finished: false,
		versions: [],
		copyOf: null
	};
}
