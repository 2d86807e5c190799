import {
	entriesToCompare,
	planImport,
	type ImportOutcome,
	type ImportOptions,
	type ImportPlan
} from '$lib/merge/import-plan';
import { newEntry, type Entry } from '$lib/model/entry';
import { momentAt } from '$lib/model/moment';
import type { Version } from '$lib/model/schema/entry';
import { defaultSettings, type ExportedSettings, type Settings } from '$lib/model/settings';
import type { ImportedSnapshot, JournalSnapshot } from '$lib/model/snapshot';

/* Small journals, and what comes of bringing one into another. */

/** What of the settings goes into a copy. */
function carried({
	folderCode: _,
	gone: __,
	showOriginal: ___,
	...others
}: Settings): ExportedSettings {
	return others;
}

/** A journal without a page. */
export const empty: JournalSnapshot = {
	...{ entries: [], versions: [], prompts: [], library: [] },
	settings: defaultSettings
};

/** The plan of bringing this into a journal, made with what `inQuestion` says it needs and no more. */
export function planned(
	here: JournalSnapshot,
	brought: ImportedSnapshot,
	options: ImportOptions = {},
	occupied: string[] = []
): ImportPlan {
	const asked = new Set(entriesToCompare(brought, here.entries).map((entry) => entry.id));
	// What was not asked for is not known: a plan that would have needed it goes wrong.
	const versions = here.versions.filter((version) => asked.has(version.entry));
	const settings = { ...defaultSettings, ...here.settings };
	return planImport(brought, { ...here, settings, versions, takenIds: new Set(occupied) }, options);
}

/** The journal after a plan was carried out. */
export function after(here: JournalSnapshot, plan: ImportPlan): JournalSnapshot {
	const changed = new Map(plan.changed.map((entry) => [entry.id, entry]));
	return {
		entries: [...here.entries.map((entry) => changed.get(entry.id) ?? entry), ...plan.added],
		versions: [...here.versions, ...plan.versions],
		prompts: [...here.prompts, ...plan.prompts],
		library: [...here.library, ...plan.library],
		settings: carried({ ...defaultSettings, ...here.settings, ...plan.settings })
	};
}

/** What becomes of each page of a file. */
export const fates = (plan: ImportPlan): ImportOutcome[] =>
	plan.outcomes.map(({ outcome }) => outcome);

/** How many records a plan writes. */
export const writes = (plan: ImportPlan): number =>
	[plan.added, plan.changed, plan.versions, plan.prompts, plan.library].reduce(
		(sum, some) => sum + some.length,
		0
	);

export const DAY = 86_400_000;
export const base = Date.UTC(2026, 9, 1, 12);

/** Noon, so many days after the first. */
export const onDay = (day: number): Entry['written'] => momentAt(base + day * DAY, 'UTC');

/** A page of the first day. */
export function page(text: string, more: Partial<Entry> = {}): Entry {
	const written = onDay(0);
	return { ...newEntry({ companion: 'walking-away' }), text, written, changed: written, ...more };
}

/** A text that a page had until this day. */
export function earlier(of: Entry, text: string, day: number): Version {
	return { id: newEntry({ companion: 'x' }).id, entry: of.id, text, kept: onDay(day) };
}

/** A journal of these pages, each with its earlier texts. */
export function journal(...all: [Entry, ...Version[]][]): JournalSnapshot {
	return {
		...empty,
		entries: all.map(([entry, ...versions]) => ({
			...entry,
			versions: versions.map((version) => version.id)
		})),
		versions: all.flatMap(([, ...versions]) => versions)
	};
}

/** A journal as a file that says nothing of choices. */
export const bring = (whole: JournalSnapshot): ImportedSnapshot => ({ ...whole, settings: null });
