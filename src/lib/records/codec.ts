import type { CustomPrompt } from '$lib/model/custom-prompt';
import type { Entry } from '$lib/model/entry';
import type { LibraryItem } from '$lib/model/library-item';
import type { Settings } from '$lib/model/settings';
import type { SlotInfo } from '$lib/model/slot-info';
import type { Version } from '$lib/model/schema/entry';
import type { DecryptedRecord, RecordWrite } from './manifest';

/** Encodes an entry; `baseRev` is the revision it replaces, null for a new one. */
export function encodeEntry({ id, ...fields }: Entry, baseRev: number | null): RecordWrite {
	return { id, baseRev, label: `entry ${fields.written.day}`, value: { kind: 'entry', ...fields } };
}

/** Encodes an earlier text, which is written once. */
export function encodeVersion({ id, ...fields }: Version): RecordWrite {
	return {
		id,
		baseRev: null,
		label: `version ${fields.kept.day}`,
		value: { kind: 'version', ...fields }
	};
}

/** Encodes a custom prompt; `baseRev` as for an entry. */
export function encodePrompt({ id, ...fields }: CustomPrompt, baseRev: number | null): RecordWrite {
	return { id, baseRev, label: 'question', value: { kind: 'prompt', ...fields } };
}

/** Encodes a library item; `baseRev` as for an entry. */
export function encodeLibraryItem(
	{ id, ...fields }: LibraryItem,
	baseRev: number | null
): RecordWrite {
	return { id, baseRev, label: 'companion', value: { kind: 'companion', ...fields } };
}

/** Encodes the settings; `baseRev` as for an entry. */
export function encodeSettings(
	id: string,
	settings: Settings,
	baseRev: number | null
): RecordWrite {
	return { id, baseRev, label: 'settings', value: { kind: 'settings', ...settings } };
}

/** Encodes the list of key slots; `baseRev` as for an entry. */
export function encodeSlots(
	id: string,
	slots: readonly SlotInfo[],
	baseRev: number | null
): RecordWrite {
	return { id, baseRev, label: 'slots', value: { kind: 'slots', slots: [...slots] } };
}

/** Decodes the list of key slots; null for a record of another kind. */
export function decodeSlots({ value }: DecryptedRecord): readonly SlotInfo[] | null {
	return value.kind === 'slots' ? value.slots : null;
}

/** A name of a decrypted record for people, as the manifest stores it. */
export function labelOf({ value }: DecryptedRecord): string {
	if (value.kind === 'entry') return `entry ${value.written.day}`;
	if (value.kind === 'version') return `version ${value.kept.day}`;
	if (value.kind === 'prompt') return 'question';
	return value.kind === 'unknown' ? value.name : value.kind;
}

/** Decodes an entry; null for a record of another kind. */
export function decodeEntry({ id, value }: DecryptedRecord): Entry | null {
	if (value.kind !== 'entry') return null;
	const { kind: _, ...fields } = value;
	return { ...fields, id };
}

/** Decodes an earlier text; null for a record of another kind. */
export function decodeVersion({ id, value }: DecryptedRecord): Version | null {
	if (value.kind !== 'version') return null;
	const { kind: _, ...fields } = value;
	return { ...fields, id };
}

/** Decodes a custom prompt; null for a record of another kind. */
export function decodePrompt({ id, value }: DecryptedRecord): CustomPrompt | null {
	if (value.kind !== 'prompt') return null;
	const { kind: _, ...fields } = value;
	return { ...fields, id };
}

/** Decodes a library item; null for a record of another kind. */
export function decodeLibraryItem({ id, value }: DecryptedRecord): LibraryItem | null {
	if (value.kind !== 'companion') return null;
	const { kind: _, ...fields } = value;
	return { ...fields, id };
}

/** The codec of custom prompts, ordered oldest first. */
export const promptCodec = {
	encode: encodePrompt,
	decode: decodePrompt,
	sortKey: ({ made }: CustomPrompt) => made.at
};

/** The codec of library items, ordered as they were added. */
export const libraryCodec = {
	encode: encodeLibraryItem,
	decode: decodeLibraryItem,
	sortKey: ({ kept }: LibraryItem) => kept.at
};

/** Decodes the settings; null for a record of another kind. */
export function decodeSettings({ value }: DecryptedRecord): Settings | null {
	if (value.kind !== 'settings') return null;
	const { kind: _, ...settings } = value;
	return settings;
}
