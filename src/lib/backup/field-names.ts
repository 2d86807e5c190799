import type * as v from 'valibot';

/** A schema of objects, as far as its fields go. */
export type ObjectSchema = v.GenericSchema & { readonly entries: v.ObjectEntries };

/** What a schema may have within: an object's fields, a list's items, what may be null, what is checked further. */
interface Parts {
	readonly entries?: Readonly<Record<string, Parts>>;
	readonly item?: Parts;
	readonly wrapped?: Parts;
}

/** The names of all fields of a schema, however deep, in the order of the schema. */
export function fieldNames(schema: ObjectSchema): string[] {
	return [...namesWithin(schema as Parts)];
}

function* namesWithin({ entries, item, wrapped }: Parts): Generator<string> {
	for (const [name, field] of Object.entries(entries ?? {})) {
		yield name;
		yield* namesWithin(field);
	}
	if (item) yield* namesWithin(item);
	if (wrapped) yield* namesWithin(wrapped);
}
