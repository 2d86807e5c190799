import * as v from 'valibot';
import { momentSchema } from './moment';
import { idSchema, textSchema } from './schema';

/** An earlier text of an entry. */
export type Version = v.InferOutput<typeof versionSchema>;

export const versionSchema = v.strictObject({
	id: idSchema,
	/** The entry it belongs to. */
	entry: idSchema,
	text: textSchema,
	/** When this text was replaced. */
	kept: momentSchema
});
