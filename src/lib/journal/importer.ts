import {
	entriesToCompare,
	planImport,
	type ImportOptions,
	type ImportPlan
} from '$lib/merge/import-plan';
import type { Entry } from '$lib/model/entry';
import type { JournalMemory } from './record-router';
import {
	encodeLibraryItem,
	encodeEntry,
	encodePrompt,
	decodeVersion,
	encodeVersion
} from '$lib/records/codec';
import type { WorkOptions, RecordStore } from '$lib/records/record-store';
import type { Settings } from '$lib/model/settings';
import { revertSettings } from '$lib/merge/merge-settings';
import type { ImportedSnapshot } from '$lib/model/snapshot';

/** The data that undoes an import. Valid for as long as the journal is open. */
export interface ImportUndo {
	/** New records, with the revision that was written. */
	added: readonly { id: string; rev: number }[];
	/** Changed entries: as they were before, and the revision since. */
	changed: readonly { before: Entry; rev: number }[];
	settings: { before: Settings; after: Settings } | null;
}

/**
 * Imports snapshots into an open journal and undoes that, each in one transaction: all of it is on the disk, or nothing
 * has changed.
 */
export class Importer {
	readonly #records: RecordStore;
	readonly #memory: JournalMemory;
	readonly #ensureLoaded: () => Promise<void>;

	/** `ensureLoaded` resolves when every entry is loaded, and throws where some cannot be. */
	constructor(records: RecordStore, memory: JournalMemory, ensureLoaded: () => Promise<void>) {
		this.#records = records;
		this.#memory = memory;
		this.#ensureLoaded = ensureLoaded;
	}

	/** Plans an import; changes nothing. */
	async plan(imported: ImportedSnapshot, options?: ImportOptions): Promise<ImportPlan> {
		const { entryCache, prompts, library, settingsStore } = this.#memory;
		const records = this.#records;
		await this.#ensureLoaded();
		const entries = [...entryCache.entries, ...entryCache.bin];
		const versionIds = entriesToCompare(imported, entries).flatMap((entry) => entry.versions);
		const versions = (await records.read(versionIds)).flatMap(
			(record) => decodeVersion(record) ?? []
		);
		const known = new Set([
			...entries.flatMap(({ id, versions: earlier }) => [id, ...earlier]),
			...[...prompts.all, ...library.all].map(({ id }) => id)
		]);
		const importedItems = [
			...imported.entries,
			...imported.versions,
			...imported.prompts,
			...imported.library
		];
		const unknown = importedItems.map(({ id }) => id).filter((id) => !known.has(id));
		const free = new Set(await records.missingIds(unknown));
		const takenIds = new Set(unknown.filter((id) => !free.has(id)));
		const settings = settingsStore.saved;
		return planImport(
			imported,
			{ entries, versions, prompts: prompts.all, library: library.all, settings, takenIds },
			options
		);
	}

	/**
	 * Applies an import. Resolves when it is on the disk, with the plan and its undo; throws a typed error when it
	 * could not be written, and then nothing has changed. It reports progress, and can be cancelled until all is
	 * encrypted; then it rejects with the signal's reason.
	 */
	async apply(
		imported: ImportedSnapshot,
		options?: ImportOptions,
		work?: WorkOptions
	): Promise<{ plan: ImportPlan; undo: ImportUndo }> {
		const { entryCache, settingsStore } = this.#memory;
		// Outside the update, so that no save waits behind it.
		await this.#ensureLoaded();
		let done!: { plan: ImportPlan; undo: ImportUndo };
		await this.#records.update(async () => {
			const plan = await this.plan(imported, options);
			const before = plan.changed.flatMap(({ id }) => entryCache.find(id) ?? []);
			const undo: ImportUndo = {
				added: [...plan.added, ...plan.versions, ...plan.prompts, ...plan.library].map(({ id }) => {
					return { id, rev: 1 };
				}),
				changed: before.map(({ entry, rev }) => ({ before: entry, rev: rev + 1 })),
				settings: plan.settings && { before: settingsStore.saved, after: plan.settings }
			};
			done = { plan, undo };
			return {
				write: [
					...plan.added.map((entry) => encodeEntry(entry, null)),
					...plan.changed.map((entry, index) => encodeEntry(entry, before[index]?.rev ?? null)),
					...plan.versions.map(encodeVersion),
					...plan.prompts.map((prompt) => encodePrompt(prompt, null)),
					...plan.library.map((item) => encodeLibraryItem(item, null)),
					...(plan.settings ? [settingsStore.toRecord(plan.settings)] : [])
				]
			};
		}, work);
		return done;
	}

	/**
	 * Undoes an import: everything is as it was before, except settings that were changed since. False, and nothing
	 * changed, if something of it was changed meanwhile. Throws a typed error when it could not be done.
	 */
	async undo({ added, changed, settings }: ImportUndo): Promise<boolean> {
		const { settingsStore } = this.#memory;
		const mine = new Set([...added.map(({ id }) => id), ...changed.map(({ before }) => before.id)]);
		let isChanged = false;
		await this.#records.update((conflicts) => {
			isChanged = conflicts.some((id) => mine.has(id));
			if (isChanged) return null;
			const restored =
				settings && revertSettings(settingsStore.saved, settings.before, settings.after);
			return {
				write: [
					...changed.map(({ before, rev }) => encodeEntry(before, rev)),
					...(restored ? [settingsStore.toRecord(restored)] : [])
				],
				remove: added.map(({ id, rev }) => ({ id, baseRev: rev }))
			};
		});
		return !isChanged;
	}
}
