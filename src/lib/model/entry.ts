import type { Depth, Prompt, Section, Stance } from '$lib/companion/companion';
import { randomId } from '$lib/id/random-id';
import type { CheckIn } from './check-in';
import type { LetterKind } from './letter';
import type { MarginNote } from './margin-note';
import { momentAt, type Moment } from './moment';
import type { CustomPrompt } from './custom-prompt';

/** One piece of writing, with its question as it was worded then. */
export interface Entry {
	/** 128 random bits, in hex. */
	id: string;
	/** The companion the question came from. */
	companion: string;
	/** Where in the companion; null for writing without a question or a section. */
	section: { id: string; number: number; name: string } | null;
	/** The question; null for just writing, and for a letter. */
	question: Question | null;
	/** What kind of letter it is; null for a page that is none. */
	letter: LetterKind | null;
	/** Told as “they” instead of “I”, at the writer's wish. */
	asThey: boolean;
	text: string;
	/** When its first word was written. */
	written: Moment;
	/** When it was last changed; the same as `written` until then. */
	changed: Moment;
	/** False while the writer has not said "stop here". */
	finished: boolean;
	/** Ids of the earlier versions of the text, oldest first. */
	versions: string[];
	/** The two small questions, before and after writing; null where they were not answered. */
	before: CheckIn | null;
	after: CheckIn | null;
	/** Words for feelings, chosen after writing, the writer's own among them. */
	words: string[];
	/** Whether it stays hidden in the journal. */
	hidden: boolean;
	/** The calendar day until which the writer sealed it, `2027-01-31`; null for not at all. */
	sealedUntil: string | null;
	/** A name the writer gave it, listed beside its question; empty for none. */
	label: string;
	/** Whether the writer put a star on it. */
	starred: boolean;
	/** Words to find it by, in the order in which they were given. */
	tags: string[];
	/** What the writer noted beside it later, oldest first. */
	margin: MarginNote[];
	/** A word to oneself, said before the page is opened again: "not when tired". */
	threshold: string;
	/** Whether it is never offered to be laid beside another answer. */
	uncompared: boolean;
	/** Since when it lies in the bin; null for not at all. */
	binned: Moment | null;
	/** For a copy made because two tabs changed one entry: the other entry's id. */
	copyOf: string | null;
}

/** A prompt as it stood when it was answered; a later change to the companion alters nothing here. */
export interface Question {
	/** The prompt's id in its companion, or that of a question of the writer's own. */
	promptId: string;
	text: string;
	/** Null for a question of the writer's own. */
	stance: Stance | null;
	depth: Depth | null;
}

/** What an entry is written to. */
export interface Topic {
	companion: string;
	section: Section | null;
	prompt: Prompt | CustomPrompt | null;
	letter: LetterKind | null;
}

/** What of an entry a page has that says nothing of it: also what an older record does not tell. */
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

/** Returns a new entry without a word. */
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
