import type * as v from 'valibot';

/** A schema of objects, as far as its fields go. */
export type ObjectSchema = v.GenericSchema & { readonly entries: v.ObjectEntries };

/** What a schema may have within: an object's fields, a list's items, what may be null, what is checked further. */
interface SchemaParts {
	readonly entries?: Readonly<Record<string, SchemaParts>>;
	readonly item?: SchemaParts;
	readonly wrapped?: SchemaParts;
}

/** The names of all fields of a schema, however deep, in the order of the schema. */
export function fieldNames(schema: ObjectSchema): string[] {
	return [...nestedNames(schema as SchemaParts)];
}

function* nestedNames({ entries, item, wrapped }: SchemaParts): Generator<string> {
	for (const [name, field] of Object.entries(entries ?? {})) {
		yield name;
		yield* nestedNames(field);
	}
	if (item) yield* nestedNames(item);
	if (wrapped) yield* nestedNames(wrapped);
}
