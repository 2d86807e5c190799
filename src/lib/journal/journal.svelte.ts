/**
 * The journal: all entries of one person, open.
 *
 * Every change is sealed first and then written in one transaction; `entries` and `settings` follow what is
 * on the disk, in this tab and, through a channel between tabs that carries ids only, in every other one.
 * When two tabs change one entry, both texts are kept. What cannot be opened is named and left alone.
 */
import type { SlotRow } from '$lib/storage/storage';
import { randomId, type Vault } from '$lib/vault/vault';
import { Choices } from './choices.svelte';
import type { Entry } from './entry';
import { PAGES, type Damage, type Item } from './inventory';
import { withPlaced, type Stored } from './newest-first';
import { nextPaint } from './next-paint';
import { TabChannel } from './tab-channel';
import {
	entryRecord,
	readEntry,
	readSlots,
	readVersion,
	slotsRecord,
	versionRecord,
	whatIs,
	type Version
} from './record-kinds';
import { OwnPrompts } from './own-prompts.svelte';
import type { OwnPrompt } from './own-prompt';
import type { Read, SealedRecords } from './sealed-records';
import { JournalError } from './journal-error';
import type { Settings, SettingsChange } from './settings';
import type { SlotNote } from './slot-note';

export type { Stored } from './newest-first';

/** How many entries are taken in at once, at least, while the rest is opened. */
const AT_ONCE = 1_000;
/** How many of the newest entries are opened first; a screen holds about a dozen. */
const FIRST = 60;

/** The ids of what a first screen needs: all that is no entry and no earlier text, and the newest entries. */
function firstOf(listed: ReadonlyMap<string, Item>): string[] {
	const entries: { id: string; what: string }[] = [];
	const others: string[] = [];
	for (const [id, { what }] of listed) {
		if (what.startsWith('entry ')) entries.push({ id, what });
		else if (!what.startsWith('version ')) others.push(id);
	}
	// Their days stand in the inventory: `entry 2026-11-22`.
	entries.sort((a, b) => (a.what < b.what ? 1 : a.what > b.what ? -1 : 0));
	return [...others, ...entries.slice(0, FIRST).map(({ id }) => id)];
}

export class Journal {
	readonly #records: SealedRecords;
	readonly #channel: TabChannel;
	/** Newest first. */
	#stored = $state.raw<readonly Stored[]>([]);
	/** The same by id. It tells nobody of a change: whoever reads it reads `#stored` too, which does. */
	readonly #byId = new Map<string, Stored>();
	#damage = $state.raw<readonly Damage[]>([]);
	#progress = $state<'reading' | 'whole' | 'stopped'>('whole');
	#reading: Promise<void> = Promise.resolve();
	/** Ids of what was removed: a reading that was under way must not bring it back. */
	readonly #gone = new Set<string>();
	#ended = false;
	#slots = $state.raw<readonly SlotNote[]>([]);
	#slotsRecord: { id: string; rev: number | null } = { id: randomId(), rev: null };
	readonly #choices: Choices;
	readonly #ownPrompts: OwnPrompts;
	readonly #entries = $derived(this.#stored.map(({ entry }) => entry));

	private constructor(records: SealedRecords) {
		this.#records = records;
		this.#channel = new TabChannel((ids) => void this.#refresh(ids));
		const tell = (ids: string[]): void => {
			this.#channel.tell(ids);
		};
		this.#choices = new Choices(records, tell);
		this.#ownPrompts = new OwnPrompts(records, tell);
	}

	/**
	 * Opens the journal as far as its first screen needs, the newest entries and all that is no entry, and
	 * returns it. The rest is opened behind it; `whole` waits for that. Damage is in `damage`, and hinders
	 * nothing else.
	 */
	static async open(records: SealedRecords): Promise<Journal> {
		const journal = new Journal(records);
		const listed = await records.list();
		if (listed) {
			journal.#take(await records.read(firstOf(listed)));
			void journal.readRest();
		} else {
			await journal.#readAll();
		}
		return journal;
	}

	/** Resolves when every record was opened, or when that had to stop. */
	get whole(): Promise<void> {
		return this.#reading;
	}
	/**
	 * - `reading`: older entries are still being opened
	 * - `whole`: all are there
	 * - `stopped`: some could not be read; `readRest` tries again
	 */
	get progress(): 'reading' | 'whole' | 'stopped' {
		return this.#progress;
	}

	/** Opens all that is not open yet, a page of the inventory at a time. */
	readRest(): Promise<void> {
		this.#progress = 'reading';
		this.#reading = this.#readPages().then(
			() => void (this.#progress = 'whole'),
			() => void (this.#progress = 'stopped')
		);
		return this.#reading;
	}

	/** All entries, newest first. */
	get entries(): readonly Entry[] {
		return this.#entries;
	}
	get settings(): Settings {
		return this.#choices.settings;
	}
	/** The questions of the writer's own, oldest first. */
	get ownPrompts(): readonly OwnPrompt[] {
		return this.#ownPrompts.all;
	}
	/** The key slots that belong to this journal. */
	get slots(): readonly SlotNote[] {
		return this.#slots;
	}
	/** What of the journal is not as it was left. */
	get damage(): readonly Damage[] {
		return this.#damage;
	}

	/** An entry with its revision; null where there is none of this id. */
	find(id: string): Stored | null {
		// The list is read too: whoever asks for an entry is to hear of its change.
		return this.#stored.length > 0 ? (this.#byId.get(id) ?? null) : null;
	}

	/** The entries that answered a prompt, newest first. */
	answersTo(promptId: string): readonly Entry[] {
		return this.#entries.filter((entry) => entry.question?.promptId === promptId);
	}

	/** The earlier texts of an entry, oldest first. Opens them from the disk. */
	async versionsOf(entry: Entry): Promise<Version[]> {
		const records = await this.#records.read(entry.versions);
		const byId = new Map(records.map((record) => [record.id, readVersion(record)]));
		return entry.versions.flatMap((id) => byId.get(id) ?? []);
	}

	/**
	 * Keeps an entry in place of revision `was` (null: a new one), with the earlier texts it is to keep.
	 * Resolves when it is on the disk; null if another tab has changed the entry meanwhile, and nothing
	 * was written. Throws a typed error when it could not be kept.
	 */
	async keep(entry: Entry, was: number | null, versions: Version[] = []): Promise<Stored | null> {
		const plain = [entryRecord(entry, was), ...versions.map(versionRecord)];
		const { moved } = await this.#records.write(plain);
		if (moved.length > 0) return null;
		const stored = { entry, rev: (was ?? 0) + 1 };
		this.#place([stored]);
		this.#channel.tell(plain.map(({ id }) => id));
		return stored;
	}

	/** Reads one entry from the disk, as another tab may have left it; null where there is none. */
	async reread(id: string): Promise<Stored | null> {
		await this.#refresh([id]);
		return this.find(id);
	}

	/**
	 * Removes an entry and its earlier texts for good. Resolves when they are gone from the disk; throws a
	 * typed error when that could not be done, and then everything is as it was.
	 */
	async letGo(id: string): Promise<void> {
		for (let attempt = 1; attempt <= 3; attempt += 1) {
			const stored = this.find(id) ?? (await this.reread(id));
			if (!stored) return;
			const versions = await this.#records.read(stored.entry.versions);
			const removed = [
				{ id, was: stored.rev },
				...versions.map((version) => ({ id: version.id, was: version.rev }))
			];
			const { moved } = await this.#records.write([], removed);
			if (moved.length === 0) {
				this.#forget([id]);
				this.#channel.tell([id]);
				return;
			}
			await this.#refresh([id]);
		}
		throw new JournalError('busy', 'another tab keeps changing this entry');
	}

	/** Keeps a question of the writer's own. Throws when it could not be kept. */
	keepPrompt(prompt: OwnPrompt): Promise<void> {
		return this.#ownPrompts.keep(prompt);
	}

	/** Removes a question of the writer's own; its answers keep its words. Throws when it could not be. */
	removePrompt(id: string): Promise<void> {
		return this.#ownPrompts.remove(id);
	}

	/** Takes a changed choice: at once on the screen, and sealed on the disk. */
	choose(change: SettingsChange): Promise<void> {
		return this.#choices.choose(change);
	}

	/** Goes by these key slots where the record of them is not to be had; the next change of them is kept. */
	assumeSlots(slots: readonly SlotNote[]): void {
		this.#slots = slots;
	}

	/** Keeps what is known of the key slots. Throws when it could not be kept. */
	async noteSlots(slots: readonly SlotNote[]): Promise<void> {
		const { id, rev } = this.#slotsRecord;
		const { moved } = await this.#records.write([slotsRecord(id, slots, rev)]);
		if (moved.length > 0) throw new JournalError('busy', 'another tab changed the key slots');
		this.#slotsRecord = { id, rev: (rev ?? 0) + 1 };
		this.#slots = slots;
	}

	/**
	 * Seals the whole journal anew under the next epoch of its vault, with only these slots left, in one
	 * transaction: it is wholly old or wholly new.
	 */
	async reseal(next: Vault, notes: readonly SlotNote[], rows: readonly SlotRow[]): Promise<void> {
		const { id, rev } = this.#slotsRecord;
		await this.#choices.settled;
		await this.#records.reseal(next, [slotsRecord(id, notes, rev)], rows);
		this.#slotsRecord = { id, rev: (rev ?? 0) + 1 };
		this.#slots = notes;
	}

	/** After damage was shown: what is there now counts as the whole journal. Removes nothing. */
	async takeStockAnew(): Promise<void> {
		await this.#records.takeStockAnew(whatIs);
		await this.#readAll();
	}

	/** Stops listening to other tabs, and reading. */
	close(): void {
		this.#ended = true;
		this.#channel.close();
	}

	/** Drops all that is open, and ends the vault and the storage: nothing is read or kept any more. */
	end(): void {
		this.close();
		this.#records.end();
		this.#empty();
		this.#choices.forget();
		this.#ownPrompts.forget();
		this.#damage = [];
		this.#slots = [];
	}

	async #readPages(): Promise<void> {
		const damage: Damage[] = [];
		let waiting: Stored[] = [];
		// The first screen comes first: reading would hold up what draws it.
		await nextPaint();
		for (let number = 0; number < PAGES; number += 1) {
			const page = await this.#records.readPage(number);
			if (this.#isEnded()) return;
			damage.push(...page.damage);
			waiting.push(...this.#read(page.records));
			// Each taking-in makes every list anew, so the next one waits for as many as are there already.
			const enough = Math.max(AT_ONCE, this.#stored.length);
			if (waiting.length < enough && number < PAGES - 1) continue;
			this.#takeIn(waiting);
			waiting = [];
		}
		if (!this.#isEnded()) this.#damage = damage;
	}

	#isEnded(): boolean {
		return this.#ended;
	}

	async #readAll(): Promise<void> {
		const { records, damage } = await this.#records.readAll();
		this.#damage = damage;
		this.#empty();
		this.#progress = 'whole';
		this.#take(records);
	}

	async #refresh(ids: string[]): Promise<void> {
		try {
			this.#take(await this.#records.read(ids));
			this.#forget(await this.#records.missing(ids));
		} catch {
			// What another tab changed is read again with the next opening; nothing here depends on it.
		}
	}

	#take(records: readonly Read[]): void {
		this.#takeIn(this.#read(records));
	}

	/** Takes over what is no entry, and returns the entries, which are still to be taken in. */
	#read(records: readonly Read[]): Stored[] {
		const entries: Stored[] = [];
		for (const record of records) {
			if (this.#gone.has(record.id)) continue;
			const entry = readEntry(record);
			if (entry) {
				entries.push({ entry, rev: record.rev });
				continue;
			}
			const slots = readSlots(record);
			if (slots && record.rev >= (this.#slotsRecord.rev ?? 0)) {
				this.#slots = slots;
				this.#slotsRecord = { id: record.id, rev: record.rev };
			}
			this.#choices.take(record);
			this.#ownPrompts.take(record);
		}
		return entries;
	}

	/** A reading that was overtaken by a save, or a removal, must not put the older state back. */
	#takeIn(read: readonly Stored[]): void {
		this.#place(
			read.filter(({ entry: { id }, rev }) => {
				return !this.#gone.has(id) && rev >= (this.#byId.get(id)?.rev ?? 0);
			})
		);
	}

	#empty(): void {
		this.#byId.clear();
		this.#stored = [];
	}

	/** Another tab, or this one, removed these. */
	#forget(ids: readonly string[]): void {
		if (ids.length === 0) return;
		for (const id of ids) {
			this.#gone.add(id);
			this.#byId.delete(id);
		}
		this.#stored = this.#stored.filter(({ entry }) => !ids.includes(entry.id));
		this.#ownPrompts.forget(ids);
	}

	#place(changed: readonly Stored[]): void {
		if (changed.length === 0) return;
		this.#stored = withPlaced(this.#stored, changed, (id) => this.#byId.get(id));
		for (const one of changed) this.#byId.set(one.entry.id, one);
	}
}
