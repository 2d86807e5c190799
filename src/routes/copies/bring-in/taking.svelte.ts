import type { ImportUndo } from '$lib/journal/importer';
import type { ImportOptions, ImportPlan } from '$lib/merge/import-plan';
import type { Journal } from '$lib/journal/journal.svelte';
import type { ImportedSnapshot } from '$lib/model/snapshot';
import type { Session } from '$lib/session/session.svelte';
import { FollowedSealing } from '../../followed-sealing.svelte';

/** What was read from a file, on its way into the journal: planned, taken in, taken back. */
export class Taking {
	readonly #session: Session;
	/** How far the taking in is, and how it is stopped. */
	readonly sealing = new FollowedSealing();
	#brought: { snapshot: ImportedSnapshot; options: ImportOptions; journal: Journal | null } | null =
		null;
	#alsoGone = $state(false);
	#planned = $state.raw<ImportPlan | null>(null);
	#working = $state(false);
	#error = $state.raw<unknown>(null);
	#taken = $state.raw<{ plan: ImportPlan; undo: ImportUndo } | null>(null);
	#undone = $state(false);

	constructor(session: Session) {
		this.#session = session;
	}

	/** What would become of it; null while nothing was read. */
	get planned(): ImportPlan | null {
		return this.#planned;
	}
	get working(): boolean {
		return this.#working;
	}
	/** Why it failed; null while it has not. */
	get error(): unknown {
		return this.#error;
	}
	/** Whether it is in the journal, or was. */
	get taken(): boolean {
		return this.#taken !== null;
	}
	/** Whether it was taken back. */
	get undone(): boolean {
		return this.#undone;
	}
	/** Whether taking it in would change anything. */
	get changes(): boolean {
		return this.#planned !== null && sizeOf(this.#planned) > 0;
	}
	/** How many pages were brought in or changed. */
	get count(): number {
		const plan = this.#taken?.plan;
		return plan ? plan.added.length + plan.changed.length : 0;
	}

	/** Plans what would become of it in this journal, or in a new one. */
	async plan(
		snapshot: ImportedSnapshot,
		options: ImportOptions,
		journal: Journal | null
	): Promise<void> {
		this.#brought = { snapshot, options, journal };
		this.#error = null;
		try {
			this.#planned = await (journal
				? journal.importer.plan(snapshot, options)
				: this.#planForNew(snapshot, options));
		} catch (error) {
			this.#error = error;
		}
	}

	/** Whether pages come back that were let go here. */
	get alsoGone(): boolean {
		return this.#alsoGone;
	}

	/** Plans anew, with or without the pages that were let go here. */
	async bringGone(also: boolean): Promise<void> {
		const what = this.#brought;
		if (!what || this.#working) return;
		this.#alsoGone = also;
		await this.plan(what.snapshot, { ...what.options, restoreDeleted: also }, what.journal);
	}

	/** Brings it in, in a journal that is made now where there is none. Stopped, it brings in nothing. */
	async take(): Promise<void> {
		const what = this.#brought;
		if (!what || this.#working) return;
		this.#working = true;
		this.#error = null;
		try {
			const { importer } = await this.#session.journalToKeepIn();
			await this.sealing.run(async (followed) => {
				this.#taken = await importer.apply(what.snapshot, what.options, followed);
			});
		} catch (error) {
			this.#error = error;
		}
		this.#working = false;
	}

	/** Takes it back, as long as nothing of it was changed since. */
	async undo(): Promise<void> {
		const taken = this.#taken;
		if (!taken || this.#working) return;
		this.#working = true;
		this.#error = null;
		try {
			const { importer } = await this.#session.journalToKeepIn();
			this.#undone = await importer.undo(taken.undo);
			if (!this.#undone) this.#error = new ChangedSince();
		} catch (error) {
			this.#error = error;
		}
		this.#working = false;
	}

	/** Forgets it. */
	forget(): void {
		this.#brought = null;
		this.#planned = null;
		this.#taken = null;
		this.#error = null;
		this.#undone = false;
		this.#alsoGone = false;
	}

	async #planForNew(snapshot: ImportedSnapshot, options: ImportOptions): Promise<ImportPlan> {
		const { planImport } = await import('$lib/merge/import-plan');
		const { settings } = this.#session;
		const nothing = { entries: [], versions: [], prompts: [], library: [] };
		return planImport(snapshot, { ...nothing, takenIds: new Set<string>(), settings }, options);
	}
}

/** Something of what was brought in was changed since, so that taking it back would lose that. */
export class ChangedSince extends Error {
	override name = 'ChangedSince';
}

function sizeOf({ added, changed, versions, prompts, library, settings }: ImportPlan): number {
	const records = [added, changed, versions, prompts, library];
	return records.reduce((sum, some) => sum + some.length, settings ? 1 : 0);
}
