import * as v from 'valibot';
import { companionSchema } from './companion';
import { idSchema, lineSchema, momentSchema } from './values';

/** A companion on the shelf of a journal: opened from a file, made of an essay, or written here. Sealed like an entry. */
export type LibraryItem = v.InferOutput<typeof libraryItemSchema>;

export const libraryItemSchema = v.strictObject({
	id: idSchema,
	companion: companionSchema,
	/**
	 * Whose passages these are in the words of the essay itself: the id of the companion that they stand in for. Null
	 * for a companion that stands for itself.
	 */
	originalOf: v.nullable(lineSchema),
	/** When it came here, and when it was last changed here. */
	kept: momentSchema,
	changed: momentSchema
});
