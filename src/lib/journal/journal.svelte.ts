/**
 * The journal: all entries of one person, open.
 *
 * Every change is sealed first and then written in one transaction; `entries` and `settings` follow what is
 * on the disk, in this tab and, through a channel between tabs that carries ids only, in every other one.
 * When two tabs change one entry, both texts are kept. What cannot be opened is named and left alone.
 */
import type { SlotRow } from '$lib/storage/storage';
import type { Vault } from '$lib/vault/vault';
import { Arrivals } from './arrivals';
import { isDue } from './bin';
import type { AnewChanges } from './changes';
import { Choices } from './choices.svelte';
import type { Entry } from './entry';
import { readSnapshot, type ReadSnapshot } from './read-snapshot';
import { EntryChanges } from './entry-changes';
import { firstScreen, listedSlots } from './first-screen';
import { FromDisk, type Holders } from './from-disk';
import { Held } from './held.svelte';
import type { Damage } from './inventory';
import { JournalError } from './journal-error';
import type { KeptCompanion } from './kept-companion';
import { KnownSlots } from './known-slots.svelte';
import type { Stored } from './newest-first';
import type { Notes } from './notes';
import { TabChannel } from './tab-channel';
import { companionKind, promptKind, readVersion, whatIs, type Version } from './record-kinds';
import type { OwnPrompt } from './own-prompt';
import { RestReading } from './rest-reading.svelte';
import type { Followed, SealedRecords } from './sealed-records';
import { withGone, type Settings, type SettingsChange } from './settings';
import type { SlotNote } from './slot-note';
import { StoredEntries } from './stored-entries.svelte';

export type { Stored } from './newest-first';

export class Journal {
	readonly #records: SealedRecords;
	readonly #held: Holders;
	readonly #disk: FromDisk;
	readonly #channel = new TabChannel((ids) => {
		// What another tab changed is read again with the next opening; nothing here depends on it.
		this.#disk.follow(ids).catch(() => undefined);
	});
	#damage = $state.raw<readonly Damage[]>([]);
	readonly #rest: RestReading;
	readonly #changes: EntryChanges;
	readonly #over = new AbortController();
	/** Brings in what a file holds, and takes that back. */
	readonly arrivals: Arrivals;

	private constructor(records: SealedRecords) {
		const stored = new StoredEntries();
		this.#records = records;
		this.#held = {
			stored,
			slots: new KnownSlots(records),
			choices: new Choices(records),
			prompts: new Held(records, promptKind),
			library: new Held(records, companionKind)
		};
		this.#disk = new FromDisk(records, this.#held);
		records.keepInStep({
			refresh: (ids) => this.#disk.refresh(ids),
			written: (written, removed) => {
				this.#disk.written(written, removed);
				this.#channel.tell([...written.map(({ id }) => id), ...removed]);
			}
		});
		this.#rest = new RestReading(records, this.#disk, stored, (damage) => {
			this.#damage = damage;
			// What stands in the way of that today does not tomorrow.
			this.clearBin().catch(() => undefined);
		});
		this.#changes = new EntryChanges(records, stored, (id) => this.reread(id));
		this.arrivals = new Arrivals(records, this.#held, () => this.allOpen());
	}

	/**
	 * Opens the journal as far as its first screen needs, the newest entries and all that is no entry, and
	 * returns it. The rest is opened behind it; `whole` waits for that. Damage is in `damage`, and hinders
	 * nothing else.
	 */
	static async open(records: SealedRecords): Promise<Journal> {
		const journal = new Journal(records);
		try {
			const listed = await records.list();
			journal.#held.slots.expect(listedSlots(listed));
			if (listed) journal.#disk.take(await records.read(firstScreen(listed)));
			else await journal.#readAll();
			if (listed) void journal.readRest();
			return journal;
		} catch (error) {
			journal.close();
			throw error;
		}
	}

	/** Resolves when every record was opened, or when that had to stop. */
	get whole(): Promise<void> {
		return this.#rest.over;
	}
	/** How far the entries are open: `reading`, `whole`, or `stopped`, and then `readRest` tries again. */
	get progress(): RestReading['progress'] {
		return this.#rest.progress;
	}

	/** Opens all that is not open yet, a page of the inventory at a time. */
	readRest(): Promise<void> {
		return this.#rest.read();
	}

	/** Resolves when every entry is open, and tries once more what could not be read. Throws `not-whole` where some cannot be. */
	async allOpen(): Promise<void> {
		await this.whole;
		if (this.progress === 'stopped') await this.readRest();
		if (this.progress !== 'whole') throw new JournalError('not-whole', 'some could not be opened');
	}

	/**
	 * Reads all there is from the disk, hidden, sealed and in the bin or not, with the last write before that;
	 * throws when it cannot be read.
	 */
	async readSnapshot(
		onPart?: (part: number) => void
	): Promise<ReadSnapshot & { lastWrite: string }> {
		const lastWrite = await this.lastWrite();
		return { ...(await readSnapshot(this.#records, onPart)), lastWrite };
	}

	/** What is another after anything was written on the disk, by whichever tab. Throws when it cannot be read. */
	async lastWrite(): Promise<string> {
		await this.#held.choices.settled;
		return this.#records.lastWrite();
	}

	/** All entries that are not in the bin, newest first. */
	get entries(): readonly Entry[] {
		return this.#held.stored.entries;
	}
	/** Those in the bin, newest first. */
	get bin(): readonly Entry[] {
		return this.#held.stored.bin;
	}
	get settings(): Settings {
		return this.#held.choices.settings;
	}
	/** The questions of the writer's own, oldest first. */
	get ownPrompts(): readonly OwnPrompt[] {
		return this.#held.prompts.all;
	}
	/** The companions kept here, and the original words of some. Throws when one could not be kept or removed. */
	get library(): Held<KeptCompanion> {
		return this.#held.library;
	}
	/** The key slots that belong to this journal. */
	get slots(): readonly SlotNote[] {
		return this.#held.slots.notes;
	}
	/** What of the journal is not as it was left. A missing entry that was brought back is no longer missing. */
	get damage(): readonly Damage[] {
		return this.#damage.filter(({ code, id }) => code !== 'missing' || !this.find(id));
	}

	/** An entry with its revision, in the bin or not; null where there is none of this id. */
	find(id: string): Stored | null {
		return this.#held.stored.find(id);
	}

	/** The entries that answered a prompt, newest first. */
	answersTo(promptId: string): readonly Entry[] {
		return this.entries.filter((entry) => entry.question?.promptId === promptId);
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
	keep(entry: Entry, was: number | null, versions: Version[] = []): Promise<Stored | null> {
		return this.#changes.keep(entry, was, versions);
	}

	/**
	 * Says the same of several entries, all in one transaction. Resolves when it is on the disk; throws a typed
	 * error when it could not be kept, and then nothing has changed. An id that is not there is passed over.
	 */
	noteAll(ids: readonly string[], change: (entry: Entry) => Partial<Notes>): Promise<void> {
		return this.#changes.noteAll(ids, change);
	}

	/** Lets go of every entry whose time in the bin is over. Resolves when that is done; throws what failed. */
	async clearBin(): Promise<void> {
		for (const entry of this.bin.filter((one) => isDue(one))) await this.letGo(entry.id);
	}

	/** Reads one entry from the disk, as another tab may have left it; null where there is none. Throws when it cannot be read. */
	async reread(id: string): Promise<Stored | null> {
		await this.#disk.follow([id]);
		return this.find(id);
	}

	/**
	 * Removes an entry and its earlier texts for good. Resolves when they are gone from the disk; throws a
	 * typed error when that could not be done, and then everything is as it was.
	 */
	async letGo(id: string): Promise<void> {
		await this.#changes.letGo(id);
		await this.#held.choices.choose(withGone(id));
	}

	/** Keeps a question of the writer's own. Throws when it could not be kept. */
	keepPrompt(prompt: OwnPrompt): Promise<void> {
		return this.#held.prompts.keep(prompt);
	}

	/** Removes a question of the writer's own; its answers keep its words. Throws when it could not be. */
	removePrompt(id: string): Promise<void> {
		return this.#held.prompts.remove([id]);
	}

	/** Takes a changed choice: at once on the screen, and sealed on the disk. */
	choose(change: SettingsChange): Promise<void> {
		return this.#held.choices.choose(change);
	}

	/** What is known of the key slots, and of the list of them. */
	get knownSlots(): KnownSlots {
		return this.#held.slots;
	}

	/** Changes what is known of the key slots; `change` is asked again where another tab was first. Throws when it could not be kept. */
	noteSlots(change: (slots: readonly SlotNote[]) => readonly SlotNote[]): Promise<void> {
		return this.#held.slots.change(change);
	}

	/**
	 * Seals the whole journal anew under the next epoch of its vault, with only the slots left that `plan` says, in one
	 * transaction: it is wholly old or wholly new. `plan` is asked again where another tab was first. It can be followed,
	 * and stopped before that transaction.
	 */
	async reseal(
		next: Vault,
		plan: () => Promise<{ notes: readonly SlotNote[]; rows: readonly SlotRow[] }>,
		followed?: Followed
	): Promise<void> {
		await this.#held.choices.settled;
		const changes = async (): Promise<AnewChanges> => {
			const { notes, rows } = await plan();
			return { write: [this.#held.slots.recordOf(notes)], slots: rows };
		};
		await this.#records.reseal(next, changes, followed);
	}

	/** After damage was shown: what is there now counts as the whole journal. Removes nothing. */
	async takeStockAnew(): Promise<void> {
		await this.#records.takeStockAnew(whatIs);
		await this.#readAll();
	}

	/** Aborted when the journal is closed: whatever holds words of it ends then. */
	get over(): AbortSignal {
		return this.#over.signal;
	}

	/** Stops listening to other tabs, and reading. */
	close(): void {
		this.#rest.end();
		this.#channel.close();
		this.#over.abort();
	}

	/** Drops all that is open, and ends the vault and the storage: nothing is read or kept any more. */
	end(): void {
		this.close();
		this.#records.end();
		this.#held.stored.empty();
		this.#held.slots.forget();
		this.#held.choices.forget();
		this.#held.prompts.forget();
		this.#held.library.forget();
		this.#damage = [];
	}

	async #readAll(): Promise<void> {
		const { records, damage } = await this.#records.readAll();
		this.#damage = damage;
		this.#held.stored.empty();
		this.#rest.skip();
		this.#disk.take(records);
	}
}
