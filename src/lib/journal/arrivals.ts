import { inQuestion, planBringIn, type ImportOptions, type Plan } from './bring-in';
import type { Entry } from './entry';
import type { Holders } from './from-disk';
import {
	companionRecord,
	entryRecord,
	promptRecord,
	readVersion,
	versionRecord
} from './record-kinds';
import type { Followed, SealedRecords } from './sealed-records';
import type { Settings } from './settings';
import { settingsWithout } from './settings-merge';
import type { ImportedSnapshot } from './snapshot';

/** What was brought in, so that it can be taken back. Good for as long as the journal is open. */
export interface Undo {
	/** New records, with the revision in which they were written. */
	added: readonly { id: string; rev: number }[];
	/** Entries that were changed: how they were, and the revision since. */
	changed: readonly { before: Entry; rev: number }[];
	settings: { before: Settings; after: Settings } | null;
}

/**
 * Brings files into an open journal and takes that back, each in one transaction: all of it is on the disk, or nothing
 * has changed.
 */
export class Arrivals {
	readonly #records: SealedRecords;
	readonly #holders: Holders;
	readonly #whole: () => Promise<void>;

	/** `whole` resolves when every entry is open, and throws where some cannot be. */
	constructor(records: SealedRecords, holders: Holders, whole: () => Promise<void>) {
		this.#records = records;
		this.#holders = holders;
		this.#whole = whole;
	}

	/** What bringing this in would do; changes nothing. */
	async plan(brought: ImportedSnapshot, options?: ImportOptions): Promise<Plan> {
		const { stored, prompts, library, choices } = this.#holders;
		const records = this.#records;
		await this.#whole();
		const entries = [...stored.entries, ...stored.bin];
		const asked = inQuestion(brought, entries).flatMap((entry) => entry.versions);
		const versions = (await records.read(asked)).flatMap((record) => readVersion(record) ?? []);
		const known = new Set([
			...entries.flatMap(({ id, versions: earlier }) => [id, ...earlier]),
			...[...prompts.all, ...library.all].map(({ id }) => id)
		]);
		const theirs = [
			...brought.entries,
			...brought.versions,
			...brought.prompts,
			...brought.library
		];
		const unknown = theirs.map(({ id }) => id).filter((id) => !known.has(id));
		const free = new Set(await records.missing(unknown));
		const occupied = new Set(unknown.filter((id) => !free.has(id)));
		const settings = choices.onDisk;
		return planBringIn(
			brought,
			{ entries, versions, prompts: prompts.all, library: library.all, settings, occupied },
			options
		);
	}

	/**
	 * Brings this in. Resolves when it is on the disk, with what was done and what takes it back; throws a typed
	 * error when it could not be, and then nothing has changed. It can be followed, and stopped as long as not all of it
	 * is sealed; then it rejects with the signal's reason.
	 */
	async bringIn(
		brought: ImportedSnapshot,
		options?: ImportOptions,
		followed?: Followed
	): Promise<{ plan: Plan; undo: Undo }> {
		const { stored, choices } = this.#holders;
		// Not while a save waits for its turn behind this.
		await this.#whole();
		let done!: { plan: Plan; undo: Undo };
		await this.#records.update(async () => {
			const plan = await this.plan(brought, options);
			const before = plan.changed.flatMap(({ id }) => stored.find(id) ?? []);
			const undo: Undo = {
				added: [...plan.added, ...plan.versions, ...plan.prompts, ...plan.library].map(({ id }) => {
					return { id, rev: 1 };
				}),
				changed: before.map(({ entry, rev }) => ({ before: entry, rev: rev + 1 })),
				settings: plan.settings && { before: choices.onDisk, after: plan.settings }
			};
			done = { plan, undo };
			return {
				write: [
					...plan.added.map((entry) => entryRecord(entry, null)),
					...plan.changed.map((entry, index) => entryRecord(entry, before[index]?.rev ?? null)),
					...plan.versions.map(versionRecord),
					...plan.prompts.map((prompt) => promptRecord(prompt, null)),
					...plan.library.map((kept) => companionRecord(kept, null)),
					...(plan.settings ? [choices.recordOf(plan.settings)] : [])
				]
			};
		}, followed);
		return done;
	}

	/**
	 * Takes back what was brought in: all is as it was before, but for choices made since. False, and nothing changed,
	 * if something of it was changed meanwhile. Throws a typed error when it could not be done.
	 */
	async takeBack({ added, changed, settings }: Undo): Promise<boolean> {
		const { choices } = this.#holders;
		const mine = new Set([...added.map(({ id }) => id), ...changed.map(({ before }) => before.id)]);
		let isChanged = false;
		await this.#records.update((moved) => {
			isChanged = moved.some((id) => mine.has(id));
			if (isChanged) return null;
			const now = settings && settingsWithout(choices.onDisk, settings.before, settings.after);
			return {
				write: [
					...changed.map(({ before, rev }) => entryRecord(before, rev)),
					...(now ? [choices.recordOf(now)] : [])
				],
				remove: added.map(({ id, rev }) => ({ id, was: rev }))
			};
		});
		return !isChanged;
	}
}
