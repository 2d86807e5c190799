import type { Version } from '$lib/model/version';
import { entryDefaults, type Entry } from '$lib/model/entry';
import type { LibraryItem } from '$lib/model/library-item';
import { defaultSettings, type Settings } from '$lib/model/settings';
import type { RecordWrite, DecryptedRecord } from './record-store';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import type { SlotInfo } from '$lib/model/slot-info';

/*
 * What a record says, as sealed: { "kind": "entry" | "version" | "prompt" | "companion" | "settings" | "slots", ...the fields }. The id of a
 * record stands outside. A kind that this code does not know is left alone.
 */

/** The record of an entry, replacing revision `was`. */
export function encodeEntry({ id, ...fields }: Entry, baseRev: number | null): RecordWrite {
	return { id, baseRev, label: `entry ${fields.written.day}`, value: { kind: 'entry', ...fields } };
}

/** The record of an earlier text; it is written once. */
export function encodeVersion({ id, ...fields }: Version): RecordWrite {
	return {
		id,
		baseRev: null,
		label: `version ${fields.kept.day}`,
		value: { kind: 'version', ...fields }
	};
}

/** The record of a question of the writer's own, replacing revision `was`. */
export function encodePrompt({ id, ...fields }: CustomPrompt, baseRev: number | null): RecordWrite {
	return { id, baseRev, label: 'question', value: { kind: 'prompt', ...fields } };
}

/** The record of a kept companion, replacing revision `was`. */
export function encodeLibraryItem(
	{ id, ...fields }: LibraryItem,
	baseRev: number | null
): RecordWrite {
	return { id, baseRev, label: 'companion', value: { kind: 'companion', ...fields } };
}

/** The record of the settings, replacing revision `was`. */
export function encodeSettings(
	id: string,
	settings: Settings,
	baseRev: number | null
): RecordWrite {
	return { id, baseRev, label: 'settings', value: { kind: 'settings', ...settings } };
}

/** The record of the key slots, replacing revision `was`. */
export function encodeSlots(
	id: string,
	slots: readonly SlotInfo[],
	baseRev: number | null
): RecordWrite {
	return { id, baseRev, label: 'slots', value: { kind: 'slots', slots } };
}

/** Reads the key slots; null for a record of another kind. */
export function decodeSlots({ value }: DecryptedRecord): readonly SlotInfo[] | null {
	return kindOf(value) === 'slots' ? (value as { slots: SlotInfo[] }).slots : null;
}

/** What a person would call an opened record. */
export function labelOf(record: DecryptedRecord): string {
	const entry = decodeEntry(record);
	if (entry) return `entry ${entry.written.day}`;
	const version = decodeVersion(record);
	if (version) return `version ${version.kept.day}`;
	if (decodePrompt(record)) return 'question';
	return kindOf(record.value);
}

/** Reads an entry; null for a record of another kind. */
export function decodeEntry({ id, value }: DecryptedRecord): Entry | null {
	if (kindOf(value) !== 'entry') return null;
	return { ...entryDefaults, ...withoutKind(value as Omit<Entry, 'id'>), id };
}

/** Reads a version; null for a record of another kind. */
export function decodeVersion({ id, value }: DecryptedRecord): Version | null {
	return kindOf(value) === 'version' ? { ...withoutKind(value as Omit<Version, 'id'>), id } : null;
}

/** Reads a question of the writer's own; null for a record of another kind. */
export function decodePrompt({ id, value }: DecryptedRecord): CustomPrompt | null {
	if (kindOf(value) !== 'prompt') return null;
	return { ...withoutKind(value as Omit<CustomPrompt, 'id'>), id };
}

/** Reads a kept companion; null for a record of another kind. */
export function decodeLibraryItem({ id, value }: DecryptedRecord): LibraryItem | null {
	if (kindOf(value) !== 'companion') return null;
	return { ...withoutKind(value as Omit<LibraryItem, 'id'>), id };
}

/** The questions of the writer's own, oldest first. */
export const promptCodec = {
	encode: encodePrompt,
	decode: decodePrompt,
	sortKey: ({ made }: CustomPrompt) => made.at
};

/** The kept companions, in the order in which they came. */
export const libraryCodec = {
	encode: encodeLibraryItem,
	decode: decodeLibraryItem,
	sortKey: ({ kept }: LibraryItem) => kept.at
};

/** Reads the settings, with the defaults for what they do not say; null for a record of another kind. */
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
