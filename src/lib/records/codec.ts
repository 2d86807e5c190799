import type { Version } from '$lib/model/version';
import { entryDefaults, type Entry } from '$lib/model/entry';
import type { LibraryItem } from '$lib/model/library-item';
import { defaultSettings, type Settings } from '$lib/model/settings';
import type { RecordWrite, DecryptedRecord } from './record-store';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import type { SlotInfo } from '$lib/model/slot-info';

/*
 * The plain value of a record: { "kind": "entry" | "version" | "prompt" | "companion" | "settings" | "slots", ...fields }.
 * Its id is outside of it. Records of unknown kinds are left alone.
 */

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
	return { id, baseRev, label: 'slots', value: { kind: 'slots', slots } };
}

/** Decodes the list of key slots; null for a record of another kind. */
export function decodeSlots({ value }: DecryptedRecord): readonly SlotInfo[] | null {
	return kindOf(value) === 'slots' ? (value as { slots: SlotInfo[] }).slots : null;
}

/** A name of a decrypted record for people, as the manifest stores it. */
export function labelOf(record: DecryptedRecord): string {
	const entry = decodeEntry(record);
	if (entry) return `entry ${entry.written.day}`;
	const version = decodeVersion(record);
	if (version) return `version ${version.kept.day}`;
	if (decodePrompt(record)) return 'question';
	return kindOf(record.value);
}

/** Decodes an entry; null for a record of another kind. */
export function decodeEntry({ id, value }: DecryptedRecord): Entry | null {
	if (kindOf(value) !== 'entry') return null;
	return { ...entryDefaults, ...withoutKind(value as Omit<Entry, 'id'>), id };
}

/** Decodes an earlier text; null for a record of another kind. */
export function decodeVersion({ id, value }: DecryptedRecord): Version | null {
	return kindOf(value) === 'version' ? { ...withoutKind(value as Omit<Version, 'id'>), id } : null;
}

/** Decodes a custom prompt; null for a record of another kind. */
export function decodePrompt({ id, value }: DecryptedRecord): CustomPrompt | null {
	if (kindOf(value) !== 'prompt') return null;
	return { ...withoutKind(value as Omit<CustomPrompt, 'id'>), id };
}

/** Decodes a library item; null for a record of another kind. */
export function decodeLibraryItem({ id, value }: DecryptedRecord): LibraryItem | null {
	if (kindOf(value) !== 'companion') return null;
	return { ...withoutKind(value as Omit<LibraryItem, 'id'>), id };
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

/** Decodes the settings, with defaults for missing fields; null for a record of another kind. */
export function decodeSettings({ value }: DecryptedRecord): Settings | null {
	if (kindOf(value) !== 'settings') return null;
	return { ...defaultSettings, ...withoutKind(value as Partial<Settings>) };
}

function kindOf(value: unknown): string {
	const kind = (value as { kind?: unknown } | null)?.kind;
	return typeof kind === 'string' ? kind : '';
}

function withoutKind<T extends object>(value: T): T {
	const { kind: _, ...rest } = value as T & { kind?: unknown };
	return rest as unknown as T;
}
