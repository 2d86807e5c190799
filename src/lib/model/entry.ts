import * as v from 'valibot';
import type { Prompt, Section } from '$lib/companion/companion';
import { depths, stances } from '$lib/companion/vocabulary';
import { randomId } from '$lib/id/random-id';
import { checkInSchema } from './check-in';
import type { CustomPrompt } from './custom-prompt';
import { letterKinds, type LetterKind } from './letter';
import { marginNoteSchema } from './margin-note';
import { momentAt, momentSchema } from './moment';
import {
	daySchema,
	idSchema,
	lineSchema,
	numberSchema,
	textSchema,
	uniqueListSchema
} from './schema';

/** A prompt as it stood when it was answered; a later change to the companion alters nothing here. */
export type Question = v.InferOutput<typeof questionSchema>;

const questionSchema = v.strictObject({
	/** The prompt's id in its companion, or that of a question of the writer's own. */
	promptId: lineSchema,
	text: lineSchema,
	/** Null for a question of the writer's own. */
	stance: v.nullable(v.picklist(stances)),
	depth: v.nullable(v.picklist(depths))
});

/** One piece of writing, with its question as it was worded then. */
export type Entry = v.InferOutput<typeof entrySchema>;

export const entrySchema = v.strictObject({
	id: idSchema,
	/** The companion the question came from. */
	companion: lineSchema,
	/** Where in the companion; null for writing without a question or a section. */
	section: v.nullable(
		v.strictObject({ id: lineSchema, number: numberSchema(-1e6, 1e6), name: lineSchema })
	),
	/** The question; null for just writing, and for a letter. */
	question: v.nullable(questionSchema),
	/** What kind of letter it is; null for a page that is none. */
	letter: v.nullable(v.picklist(letterKinds)),
	/** Told as “they” instead of “I”, at the writer's wish. */
	asThey: v.boolean(),
	text: textSchema,
	/** When its first word was written. */
	written: momentSchema,
	/** When it was last changed; the same as `written` until then. */
	changed: momentSchema,
	/** False while the writer has not said "stop here". */
	finished: v.boolean(),
	/** Ids of the earlier versions of the text, oldest first. */
	versions: v.pipe(
		v.array(idSchema),
		v.check((ids) => new Set(ids).size === ids.length)
	),
	/** The two small questions, before and after writing; null where they were not answered. */
	before: v.nullable(checkInSchema),
	after: v.nullable(checkInSchema),
	/** Words for feelings, chosen after writing, the writer's own among them. */
	words: v.array(lineSchema),
	/** Whether it stays hidden in the journal. */
	hidden: v.boolean(),
	/** The calendar day until which the writer locked it, `2027-01-31`; null for not at all. */
	sealedUntil: v.nullable(daySchema),
	/** A name the writer gave it, listed beside its question; empty for none. */
	label: lineSchema,
	/** Whether the writer put a star on it. */
	starred: v.boolean(),
	/** Words to find it by, in the order in which they were given. */
	tags: v.array(lineSchema),
	/** What the writer noted beside it later, oldest first. */
	margin: uniqueListSchema(marginNoteSchema),
	/** A word to oneself, said before the page is opened again: "not when tired". */
	threshold: lineSchema,
	/** Whether it is never offered to be laid beside another answer. */
	uncompared: v.boolean(),
	/** Since when it lies in the bin; null for not at all. */
	binned: v.nullable(momentSchema),
	/** For a copy made because two tabs changed one entry: the other entry's id. */
	copyOf: v.nullable(idSchema)
});

/** What an entry is written to. */
export interface Topic {
	companion: string;
	section: Section | null;
	prompt: Prompt | CustomPrompt | null;
	letter: LetterKind | null;
}

/** The metadata of an entry of which nothing is known: also fills in the fields that older records lack. */
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
