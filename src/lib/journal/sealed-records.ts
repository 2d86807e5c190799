import type {
	Change,
	Header,
	Removal,
	Row,
	SlotChange,
	SlotRow,
	Storage
} from '$lib/storage/storage';
import { randomId, type Opened, type Vault } from '$lib/vault/vault';
import { following, type Followed } from './followed';
import { compare, idsOn, pageOf, pageValue, rootValue, type Damage, type Item } from './inventory';
import { JournalError } from './journal-error';
import { readSlice } from './inventory-slice';
import { isInventory, OpenInventory, type Plain, type Read } from './open-inventory';

export type { Followed } from './followed';
export type { Plain, Read } from './open-inventory';

/** How often a write is tried anew when another tab was first at the inventory. */
const ATTEMPTS = 12;

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
		const now = await this.#storage.readHeader();
		this.#checkHeader(now?.header);
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
		const opened = await this.#vault.unseal(rows);
		const byId = new Map(opened.map((record) => [record.id, record]));
		const inventory = this.#inventory.take(byId);
		const found = new Map<string, { rev: number; opens: boolean }>();
		const records: Read[] = [];
		for (const record of opened) {
			if (inventory.own.has(record.id)) continue;
			const opens = !('damaged' in record);
			if (opens && isInventory(record.value)) continue;
			found.set(record.id, { rev: record.rev, opens });
			if (opens) records.push({ id: record.id, rev: record.rev, value: record.value });
		}
		const damage = this.#inventory.complete ? compare(inventory.items, found) : unlisted(found);
		return { records, damage: [...inventory.damage, ...damage] };
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
		const opened = await this.#vault.unseal(await this.#storage.read(ids));
		return opened.flatMap((record) => ('damaged' in record ? [] : [record]));
	}

	/**
	 * Writes and removes records, all or none; resolves when that is on the disk. `moved` names those that
	 * another tab has changed meanwhile: then nothing was done. `slots` become another in the same transaction.
	 */
	write(
		plain: readonly Plain[],
		removed: readonly Removal[] = [],
		followed?: Followed,
		slots?: SlotChange
	): Promise<{ moved: string[] }> {
		return this.#inTurn(() => this.#write(plain, removed, followed, slots));
	}

	/** Takes the header over to this format, with these slots and, where they are listed, the list. */
	upgrade(list: Plain | null, put: readonly SlotRow[]): Promise<{ moved: string[] }> {
		const slots = { put, upgrades: true };
		return this.#inTurn(async () => {
			if (list) return this.#write([list], [], undefined, slots);
			// Without a list nothing of the inventory is touched: it may be damaged too.
			const done = await this.#storage.write([], this.#expected(), { slots });
			return { moved: done.written ? [] : done.moved };
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
	takeStockAnew(what: (record: Read) => string): Promise<void> {
		return this.#inTurn(() => this.#takeStockAnew(what));
	}

	async #takeStockAnew(what: (record: Read) => string): Promise<void> {
		const { rows } = await this.#storage.readAll();
		const opened = await this.#vault.unseal(rows);
		const pages = new Map<number, Map<string, Item>>();
		for (const record of opened) {
			const opens = !('damaged' in record);
			if (opens && isInventory(record.value)) continue;
			const number = pageOf(record.id);
			const item = { rev: record.rev, what: opens ? what(record) : '' };
			pages.set(number, (pages.get(number) ?? new Map<string, Item>()).set(record.id, item));
		}
		const root = new Map([...pages].map(([number]) => [number, { id: randomId(), rev: 1 }]));
		const rootId = randomId();
		const sealed = await this.#vault.seal([
			...[...pages].map(([number, page]) => ({
				id: root.get(number)?.id ?? '',
				rev: 1,
				value: pageValue(page)
			})),
			{ id: rootId, rev: 1, value: rootValue(root) }
		]);
		const changes = sealed.map((row) => ({ row, was: null }));
		const all = new Map(rows.map(({ id, rev }) => [id, rev]));
		const anew = { root: rootId, all };
		const done = await this.#storage.write(changes, this.#expected(), { anew });
		if (!done.written) throw new JournalError('busy', 'another tab wrote meanwhile');
	}

	/**
	 * Seals everything anew for the next epoch of the vault, with these records changed and only these
	 * slots left, in one transaction. What does not open stays as it is. From then on this vault is used.
	 * Until all is sealed it can be stopped, and then rejects with the signal's reason.
	 */
	reseal(
		next: Vault,
		plain: readonly Plain[],
		slots: readonly SlotRow[],
		followed: Followed = {}
	): Promise<void> {
		return this.#inTurn(() => this.#reseal(next, plain, slots, followed));
	}

	async #reseal(
		vault: Vault,
		plain: readonly Plain[],
		slots: readonly SlotRow[],
		followed: Followed
	): Promise<void> {
		const at = following(followed);
		for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
			this.#inventory.checkComplete();
			const { rows } = await this.#storage.readAll();
			const inventory = this.#inventory.next(plain);
			const changes = new Map([...plain, ...inventory.plain].map((one) => [one.id, one]));
			const revisions = new Map(rows.map(({ id, rev }) => [id, rev]));
			if ([...changes.values()].some(({ id, was }) => (revisions.get(id) ?? null) !== was)) {
				await this.#rereadInventory();
				continue;
			}
			at(0);
			const opened = await this.#vault.unseal(rows, (part) => at(part / 2));
			const kept = opened.flatMap((record) =>
				'damaged' in record || changes.has(record.id) ? [] : [record]
			);
			const changed = [...changes.values()].map(({ id, was, value }) => ({
				id,
				rev: (was ?? 0) + 1,
				value
			}));
			const sealed = await vault.seal([...changed, ...kept], (part) => at((1 + part) / 2));
			const done = await this.#storage.reseal({
				rows: sealed,
				was: revisions,
				expected: this.#expected(),
				epoch: vault.epoch,
				slots
			});
			if (done) {
				inventory.accept();
				this.#vault = vault;
				return;
			}
		}
		throw new JournalError('busy', 'other tabs kept writing');
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

	async #write(
		plain: readonly Plain[],
		removed: readonly Removal[],
		followed?: Followed,
		slots?: SlotChange
	): Promise<{ moved: string[] }> {
		// The header moves where another tab took it over to this format first.
		const ids = new Set(['vault', ...[...plain, ...removed].map(({ id }) => id)]);
		this.#inventory.checkComplete();
		for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
			const next = this.#inventory.next(plain, removed);
			const sealed = await this.#vault.seal(
				[...plain, ...next.plain].map(({ id, was, value }) => ({ id, rev: (was ?? 0) + 1, value })),
				following(followed)
			);
			const was = new Map([...plain, ...next.plain].map((one) => [one.id, one.was]));
			const changes: Change[] = sealed.map((row) => ({ row, was: was.get(row.id) ?? null }));
			const result = await this.#storage.write(changes, this.#expected(), { removed, slots });
			if (result.written) {
				next.accept();
				return { moved: [] };
			}
			const moved = result.moved.filter((id) => ids.has(id));
			if (moved.length > 0) return { moved };
			await this.#rereadInventory();
		}
		throw new JournalError('busy', 'other tabs kept writing');
	}

	#expected(): { vaultId: string; epoch: number; root: string } {
		return { vaultId: this.#vault.id, epoch: this.#vault.epoch, root: this.#inventory.rootId };
	}

	/** After another tab wrote. */
	async #rereadInventory(): Promise<void> {
		const now = await this.#storage.readHeader();
		this.#checkHeader(now?.header);
		await this.#inventory.reread((ids) => this.read(ids));
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

/** Without a whole inventory only what does not open can be named. */
function unlisted(found: ReadonlyMap<string, { rev: number; opens: boolean }>): Damage[] {
	return [...found]
		.filter(([, { opens }]) => !opens)
		.map(([id]) => ({ id, code: 'unreadable', what: '' }) as const);
}
