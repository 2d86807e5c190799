import type { Header, Removal, Row, SlotChange, Storage, WriteResult } from '$lib/storage/storage';
import { randomId, type Opened, type Vault } from '$lib/vault/vault';
import { idsIn, type AnewChanges, type Changes, type Memory, type PlanChanges } from './changes';
import { following, type Followed } from './followed';
import { idsOn, rootValue, type Damage, type Item } from './inventory';
import { inventoryOf } from './inventory-anew';
import { JournalError } from './journal-error';
import { readSlice } from './inventory-slice';
import { readWhole } from './inventory-whole';
import { OpenInventory, type Plain, type Read } from './open-inventory';
import { conflict, retryOnConflict } from './retry';
import { SealedAnew } from './sealed-anew';

export type { Followed } from './followed';
export type { Plain, Read } from './open-inventory';

/** What is to be written, with its records sealed once they are. */
interface Planned {
	changes: Changes;
	rows: Row[] | null;
}

/**
 * The records of one journal: sealed by the vault, kept by storage, listed in the inventory. Each write
 * seals first and then runs one transaction that holds the records, their inventory page and the root.
 */
export class SealedRecords {
	#vault: Vault;
	readonly #storage: Storage;
	readonly #inventory: OpenInventory;
	/** Writes of this tab wait for one another, so that they never dispute the inventory. */
	#last: Promise<unknown> = Promise.resolve();
	#memory: Memory | null = null;

	constructor(vault: Vault, storage: Storage, rootId: string) {
		this.#vault = vault;
		this.#storage = storage;
		this.#inventory = new OpenInventory(rootId);
	}

	/** The first record of a new journal, with an empty inventory. */
	static async newRoot(vault: Vault): Promise<Row> {
		const [row] = await vault.seal([{ id: randomId(), rev: 1, value: rootValue(new Map()) }]);
		if (!row) throw new JournalError('damaged-vault', 'the vault sealed nothing');
		return row;
	}

	/**
	 * Reads which records there are, and opens none of them: the inventory as it is now, by id. Null where a
	 * part of it is damaged; then `readAll` says what can be said.
	 */
	async list(): Promise<ReadonlyMap<string, Item> | null> {
		this.#checkHeader((await this.#storage.readHeader())?.header);
		const [root] = await this.#openRows([this.#inventory.rootId]);
		if (!this.#inventory.takeRoot(root)) return null;
		const opened = [root, ...(await this.#openRows(this.#inventory.own.slice(1)))];
		const byId = new Map(opened.flatMap((one) => (one ? [[one.id, one] as const] : [])));
		const { items } = this.#inventory.take(byId);
		return this.#inventory.complete ? items : null;
	}

	/**
	 * Opens the records that stand on one page of the inventory, and compares them with it, as of one moment.
	 * A difference counts only when it is still there after the inventory was read again.
	 */
	async readPage(number: number): Promise<{ records: Read[]; damage: Damage[] }> {
		for (let attempt = 1; ; attempt += 1) {
			const pageId = this.#inventory.pageId(number);
			const also = [this.#inventory.rootId, ...(pageId === null ? [] : [pageId])];
			const { header, rows, also: own } = await this.#storage.readSlice(...idsOn(number), also);
			this.#checkHeader(header);
			const opened = await this.#vault.unseal([...rows, ...own]);
			const { records, damage, certain } = readSlice(number, pageId, also[0] ?? '', opened);
			if ((damage.length === 0 && certain) || attempt > 2) return { records, damage };
			await this.#rereadInventory();
		}
	}

	/**
	 * Opens every record. What does not open, or is not as the inventory says, comes back as damage; all
	 * the rest comes back open. Throws `gone` through storage if the journal is no longer there.
	 */
	async readAll(): Promise<{ records: Read[]; damage: Damage[] }> {
		const { header, rows } = await this.#storage.readAll();
		this.#checkHeader(header);
		return readWhole(this.#inventory, await this.#vault.unseal(rows));
	}

	async #openRows(ids: string[]): Promise<Opened[]> {
		return this.#vault.unseal(await this.#storage.read(ids));
	}

	/** What is another after anything was written, by whichever tab: which root there is on the disk, and its revision. */
	async lastWrite(): Promise<string> {
		const root = (await this.#storage.readHeader())?.header.root ?? '';
		const [row] = await this.#storage.read([root]);
		return `${root} ${row?.rev ?? 0}`;
	}

	/** Of these ids those under which there is no record, readable or not. */
	async missing(ids: readonly string[]): Promise<string[]> {
		const there = new Set((await this.#storage.read([...ids])).map(({ id }) => id));
		return ids.filter((id) => !there.has(id));
	}

	/** Opens the records with these ids; one that is gone, or does not open, is left out. */
	async read(ids: string[]): Promise<Read[]> {
		const opened = await this.#openRows(ids);
		return opened.flatMap((record) => ('damaged' in record ? [] : [record]));
	}

	/** From now on this memory follows what is written, and what a conflict shows. */
	keepInStep(memory: Memory): void {
		this.#memory = memory;
	}

	/**
	 * Changes records as `plan` says, in one transaction. Resolves with what was done when that is on the disk and in
	 * memory; null where there was nothing to do. Where another tab was first, what it has changed is read and `plan`
	 * asked again; throws `busy` where that does not end. The sealing can be followed, and stopped until all is sealed.
	 */
	update(plan: PlanChanges, followed?: Followed): Promise<Changes | null> {
		return this.#inTurn(() => this.#update(plan, followed));
	}

	/**
	 * Changes the slots alone; nothing of the inventory is touched, which may be damaged. Throws `busy` where another
	 * tab was first.
	 */
	changeSlots(slots: SlotChange): Promise<void> {
		return this.#inTurn(async () => {
			const done = await this.#storage.write([], this.#expected(), { slots });
			if (!done.written) throw new JournalError('busy', 'another tab was first');
		});
	}

	/** Which of these ids there are records under, readable or not, each with its revision. */
	async revisions(ids: readonly string[]): Promise<Removal[]> {
		return (await this.#storage.read([...ids])).map(({ id, rev }) => ({ id, was: rev }));
	}

	/**
	 * Makes a new inventory of all that is there, readable or not: from then on it is what the journal
	 * consists of. Asked for by a person who was shown the damage; removes no record.
	 */
	async takeStockAnew(what: (record: Read) => string): Promise<void> {
		await this.#inTurn(() => retryOnConflict(() => this.#takeStockOnce(what)));
	}

	async #takeStockOnce(what: (record: Read) => string): Promise<null | typeof conflict> {
		const { rows } = await this.#storage.readAll();
		const { rootId, records } = inventoryOf(await this.#vault.unseal(rows), what);
		const changes = (await this.#vault.seal(records)).map((row) => ({ row, was: null }));
		const anew = { root: rootId, all: new Map(rows.map(({ id, rev }) => [id, rev])) };
		const done = await this.#storage.write(changes, this.#expected(), { anew });
		if (done.written) return null;
		this.#checkHeader((await this.#storage.readHeader())?.header);
		return conflict;
	}

	/**
	 * Seals everything anew for the next epoch of the vault, with the records changed and only the slots left that `plan`
	 * says, in one transaction. What does not open stays as it is. From then on this vault is used. Until all is sealed it
	 * can be stopped, and then rejects with the signal's reason. Throws `busy` as `update` does.
	 */
	reseal(next: Vault, plan: () => Promise<AnewChanges>, followed: Followed = {}): Promise<void> {
		return this.#inTurn(() => this.#reseal(next, plan, following(followed)));
	}

	async #reseal(
		vault: Vault,
		plan: () => Promise<AnewChanges>,
		at: (part: number) => void
	): Promise<void> {
		const anew = new SealedAnew(this.#vault, vault);
		await retryOnConflict(async () => {
			this.#inventory.checkComplete();
			const { write, slots } = await plan();
			const { rows } = await this.#storage.readAll();
			const inventory = this.#inventory.next(write);
			const changed = new Map([...write, ...inventory.plain].map((one) => [one.id, one]));
			const revisions = new Map(rows.map(({ id, rev }) => [id, rev]));
			const isMoved = ({ id, was }: Plain): boolean => (revisions.get(id) ?? null) !== was;
			const done =
				![...changed.values()].some(isMoved) &&
				(await this.#storage.reseal({
					rows: await anew.rows(rows, changed, at),
					was: revisions,
					expected: this.#expected(),
					epoch: vault.epoch,
					slots
				}));
			if (!done) {
				await this.#catchUp(write.filter(isMoved).map(({ id }) => id));
				return conflict;
			}
			inventory.accept();
			this.#vault = vault;
			this.#hold({ write });
			return null;
		});
	}

	/** Runs work after all that was begun before it, whether or not that has failed. */
	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => undefined);
		return turn;
	}

	/** Ends the vault and the storage for good. */
	end(): void {
		this.#vault.close();
		this.#storage.end();
	}

	async #update(plan: PlanChanges, followed?: Followed): Promise<Changes | null> {
		let planned: Planned | null = null;
		let moved: readonly string[] = [];
		return retryOnConflict(async () => {
			if (!planned) {
				const changes = await plan(moved);
				if (!changes || idsIn(changes).length === 0) return null;
				planned = { changes, rows: null };
			}
			const result = await this.#write(planned, followed);
			if (result.written) return planned.changes;
			const own = new Set(idsIn(planned.changes));
			moved = result.moved.filter((id) => own.has(id));
			// What is sealed already stays so where only the inventory has moved on: a large write would never overtake the
			// small ones of other tabs.
			const caughtUp = await this.#catchUp(moved);
			// The header moves where another tab took the journal over to this format.
			if (caughtUp || result.moved.includes('vault')) planned = null;
			return conflict;
		});
	}

	async #write(planned: Planned, followed?: Followed): Promise<WriteResult> {
		const { write = [], remove = [] } = planned.changes;
		this.#inventory.checkComplete();
		const next = this.#inventory.next(write, remove);
		const plain = planned.rows ? next.plain : [...write, ...next.plain];
		const sealed = await this.#vault.seal(
			plain.map(({ id, was, value }) => ({ id, rev: (was ?? 0) + 1, value })),
			planned.rows ? undefined : following(followed)
		);
		planned.rows ??= sealed.slice(0, write.length);
		const rows = [...planned.rows, ...sealed.slice(sealed.length - next.plain.length)];
		const was = new Map([...write, ...next.plain].map((one) => [one.id, one.was]));
		const changes = rows.map((row) => ({ row, was: was.get(row.id) ?? null }));
		const result = await this.#storage.write(changes, this.#expected(), {
			removed: remove,
			slots: planned.changes.slots
		});
		if (!result.written) return result;
		next.accept();
		this.#hold(planned.changes);
		return result;
	}

	/** The memory follows what was written. */
	#hold({ write = [], remove = [], done }: Changes): void {
		done?.();
		this.#memory?.written(
			write.map(({ id, was, value }) => ({ id, rev: (was ?? 0) + 1, value })),
			remove.map(({ id }) => id)
		);
	}

	#expected(): { vaultId: string; epoch: number; root: string } {
		return { vaultId: this.#vault.id, epoch: this.#vault.epoch, root: this.#inventory.rootId };
	}

	/**
	 * After another tab was first: learns what it has changed, and has the memory read these records, and all that are
	 * neither entries nor earlier texts, which are few. False where there are none, so that a plan holds as it is.
	 */
	async #catchUp(moved: readonly string[]): Promise<boolean> {
		const ids = [...new Set([...moved, ...(await this.#rereadInventory())])];
		if (ids.length > 0) await this.#memory?.refresh(ids);
		return ids.length > 0;
	}

	/** Returns the ids of what has changed, but for entries and earlier texts. */
	async #rereadInventory(): Promise<string[]> {
		this.#checkHeader((await this.#storage.readHeader())?.header);
		return this.#inventory.reread((ids) => this.read(ids));
	}

	#checkHeader(header: Header | undefined): void {
		if (header?.vaultId !== this.#vault.id) {
			throw new JournalError('gone', 'the journal is no longer there');
		}
		if (header.epoch !== this.#vault.epoch) {
			throw new JournalError('other-key', 'the key was changed in another tab');
		}
		this.#inventory.rootId = header.root;
	}
}
