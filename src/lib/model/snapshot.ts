import type { Entry } from './entry';
import type { LibraryItem } from './library-item';
import type { CustomPrompt } from './custom-prompt';
import type { Version } from './schema/entry';
import type { ExportedSettings, Settings } from './settings';

/** All of a journal as data: what a person wrote and set, hidden, time-locked and binned entries included. */
export interface JournalSnapshot {
	entries: Entry[];
	/** The earlier texts of the entries: exactly those that they name. */
	versions: Version[];
	prompts: CustomPrompt[];
	/** The companions stored here, and the original words of some. */
	library: LibraryItem[];
	settings: ExportedSettings;
}

/** A part of a snapshot, as it goes from a page to its worker or back. */
export type SnapshotPart = Partial<JournalSnapshot>;

/** The contents of a file to be imported, every field of it validated. Nothing of it is in the journal yet. */
export interface ImportedSnapshot extends Omit<JournalSnapshot, 'settings'> {
	/** From a backup of our own; null from anywhere else. */
	settings: Partial<Settings> | null;
}

/** A snapshot of nothing, for parts to be added to. */
export function emptySnapshot(): ImportedSnapshot {
	return { entries: [], versions: [], prompts: [], library: [], settings: null };
}

/** Adds a part to a snapshot, in place. */
export function addPart(snapshot: ImportedSnapshot, part: SnapshotPart): void {
	snapshot.entries.push(...(part.entries ?? []));
	snapshot.versions.push(...(part.versions ?? []));
	snapshot.prompts.push(...(part.prompts ?? []));
	snapshot.library.push(...(part.library ?? []));
	if (part.settings) snapshot.settings = part.settings;
}
