import * as v from 'valibot';
import { isCalendarDay } from '$lib/model/calendar';

/*
 * The basic schemas of all records. Every object in them is exact: a value with a field too many, or one missing, is
 * not valid. Types are inferred from the schemas, so that what is declared is what is checked.
 */

/** The most characters of a name, a question or a tag; a text may be as long as its record. */
export const MAX_LINE_LENGTH = 100_000;

/** Milliseconds: the first instant of the year 1, and the last of the year 9999. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/** An id as the app makes it: 128 random bits, in hex. Its first bits name the shard of the manifest. */
export const idSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** A name, a question, a tag. */
export const lineSchema = v.pipe(v.string(), v.maxLength(MAX_LINE_LENGTH));

/** A text of any length. */
export const textSchema = v.string();

/** A calendar day that exists, of a year of four digits: `2026-11-22`. */
export const daySchema = v.pipe(v.string(), v.check(isCalendarDay));

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const instantSchema = numberSchema(FIRST_INSTANT, LAST_INSTANT);

/** A number between these two, both included. */
export function numberSchema(min: number, max: number) {
	return v.pipe(v.number(), v.minValue(min), v.maxValue(max));
}

/** When something happened, stored so that neither midnight nor a journey moves it. */
export type Moment = v.InferOutput<typeof momentSchema>;

export const momentSchema = v.strictObject({
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	at: instantSchema,
	/** The writer's IANA time zone then. */
	zone: lineSchema,
	/** The writer's calendar day then: `2026-11-22`. */
	day: daySchema
});

/** A list of objects with unique ids. */
export function uniqueListSchema<S extends v.GenericSchema<unknown, { id: string }>>(item: S) {
	return v.pipe(
		v.array(item),
		v.check((list) => new Set(list.map(({ id }) => id)).size === list.length)
	);
}
