import * as v from 'valibot';
import { customPromptSchema } from '$lib/model/schema/entry';
import { entryDefaults } from '$lib/model/entry';
import { entrySchema } from '$lib/model/schema/entry';
import { libraryItemSchema } from '$lib/model/schema/library-item';
import { defaultSettings } from '$lib/model/settings';
import { settingsSchema } from '$lib/model/schema/settings';
import { slotInfoSchema } from '$lib/model/schema/slot-info';
import { versionSchema } from '$lib/model/schema/entry';

/*
 * The plain value of a record: { "kind": "entry" | "version" | "prompt" | "companion" | "settings" | "slots", ...fields }.
 * Its id is outside of it. Fields that a later version of the app has put beside them are kept, and written again.
 */

const { id: _entry, ...entryFields } = entrySchema.entries;
const { id: _version, ...versionFields } = versionSchema.entries;
const { id: _prompt, ...promptFields } = customPromptSchema.entries;
const { id: _item, ...itemFields } = libraryItemSchema.entries;

const schemas = {
	entry: v.looseObject({ kind: v.literal('entry'), ...entryFields }),
	version: v.looseObject({ kind: v.literal('version'), ...versionFields }),
	prompt: v.looseObject({ kind: v.literal('prompt'), ...promptFields }),
	companion: v.looseObject({ kind: v.literal('companion'), ...itemFields }),
	settings: v.looseObject({ kind: v.literal('settings'), ...settingsSchema.entries }),
	slots: v.looseObject({ kind: v.literal('slots'), slots: v.array(slotInfoSchema) })
};
type Kind = keyof typeof schemas;

/** The fields that older records lack. */
const defaults: Partial<Record<Kind, object>> = { entry: entryDefaults, settings: defaultSettings };

/** A record of a kind that this version does not know, and leaves alone. */
export interface UnknownValue {
	kind: 'unknown';
	/** What the record calls itself. */
	name: string;
}

export type RecordValue = v.InferOutput<(typeof schemas)[Kind]> | UnknownValue;

/** Validates the decrypted value of a record, with defaults for fields that it lacks. Null for one that breaks its schema. */
export function parseValue(value: unknown): RecordValue | null {
	const name = kindOf(value);
	if (!isKnown(name)) return { kind: 'unknown', name };
	const result = v.safeParse(schemas[name], Object.assign({}, defaults[name], value), {
		abortEarly: true,
		abortPipeEarly: true
	});
	return result.success ? result.output : null;
}

/** The kind that a decrypted value calls itself; empty for none. */
export function kindOf(value: unknown): string {
	const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : '';
	return typeof kind === 'string' ? kind : '';
}

function isKnown(kind: string): kind is Kind {
	return Object.hasOwn(schemas, kind);
}
