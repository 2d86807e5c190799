import * as v from 'valibot';
import { companionSchema } from './companion';
import { idSchema, lineSchema, momentSchema } from './values';

/**
 * A companion in the library of a journal: opened from a file, made from an essay, or written here. Encrypted like an
 * entry.
 */
export type LibraryItem = v.InferOutput<typeof libraryItemSchema>;

export const libraryItemSchema = v.strictObject({
	id: idSchema,
	companion: companionSchema,
	/**
	 * The id of the companion whose passages these are in the original words of the essay. Null for a companion of its
	 * own.
	 */
	originalOf: v.nullable(lineSchema),
	/** When it was added here, and when it was last changed here. */
	kept: momentSchema,
	changed: momentSchema
});
