import { groupBy } from '$lib/model/group-by';
import { dequal } from 'dequal/lite';
import { randomId } from '$lib/id/random-id';
import type { Entry } from '$lib/model/entry';
import type { LibraryItem } from '$lib/model/library-item';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import type { Version } from '$lib/model/schema/entry';
import type { Settings } from '$lib/model/settings';
import type { ImportedSnapshot } from '$lib/model/snapshot';
import { sameSettings, mergeSettings } from './merge-settings';
import {
	normaliseEntry,
	hasText,
	orderVersions,
	combineAnnotations,
	compareRevisions,
	type Revision
} from './compare-revisions';

/** The options of an import. */
export interface ImportOptions {
	/**
	 * Whether an entry of the same day and text counts as being in the journal already: for files of other programs,
	 * whose ids may be made up.
	 */
	matchByText?: boolean;
	/** Whether entries that were deleted here come back. */
	restoreDeleted?: boolean;
}

/** The current state of the journal, as far as an import needs it. */
export interface CurrentJournal {
	/** All entries, those in the bin too. */
	entries: readonly Entry[];
	/** The earlier texts of the entries that `entriesToCompare` returns. */
	versions: readonly Version[];
	prompts: readonly CustomPrompt[];
	library: readonly LibraryItem[];
	settings: Settings;
	/** The ids in the file that are already taken here by another record, which may be impossible to decrypt. */
	takenIds: ReadonlySet<string>;
}

/**
 * The outcome for an entry of the file:
 * - `new`: it is added to the journal
 * - `unchanged`: it is there already, and nothing is to be done
 * - `annotated`: it is there, and takes over annotations that only the file has
 * - `older`: the one here continues it; the text here stays as it is
 * - `newer`: it continues the one here, whose text becomes an earlier one
 * - `deleted`: it was deleted here, and is not restored
 * - `copied`: each has something that the other has not; both are stored, that of the file as a copy
 */
export type ImportOutcome =
	'new' | 'unchanged' | 'annotated' | 'older' | 'newer' | 'deleted' | 'copied';

/** The plan of an import. */
export interface ImportPlan {
	/** Each entry of the file, in its order, with its outcome. */
	outcomes: { entry: Entry; outcome: ImportOutcome }[];
	/** The records to write: new entries, and those that replace one. */
	added: Entry[];
	changed: Entry[];
	versions: Version[];
	prompts: CustomPrompt[];
	library: LibraryItem[];
	/** Null where they do not change. */
	settings: Settings | null;
}

/** Returns the entries of a journal whose earlier texts a plan needs. */
export function entriesToCompare(
	{ entries, versions }: ImportedSnapshot,
	current: readonly Entry[]
): Entry[] {
	const mine = new Map(current.map((entry) => [entry.id, entry]));
	const known = new Set(current.flatMap((entry) => entry.versions));
	const withNewVersions = new Set(
		versions.flatMap(({ id, entry }) => (known.has(id) ? [] : [entry]))
	);
	const ids = new Set<string>();
	for (const { id, text, copyOf } of entries) {
		const one = mine.get(id);
		if (one ? one.text !== text || withNewVersions.has(id) : copyOf !== null) {
			ids.add(one ? id : (copyOf ?? ''));
		}
	}
	return current.filter(({ id, copyOf }) => ids.has(id) || (copyOf !== null && ids.has(copyOf)));
}

/**
 * Plans the import of a file into a journal; changes nothing itself.
 *
 * Nothing that is here is lost. An entry is identified by its id. Its text is replaced only by one that continues it,
 * and then becomes an earlier text; where the two differ otherwise the one here stays and the other is added as a copy,
 * once. Annotations are merged; where the two differ, those here win, and nothing is put in the bin by it.
 */
export function planImport(
	imported: ImportedSnapshot,
	current: CurrentJournal,
	options: ImportOptions = {}
): ImportPlan {
	return new ImportPlanner(imported, current, options).plan;
}

class ImportPlanner {
	readonly plan: ImportPlan;
	readonly #mine: ReadonlyMap<string, Entry>;
	readonly #takenIds: ReadonlySet<string>;
	/** The ids of entries that were deleted and are not to be restored. */
	readonly #deletedIds: ReadonlySet<string>;
	/** The day and text of every entry here; null without `matchByText`. */
	readonly #matchKeys: ReadonlySet<string> | null;
	/** The earlier texts here and in the file, by their entries; copies, by what they are copies of. */
	readonly #earlier: ReadonlyMap<string, readonly Version[]>;
	readonly #theirEarlier: ReadonlyMap<string, readonly Version[]>;
	readonly #copies: ReadonlyMap<string, readonly Entry[]>;

	constructor(
		imported: ImportedSnapshot,
		current: CurrentJournal,
		{ matchByText = false, restoreDeleted = false }: ImportOptions
	) {
		this.#mine = new Map(current.entries.map((entry) => [entry.id, entry]));
		this.#takenIds = current.takenIds;
		this.#deletedIds = new Set(restoreDeleted ? [] : current.settings.gone);
		this.#matchKeys = matchByText ? new Set(current.entries.map(matchKey)) : null;
		this.#earlier = groupBy(current.versions, ({ entry }) => entry);
		this.#theirEarlier = groupBy(imported.versions, ({ entry }) => entry);
		this.#copies = groupBy(current.entries, ({ copyOf }) => copyOf ?? '');
		this.plan = {
			outcomes: [],
			added: [],
			changed: [],
			versions: [],
			prompts: newPrompts(imported.prompts, current),
			library: newLibraryItems(imported.library, current),
			settings: planSettings(imported, current)
		};
		const seen = new Set<string>();
		for (const entry of imported.entries) {
			// Two entries of a file with the same id are two entries.
			const theirs = seen.has(entry.id) ? { ...entry, id: randomId(), versions: [] } : entry;
			seen.add(entry.id);
			this.plan.outcomes.push({ entry, outcome: this.#outcomeOf(theirs) });
		}
	}

	#outcomeOf(entry: Entry): ImportOutcome {
		const theirs = { entry, earlier: this.#theirEarlier.get(entry.id) ?? [] };
		const mine = this.#mine.get(entry.id);
		if (mine) return this.#merge(this.#revisionOf(mine), theirs);
		if (this.#deletedIds.has(entry.id)) return 'deleted';
		if (this.#takenIds.has(entry.id)) return this.#addCopy(theirs, entry.id);
		if (this.#matchKeys?.has(matchKey(entry))) return 'unchanged';
		// The copy of an entry that two places have made, each for itself.
		if (entry.copyOf !== null && this.#hasText(entry.copyOf, entry.text)) return 'unchanged';
		this.#add(theirs);
		return 'new';
	}

	/** Merges an entry that is both here and in the file. */
	#merge(mine: Revision, theirs: Revision): ImportOutcome {
		const { text, changed, finished } = theirs.entry;
		const annotations = combineAnnotations(mine.entry, theirs.entry);
		switch (compareRevisions(mine, theirs)) {
			case 'same':
				return this.#update(mine, theirs, {
					...annotations,
					finished: mine.entry.finished || finished
				})
					? 'annotated'
					: 'unchanged';
			case 'older':
				this.#update(mine, theirs, annotations);
				return 'older';
			case 'newer':
				this.#update(mine, theirs, {
					...annotations,
					text,
					changed,
					finished
				});
				return 'newer';
			case 'apart':
				return this.#addCopy(theirs, mine.entry.id);
		}
	}

	/** Changes an entry here, and adds the earlier texts that it lacks; false if nothing changes. */
	#update(mine: Revision, theirs: Revision, change: Partial<Entry>): boolean {
		const { entry, earlier } = mine;
		const next = { ...entry, ...change };
		const added = theirs.earlier.filter(
			({ id }) => !entry.versions.includes(id) && !this.#takenIds.has(id)
		);
		const isPreserved = [next, ...earlier, ...added].some(({ text }) => text === entry.text);
		if (!isPreserved && entry.text.trim() !== '') {
			added.push({ id: randomId(), entry: entry.id, text: entry.text, kept: next.changed });
		}
		if (added.length > 0) next.versions = orderVersions(mine, added);
		if (dequal(next, entry)) return false;
		this.plan.changed.push(next);
		this.plan.versions.push(...added);
		return true;
	}

	#add({ entry, earlier }: Revision): void {
		this.plan.added.push(normaliseEntry(entry));
		this.plan.versions.push(...earlier.filter(({ id }) => !this.#takenIds.has(id)));
	}

	/** Adds an entry as a copy of another, with earlier texts of its own, unless its text is here. */
	#addCopy({ entry, earlier }: Revision, of: string): ImportOutcome {
		if (this.#hasText(of, entry.text)) return 'unchanged';
		const id = randomId();
		const own = earlier.map((one) => ({ ...one, id: randomId(), entry: id }));
		const versions = own.map((one) => one.id);
		this.#add({ entry: { ...entry, id, copyOf: of, versions }, earlier: own });
		return 'copied';
	}

	/** Whether a text is here already: in an entry, in its copies, or as an earlier text of one of them. */
	#hasText(id: string, text: string): boolean {
		const original = this.#mine.get(id);
		const all = [...(original ? [original] : []), ...(this.#copies.get(id) ?? [])];
		return all.some((one) => hasText(this.#revisionOf(one), text));
	}

	#revisionOf(entry: Entry): Revision {
		return { entry, earlier: this.#earlier.get(entry.id) ?? [] };
	}
}

/** Returns the custom prompts that are not here; one that is worded differently here is added beside it, once. */
function newPrompts(
	imported: readonly CustomPrompt[],
	{ prompts, takenIds }: Pick<CurrentJournal, 'prompts' | 'takenIds'>
): CustomPrompt[] {
	const known = new Set([...prompts.map(({ id }) => id), ...takenIds]);
	const contentKeys = new Set(prompts.map(promptContentKey));
	return imported.flatMap((theirs) => {
		const isKnown = known.has(theirs.id);
		if (isKnown && contentKeys.has(promptContentKey(theirs))) return [];
		// The file itself may contain duplicates.
		known.add(theirs.id);
		contentKeys.add(promptContentKey(theirs));
		return [isKnown ? { ...theirs, id: randomId() } : theirs];
	});
}

/**
 * Returns the companions that are not here as they are in the file; one that was changed in either place is added
 * beside it.
 */
function newLibraryItems(
	imported: readonly LibraryItem[],
	{ library, takenIds }: Pick<CurrentJournal, 'library' | 'takenIds'>
): LibraryItem[] {
	const usedIds = new Set([...library.map(({ id }) => id), ...takenIds]);
	const contentKeys = new Set(library.map(itemContentKey));
	/** The items of the file, by id and contents: it may contain duplicates. */
	const seen = new Set<string>();
	return imported.flatMap((theirs) => {
		const key = itemContentKey(theirs);
		if (contentKeys.has(key) || seen.has(`${theirs.id} ${key}`)) return [];
		const isTaken = usedIds.has(theirs.id);
		usedIds.add(theirs.id);
		seen.add(`${theirs.id} ${key}`);
		return [isTaken ? { ...theirs, id: randomId() } : theirs];
	});
}

function itemContentKey({ companion, originalOf }: LibraryItem): string {
	return JSON.stringify([originalOf, companion], sortKeys);
}

/** Sorts the fields of an object, so that their order makes no difference. */
function sortKeys(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function planSettings({ settings }: ImportedSnapshot, current: CurrentJournal): Settings | null {
	if (!settings) return null;
	const isEmpty = current.entries.length === 0 && current.prompts.length === 0;
	const next = mergeSettings(current.settings, settings, isEmpty);
	return sameSettings(next, current.settings) ? null : next;
}

function matchKey({ written, text }: Entry): string {
	return `${written.day} ${text.trim()}`;
}

function promptContentKey({ companion, section, text }: CustomPrompt): string {
	return JSON.stringify([companion, section, text]);
}
