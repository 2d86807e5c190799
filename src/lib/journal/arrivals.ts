import { inQuestion, planBringIn, type Brought, type Plan } from './bring-in';
import type { Choices } from './choices.svelte';
import type { Entry } from './entry';
import { JournalError } from './journal-error';
import type { Held } from './held.svelte';
import type { KeptCompanion } from './kept-companion';
import type { OwnPrompt } from './own-prompt';
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
import type { StoredEntries } from './stored-entries.svelte';

/** How often it is tried anew when another tab changed something meanwhile. */
const ATTEMPTS = 5;

/** What was brought in, so that it can be taken back. Good for as long as the journal is open. */
export interface Undo {
	/** New records, with the revision in which they were written. */
	added: readonly { id: string; rev: number }[];
	/** Entries that were changed: how they were, and the revision since. */
	changed: readonly { before: Entry; rev: number }[];
	settings: { before: Settings; after: Settings } | null;
}

/** The open journal, as far as it takes part. */
interface Inside {
	records: SealedRecords;
	stored: StoredEntries;
	prompts: Held<OwnPrompt>;
	library: Held<KeptCompanion>;
	choices: Choices;
	/** Resolves when every entry is open; throws where some cannot be. */
	whole(): Promise<void>;
	/** Reads records anew, as another tab may have left them. */
	refresh(ids: string[]): Promise<void>;
	/** Tells the other tabs. */
	tell(ids: string[]): void;
}

/**
 * Brings files into an open journal and takes that back, each in one transaction: all of it is on the disk, or nothing
 * has changed.
 */
export class Arrivals {
	readonly #inside: Inside;

	constructor(inside: Inside) {
		this.#inside = inside;
	}

	/** What bringing this in would do; changes nothing. `byText`: see `planBringIn`. */
	async plan(brought: Brought, byText = false): Promise<Plan> {
		const { records, stored, prompts, library, choices } = this.#inside;
		await this.#inside.whole();
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
		const { settings } = choices;
		return planBringIn(
			brought,
			{ entries, versions, prompts: prompts.all, library: library.all, settings, occupied },
			byText
		);
	}

	/**
	 * Brings this in. Resolves when it is on the disk, with what was done and what takes it back; throws a typed
	 * error when it could not be, and then nothing has changed. It can be followed, and stopped as long as not all of it
	 * is sealed; then it rejects with the signal's reason.
	 */
	async bringIn(
		brought: Brought,
		byText = false,
		followed?: Followed
	): Promise<{ plan: Plan; undo: Undo }> {
		const { records, stored, prompts, library, choices } = this.#inside;
		for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
			await choices.settled;
			const plan = await this.plan(brought, byText);
			const before = plan.changed.flatMap(({ id }) => stored.find(id) ?? []);
			const undo: Undo = {
				added: [...plan.added, ...plan.versions, ...plan.prompts, ...plan.library].map(({ id }) => {
					return { id, rev: 1 };
				}),
				changed: before.map(({ entry, rev }) => ({ before: entry, rev: rev + 1 })),
				settings: plan.settings && { before: choices.settings, after: plan.settings }
			};
			const plain = [
				...plan.added.map((entry) => entryRecord(entry, null)),
				...plan.changed.map((entry, index) => entryRecord(entry, before[index]?.rev ?? null)),
				...plan.versions.map(versionRecord),
				...plan.prompts.map((prompt) => promptRecord(prompt, null)),
				...plan.library.map((kept) => companionRecord(kept, null)),
				...(plan.settings ? [choices.recordOf(plan.settings)] : [])
			];
			if (plain.length === 0) return { plan, undo };
			const { moved } = await records.write(plain, [], followed);
			if (moved.length > 0) {
				await this.#inside.refresh(moved);
				continue;
			}
			stored.place([
				...plan.added.map((entry) => ({ entry, rev: 1 })),
				...plan.changed.map((entry, index) => ({ entry, rev: undo.changed[index]?.rev ?? 1 }))
			]);
			prompts.placeNew(plan.prompts);
			library.placeNew(plan.library);
			if (plan.settings) choices.kept(plan.settings);
			this.#inside.tell(plain.map(({ id }) => id));
			return { plan, undo };
		}
		throw new JournalError('busy', 'another tab keeps changing this journal');
	}

	/**
	 * Takes back what was brought in: all is as it was before, but for choices made since. False, and nothing changed,
	 * if something of it was changed meanwhile. Throws a typed error when it could not be done.
	 */
	async takeBack({ added, changed, settings }: Undo): Promise<boolean> {
		const { records, stored, prompts, library, choices } = this.#inside;
		const removed = added.map(({ id, rev }) => ({ id, was: rev }));
		for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
			await choices.settled;
			const now = settings && settingsWithout(choices.settings, settings.before, settings.after);
			const plain = [
				...changed.map(({ before, rev }) => entryRecord(before, rev)),
				...(now ? [choices.recordOf(now)] : [])
			];
			if (plain.length + removed.length === 0) return true;
			const { moved } = await records.write(plain, removed);
			if (moved.length > 0) {
				await this.#inside.refresh(moved);
				const mine = new Set([
					...added.map(({ id }) => id),
					...changed.map((one) => one.before.id)
				]);
				if (moved.some((id) => mine.has(id))) return false;
				continue;
			}
			const ids = added.map(({ id }) => id);
			stored.forget(ids);
			prompts.forget(ids);
			library.forget(ids);
			stored.place(changed.map(({ before, rev }) => ({ entry: before, rev: rev + 1 })));
			if (now) choices.kept(now);
			this.#inside.tell([...ids, ...plain.map(({ id }) => id)]);
			return true;
		}
		throw new JournalError('busy', 'another tab keeps changing this journal');
	}
}
