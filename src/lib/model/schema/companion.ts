import * as v from 'valibot';
import type { Companion } from '$lib/companion/companion';
import { depths, intents, stances, views } from '$lib/companion/vocabulary';
import { lineSchema, numberSchema, textSchema } from './values';

const findingSchema = v.strictObject({
	id: lineSchema,
	title: lineSchema,
	said: lineSchema,
	sources: v.array(lineSchema)
});

const promptSchema = v.strictObject({
	id: lineSchema,
	text: lineSchema,
	stance: v.picklist(stances),
	depth: v.picklist(depths),
	intent: v.picklist(intents),
	view: v.picklist(views),
	left: v.nullable(lineSchema),
	why: v.nullable(lineSchema),
	finding: v.nullable(lineSchema)
});

const sectionSchema = v.strictObject({
	id: lineSchema,
	number: numberSchema(1, 1e6),
	name: lineSchema,
	heading: v.nullable(lineSchema),
	passage: v.array(textSchema),
	care: v.nullable(textSchema),
	prompts: v.array(promptSchema)
});

/** A companion as a journal stores it. `Companion` documents its fields; this validates a record. */
export const companionSchema = v.strictObject({
	id: lineSchema,
	title: lineSchema,
	language: textSchema,
	essay: v.strictObject({ title: lineSchema, author: lineSchema }),
	findings: v.array(findingSchema),
	sections: v.array(sectionSchema)
}) satisfies v.GenericSchema<Companion>;
