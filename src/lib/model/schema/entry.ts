import * as v from 'valibot';
import { depths, stances } from '$lib/companion/vocabulary';
import { letterKinds, steps } from '$lib/model/vocabulary';
import {
	daySchema,
	idSchema,
	lineSchema,
	momentSchema,
	numberSchema,
	textSchema,
	uniqueListSchema
} from './values';

/**
 * Two small questions, before and after writing: how it feels (from very unpleasant to very pleasant) and
 * how stirred up one is (from very still to very stirred up). Either may be left open. They are the two
 * dimensions of core affect (Russell, Weiss & Mendelsohn 1989) in words of our own; not a validated measure.
 */
export type CheckIn = v.InferOutput<typeof checkInSchema>;

const stepSchema = v.nullable(v.picklist(steps));

export const checkInSchema = v.strictObject({ feel: stepSchema, stir: stepSchema });

/** A note that a writer made beside an entry when they read it again; the entry itself stays as it was. */
export type MarginNote = v.InferOutput<typeof marginNoteSchema>;

export const marginNoteSchema = v.strictObject({
	id: idSchema,
	text: textSchema,
	/** When it was written; rewording does not change it. */
	written: momentSchema
});

/** A prompt as it was worded when it was answered; a later change to the companion alters nothing here. */
export type Question = v.InferOutput<typeof questionSchema>;

const questionSchema = v.strictObject({
	/** The prompt's id in its companion, or that of a custom prompt. */
	promptId: lineSchema,
	text: lineSchema,
	/** Null for a custom prompt. */
	stance: v.nullable(v.picklist(stances)),
	depth: v.nullable(v.picklist(depths))
});

/** One piece of writing, with its question as it was worded then. */
export type Entry = v.InferOutput<typeof entrySchema>;

export const entrySchema = v.strictObject({
	id: idSchema,
	/** The companion the question came from. */
	companion: lineSchema,
	/** The section of the companion; null for writing without a question or a section. */
	section: v.nullable(
		v.strictObject({ id: lineSchema, number: numberSchema(-1e6, 1e6), name: lineSchema })
	),
	/** The question; null for just writing, and for a letter. */
	question: v.nullable(questionSchema),
	/** The kind of letter; null for an entry that is none. */
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
	/** Whether it is hidden in the journal. */
	hidden: v.boolean(),
	/** The calendar day until which it is time-locked, `2027-01-31`; null for not at all. */
	sealedUntil: v.nullable(daySchema),
	/** A name the writer gave it, listed beside its question; empty for none. */
	label: lineSchema,
	/** Whether the writer put a star on it. */
	starred: v.boolean(),
	/** Tags to find it by, in the order in which they were given. */
	tags: v.array(lineSchema),
	/** The notes that the writer made beside it later, oldest first. */
	margin: uniqueListSchema(marginNoteSchema),
	/** A word to oneself, shown before the entry is opened again: "not when tired". */
	threshold: lineSchema,
	/** Whether it is never offered for comparison with another answer. */
	uncompared: v.boolean(),
	/** When it was put in the bin; null for not at all. */
	binned: v.nullable(momentSchema),
	/** For a copy made because two tabs changed one entry: the other entry's id. */
	copyOf: v.nullable(idSchema)
});

/** A version: an earlier text of an entry. */
export type Version = v.InferOutput<typeof versionSchema>;

export const versionSchema = v.strictObject({
	id: idSchema,
	/** The entry it belongs to. */
	entry: idSchema,
	text: textSchema,
	/** When this text was replaced. */
	kept: momentSchema
});

/** A question of the writer's own, beside those of a section. Encrypted like an entry. */
export type CustomPrompt = v.InferOutput<typeof customPromptSchema>;

export const customPromptSchema = v.strictObject({
	id: idSchema,
	/** The ids of the companion and the section that it belongs to. */
	companion: lineSchema,
	section: lineSchema,
	text: lineSchema,
	made: momentSchema
});
