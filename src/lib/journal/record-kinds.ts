import { blank, type Entry } from './entry';
import type { KeptCompanion } from './kept-companion';
import type { Moment } from './moment';
import { defaultSettings, type Settings } from './settings';
import type { Plain, Read } from './sealed-records';
import type { OwnPrompt } from './own-prompt';
import type { SlotNote } from './slot-note';

/** An earlier text of an entry. */
export interface Version {
	id: string;
	/** The entry it belongs to. */
	entry: string;
	text: string;
	/** When this text was replaced. */
	kept: Moment;
}

/*
 * What a record says, as sealed: { "kind": "entry" | "version" | "prompt" | "companion" | "settings" | "slots", ...the fields }. The id of a
 * record stands outside. A kind that this code does not know is left alone.
 */

/** The record of an entry, replacing revision `was`. */
export function entryRecord({ id, ...fields }: Entry, was: number | null): Plain {
	return { id, was, what: `entry ${fields.written.day}`, value: { kind: 'entry', ...fields } };
}

/** The record of an earlier text; it is written once. */
export function versionRecord({ id, ...fields }: Version): Plain {
	return {
		id,
		was: null,
		what: `version ${fields.kept.day}`,
		value: { kind: 'version', ...fields }
	};
}

/** The record of a question of the writer's own, replacing revision `was`. */
export function promptRecord({ id, ...fields }: OwnPrompt, was: number | null): Plain {
	return { id, was, what: 'question', value: { kind: 'prompt', ...fields } };
}

/** The record of a kept companion, replacing revision `was`. */
export function companionRecord({ id, ...fields }: KeptCompanion, was: number | null): Plain {
	return { id, was, what: 'companion', value: { kind: 'companion', ...fields } };
}

/** The record of the settings, replacing revision `was`. */
export function settingsRecord(id: string, settings: Settings, was: number | null): Plain {
	return { id, was, what: 'settings', value: { kind: 'settings', ...settings } };
}

/** The record of the key slots, replacing revision `was`. */
export function slotsRecord(id: string, slots: readonly SlotNote[], was: number | null): Plain {
	return { id, was, what: 'slots', value: { kind: 'slots', slots } };
}

/** Reads the key slots; null for a record of another kind. */
export function readSlots({ value }: Read): readonly SlotNote[] | null {
	return kindOf(value) === 'slots' ? (value as { slots: SlotNote[] }).slots : null;
}

/** What a person would call an opened record. */
export function whatIs(record: Read): string {
	const entry = readEntry(record);
	if (entry) return `entry ${entry.written.day}`;
	const version = readVersion(record);
	if (version) return `version ${version.kept.day}`;
	if (readPrompt(record)) return 'question';
	return kindOf(record.value);
}

/** Reads an entry; null for a record of another kind. */
export function readEntry({ id, value }: Read): Entry | null {
	if (kindOf(value) !== 'entry') return null;
	return { ...blank, ...withoutKind(value as Omit<Entry, 'id'>), id };
}

/** Reads a version; null for a record of another kind. */
export function readVersion({ id, value }: Read): Version | null {
	return kindOf(value) === 'version' ? { ...withoutKind(value as Omit<Version, 'id'>), id } : null;
}

/** Reads a question of the writer's own; null for a record of another kind. */
export function readPrompt({ id, value }: Read): OwnPrompt | null {
	if (kindOf(value) !== 'prompt') return null;
	return { ...withoutKind(value as Omit<OwnPrompt, 'id'>), id };
}

/** Reads a kept companion; null for a record of another kind. */
export function readCompanion({ id, value }: Read): KeptCompanion | null {
	if (kindOf(value) !== 'companion') return null;
	return { ...withoutKind(value as Omit<KeptCompanion, 'id'>), id };
}

/** The questions of the writer's own, oldest first. */
export const promptKind = {
	record: promptRecord,
	read: readPrompt,
	order: ({ made }: OwnPrompt) => made.at
};

/** The kept companions, in the order in which they came. */
export const companionKind = {
	record: companionRecord,
	read: readCompanion,
	order: ({ kept }: KeptCompanion) => kept.at
};

/** Reads the settings, with the defaults for what they do not say; null for a record of another kind. */
export function readSettings({ value }: Read): Settings | null {
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
