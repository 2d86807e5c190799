import { ChangedSinceError } from '$lib/app/progress/changed-since';
import type { ImportUndo } from '$lib/journal/importer';
import type { ImportOptions, ImportPlan } from '$lib/merge/import-plan';
import type { Journal } from '$lib/journal/journal.svelte';
import type { ImportedSnapshot } from '$lib/model/snapshot';
import type { Session } from '$lib/session/session.svelte';
import { Task } from '$lib/app/progress/task.svelte';

/** One import into the journal: planned, applied, undone. */
export class ImportJob {
	readonly #session: Session;
	/** Progress and cancellation of applying it. */
	readonly encryption = new Task<void>();
	#imported: {
		snapshot: ImportedSnapshot;
		options: ImportOptions;
		journal: Journal | null;
	} | null = null;
	#restoresDeleted = $state(false);
	#plan = $state.raw<ImportPlan | null>(null);
	#isRunning = $state(false);
	#error = $state.raw<unknown>(null);
	#applied = $state.raw<{ plan: ImportPlan; undo: ImportUndo } | null>(null);
	#isUndone = $state(false);

	constructor(session: Session) {
		this.#session = session;
	}

	/** The planned changes; null while nothing was read. */
	get importPlan(): ImportPlan | null {
		return this.#plan;
	}
	get isRunning(): boolean {
		return this.#isRunning;
	}
	/** Why it failed; null while it has not. */
	get error(): unknown {
		return this.#error;
	}
	/** Whether it was applied, undone since or not. */
	get isApplied(): boolean {
		return this.#applied !== null;
	}
	/** Whether it was undone. */
	get isUndone(): boolean {
		return this.#isUndone;
	}
	/** Whether applying it would change anything. */
	get hasChanges(): boolean {
		return this.#plan !== null && countRecords(this.#plan) > 0;
	}
	/** How many entries were imported or changed. */
	get entryCount(): number {
		const plan = this.#applied?.plan;
		return plan ? plan.added.length + plan.changed.length : 0;
	}

	/** Plans the import into this journal, or into a new one. */
	async plan(
		snapshot: ImportedSnapshot,
		options: ImportOptions,
		journal: Journal | null
	): Promise<void> {
		this.#imported = { snapshot, options, journal };
		this.#error = null;
		try {
			this.#plan = await (journal
				? journal.importer.plan(snapshot, options)
				: this.#planForNewJournal(snapshot, options));
		} catch (error) {
			this.#error = error;
		}
	}

	/** Whether entries that were deleted here are restored. */
	get restoresDeleted(): boolean {
		return this.#restoresDeleted;
	}

	/** Plans again, with or without the entries that were deleted here. */
	async setRestoreDeleted(restore: boolean): Promise<void> {
		const imported = this.#imported;
		if (!imported || this.#isRunning) return;
		this.#restoresDeleted = restore;
		await this.plan(
			imported.snapshot,
			{ ...imported.options, restoreDeleted: restore },
			imported.journal
		);
	}

	/** Applies the import, to a journal that is made now if there is none. If cancelled, nothing is imported. */
	async apply(): Promise<void> {
		const imported = this.#imported;
		if (!imported || this.#isRunning) return;
		this.#isRunning = true;
		this.#error = null;
		try {
			const { importer } = await this.#session.getOrCreateJournal();
			const outcome = await this.encryption.run('', async (options) => {
				this.#applied = await importer.apply(imported.snapshot, imported.options, options);
			});
			if (outcome === 'failed') this.#error = this.encryption.error;
		} catch (error) {
			this.#error = error;
		}
		this.#isRunning = false;
	}

	/** Undoes the import, as long as nothing of it was changed since. */
	async undo(): Promise<void> {
		const applied = this.#applied;
		if (!applied || this.#isRunning) return;
		this.#isRunning = true;
		this.#error = null;
		try {
			const { importer } = await this.#session.getOrCreateJournal();
			this.#isUndone = await importer.undo(applied.undo);
			if (!this.#isUndone) this.#error = new ChangedSinceError();
		} catch (error) {
			this.#error = error;
		}
		this.#isRunning = false;
	}

	/** Clears the import. */
	reset(): void {
		this.#imported = null;
		this.#plan = null;
		this.#applied = null;
		this.#error = null;
		this.#isUndone = false;
		this.#restoresDeleted = false;
	}

	async #planForNewJournal(
		snapshot: ImportedSnapshot,
		options: ImportOptions
	): Promise<ImportPlan> {
		const { planImport } = await import('$lib/merge/import-plan');
		const { settings } = this.#session;
		const emptyJournal = { entries: [], versions: [], prompts: [], library: [] };
		return planImport(
			snapshot,
			{ ...emptyJournal, takenIds: new Set<string>(), settings },
			options
		);
	}
}

function countRecords({
	added,
	changed,
	versions,
	prompts,
	library,
	settings
}: ImportPlan): number {
	const records = [added, changed, versions, prompts, library];
	return records.reduce((sum, some) => sum + some.length, settings ? 1 : 0);
}
