import type {
	VaultHeader,
	RowRemoval,
	RecordRow,
	SlotChange,
	RecordDatabase,
	WriteResult
} from '$lib/storage/storage';
import { randomId } from '$lib/id/random-id';
import { type DecryptResult, type Vault } from '$lib/vault/vault';
import {
	changedIds,
	type RekeyChanges,
	type RecordChanges,
	type RecordListener,
	type PlanChanges
} from './changes';
import { progressReporter, type WorkOptions } from '$lib/work/progress';
import { shardIdRange, encodeRoot, type Damage, type ManifestItem } from './manifest-format';
import { buildManifest } from './rebuild-manifest';
import { JournalError } from './journal-error';
import { verifyShard } from './verify-manifest';
import { verifyAll } from './verify-all';
import { Manifest, validateRecord, type DecryptedRecord, type RecordWrite } from './manifest';
import { conflict, retryOnConflict } from './retry';
import { Rekeyer } from './rekeyer';

export type { WorkOptions } from '$lib/work/progress';
export type { RecordWrite, DecryptedRecord } from './manifest';

/** Planned changes, with their rows once they are encrypted. */
interface PlannedWrite {
	changes: RecordChanges;
	rows: RecordRow[] | null;
}

/**
 * The encrypted records of one journal: encrypted by the vault, stored by storage, listed in the manifest. Each write
 * encrypts first, and then runs one transaction for the records, their shards of the manifest and the root.
 */
export class RecordStore {
	#vault: Vault;
	readonly #storage: RecordDatabase;
	readonly #manifest: Manifest;
	/** Writes of this tab are queued, so that they never conflict over the manifest. */
	#lastTask: Promise<unknown> = Promise.resolve();
	#listener: RecordListener | null = null;

	constructor(vault: Vault, storage: RecordDatabase, rootId: string) {
		this.#vault = vault;
		this.#storage = storage;
		this.#manifest = new Manifest(rootId);
	}

	/** The first record of a new journal, with an empty manifest. */
	static async newRoot(vault: Vault): Promise<RecordRow> {
		const [row] = await vault.encrypt([{ id: randomId(), rev: 1, value: encodeRoot(new Map()) }]);
		if (!row) throw new JournalError('damaged-vault', 'the vault sealed nothing');
		return row;
	}

	/**
	 * Reads the manifest, and no other record: its items by id. Null where a part of it is damaged; then `readAll`
	 * returns what can be read.
	 */
	async readManifest(): Promise<ReadonlyMap<string, ManifestItem> | null> {
		this.#checkHeader((await this.#storage.readHeader())?.header);
		const [root] = await this.#decryptRows([this.#manifest.rootId]);
		if (!this.#manifest.loadRoot(root)) return null;
		const decrypted = [root, ...(await this.#decryptRows(this.#manifest.ownIds.slice(1)))];
		const byId = new Map(decrypted.flatMap((one) => (one ? [[one.id, one] as const] : [])));
		const { items } = this.#manifest.load(byId);
		return this.#manifest.isComplete ? items : null;
	}

	/**
	 * Decrypts the records of one shard of the manifest, and compares them with it, as of one moment. A difference counts
	 * only when it is still there after the manifest was read again.
	 */
	async readShard(number: number): Promise<{ records: DecryptedRecord[]; damage: Damage[] }> {
		for (let attempt = 1; ; attempt += 1) {
			const shardId = this.#manifest.shardId(number);
			const also = [this.#manifest.rootId, ...(shardId === null ? [] : [shardId])];
			const {
				header,
				rows,
				extraIds: manifestRows
			} = await this.#storage.readRange(...shardIdRange(number), also);
			this.#checkHeader(header);
			const decrypted = await this.#vault.decrypt([...rows, ...manifestRows]);
			const { records, damage, isCertain } = verifyShard(number, shardId, also[0] ?? '', decrypted);
			if ((damage.length === 0 && isCertain) || attempt > 2) return { records, damage };
			await this.#reloadManifest();
		}
	}

	/**
	 * Decrypts every record. Returns them, and every difference from the manifest as damage. Throws `gone` through storage
	 * if the journal is no longer there.
	 */
	async readAll(): Promise<{ records: DecryptedRecord[]; damage: Damage[] }> {
		const { header, rows } = await this.#storage.readAll();
		this.#checkHeader(header);
		return verifyAll(this.#manifest, await this.#vault.decrypt(rows));
	}

	async #decryptRows(ids: string[]): Promise<DecryptResult[]> {
		return this.#vault.decrypt(await this.#storage.read(ids));
	}

	/** A token that changes with every write of any tab: the root on the disk, and its revision. */
	async changeToken(): Promise<string> {
		const root = (await this.#storage.readHeader())?.header.root ?? '';
		const [row] = await this.#storage.read([root]);
		return `${root} ${row?.rev ?? 0}`;
	}

	/** Those of these ids that have no record, readable or not. */
	async missingIds(ids: readonly string[]): Promise<string[]> {
		const existing = new Set((await this.#storage.read([...ids])).map(({ id }) => id));
		return ids.filter((id) => !existing.has(id));
	}

	/** Decrypts the records with these ids, without those that are missing or unreadable. */
	async read(ids: string[]): Promise<DecryptedRecord[]> {
		const decrypted = await this.#decryptRows(ids);
		return decrypted.flatMap((record) => validateRecord(record) ?? []);
	}

	/** Sets the listener that follows writes and conflicts. */
	setListener(listener: RecordListener): void {
		this.#listener = listener;
	}

	/**
	 * Changes records as `plan` says, in one transaction. Resolves with the changes when they are on the disk and in memory;
	 * null where there was nothing to do. On a conflict the changes of the other tab are read and `plan` is called again;
	 * throws `busy` after the last attempt. Encryption reports progress, and can be cancelled until all is encrypted.
	 */
	update(plan: PlanChanges, work?: WorkOptions): Promise<RecordChanges | null> {
		return this.#enqueue(() => this.#update(plan, work));
	}

	/**
	 * Changes the key slots alone, without the manifest, which may be damaged. Throws `busy` on a conflict.
	 */
	changeSlots(slots: SlotChange): Promise<void> {
		return this.#enqueue(async () => {
			const result = await this.#storage.write([], this.#expected(), { slots });
			if (!result.written) throw new JournalError('busy', 'another tab was first');
		});
	}

	/** The revisions of these records, readable or not; those that are missing are left out. */
	async revisionsOf(ids: readonly string[]): Promise<RowRemoval[]> {
		return (await this.#storage.read([...ids])).map(({ id, rev }) => ({ id, baseRev: rev }));
	}

	/**
	 * Writes a new manifest of all records that are there, readable or not, which the journal consists of from then on.
	 * Removes no record. A person who was shown the damage asks for it.
	 */
	async rebuildManifest(labelOf: (record: DecryptedRecord) => string): Promise<void> {
		await this.#enqueue(() => retryOnConflict(() => this.#tryRebuildManifest(labelOf)));
	}

	async #tryRebuildManifest(
		labelOf: (record: DecryptedRecord) => string
	): Promise<null | typeof conflict> {
		const { rows } = await this.#storage.readAll();
		const { rootId, records } = buildManifest(await this.#vault.decrypt(rows), labelOf);
		const changes = (await this.#vault.encrypt(records)).map((row) => ({ row, baseRev: null }));
		const replacement = { rootId, revisions: new Map(rows.map(({ id, rev }) => [id, rev])) };
		const result = await this.#storage.write(changes, this.#expected(), { replacement });
		if (result.written) return null;
		this.#checkHeader((await this.#storage.readHeader())?.header);
		return conflict;
	}

	/**
	 * Encrypts every record for the next epoch of the vault, with the changed records and only the key slots of `plan`, in
	 * one transaction, and uses that vault from then on. Unreadable records stay as they are. It can be cancelled until all
	 * is encrypted, and then rejects with the signal's reason. Throws `busy` as `update` does.
	 */
	rekey(next: Vault, plan: () => Promise<RekeyChanges>, work: WorkOptions = {}): Promise<void> {
		return this.#enqueue(() => this.#rekey(next, plan, progressReporter(work)));
	}

	async #rekey(
		vault: Vault,
		plan: () => Promise<RekeyChanges>,
		onProgress: (fraction: number) => void
	): Promise<void> {
		const rekeyer = new Rekeyer(this.#vault, vault);
		await retryOnConflict(async () => {
			this.#manifest.assertComplete();
			const { write, slots } = await plan();
			const { rows } = await this.#storage.readAll();
			const manifestUpdate = this.#manifest.prepareUpdate(write);
			const changed = new Map([...write, ...manifestUpdate.writes].map((one) => [one.id, one]));
			const revisions = new Map(rows.map(({ id, rev }) => [id, rev]));
			const isConflict = ({ id, baseRev }: Omit<RecordWrite, 'value'>): boolean =>
				(revisions.get(id) ?? null) !== baseRev;
			const done =
				![...changed.values()].some(isConflict) &&
				(await this.#storage.rekey({
					rows: await rekeyer.rekey(rows, changed, onProgress),
					revisions,
					expected: this.#expected(),
					epoch: vault.epoch,
					slots
				}));
			if (!done) {
				await this.#catchUp(write.filter(isConflict).map(({ id }) => id));
				return conflict;
			}
			manifestUpdate.commit();
			this.#vault = vault;
			this.#notify({ write });
			return null;
		});
	}

	/** Runs work after everything queued before it, whether or not that has failed. */
	#enqueue<T>(task: () => Promise<T>): Promise<T> {
		const result = this.#lastTask.then(task);
		this.#lastTask = result.catch(() => undefined);
		return result;
	}

	/** Closes the vault and the storage for good. */
	close(): void {
		this.#vault.close();
		this.#storage.dispose();
	}

	async #update(plan: PlanChanges, work?: WorkOptions): Promise<RecordChanges | null> {
		let planned: PlannedWrite | null = null;
		let conflicts: readonly string[] = [];
		return retryOnConflict(async () => {
			if (!planned) {
				const changes = await plan(conflicts);
				if (!changes || changedIds(changes).length === 0) return null;
				planned = { changes, rows: null };
			}
			const result = await this.#write(planned, work);
			if (result.written) return planned.changes;
			const own = new Set(changedIds(planned.changes));
			conflicts = result.conflicts.filter((id) => own.has(id));
			// Rows are not encrypted again where only the manifest has changed: a large write would never overtake the
			// small ones of other tabs.
			const caughtUp = await this.#catchUp(conflicts);
			// The header changes where another tab has upgraded the journal to this format.
			if (caughtUp || result.conflicts.includes('vault')) planned = null;
			return conflict;
		});
	}

	async #write(planned: PlannedWrite, work?: WorkOptions): Promise<WriteResult> {
		const { write = [], remove = [] } = planned.changes;
		this.#manifest.assertComplete();
		const next = this.#manifest.prepareUpdate(write, remove);
		const writes = planned.rows ? next.writes : [...write, ...next.writes];
		const encrypted = await this.#vault.encrypt(
			writes.map(({ id, baseRev, value }) => ({ id, rev: (baseRev ?? 0) + 1, value })),
			planned.rows ? undefined : progressReporter(work)
		);
		planned.rows ??= encrypted.slice(0, write.length);
		const rows = [...planned.rows, ...encrypted.slice(encrypted.length - next.writes.length)];
		const baseRevs = new Map([...write, ...next.writes].map((one) => [one.id, one.baseRev]));
		const changes = rows.map((row) => ({ row, baseRev: baseRevs.get(row.id) ?? null }));
		const result = await this.#storage.write(changes, this.#expected(), {
			removals: remove,
			slots: planned.changes.slots
		});
		if (!result.written) return result;
		next.commit();
		this.#notify(planned.changes);
		return result;
	}

	/** Lets the listener take over what was written. */
	#notify({ write = [], remove = [], onWritten }: RecordChanges): void {
		onWritten?.();
		this.#listener?.onWritten(
			write.map(({ id, baseRev, value }) => ({ id, rev: (baseRev ?? 0) + 1, value })),
			remove.map(({ id }) => id)
		);
	}

	#expected(): { vaultId: string; epoch: number; root: string } {
		return { vaultId: this.#vault.id, epoch: this.#vault.epoch, root: this.#manifest.rootId };
	}

	/**
	 * Reads what another tab has changed after a conflict, and has the listener reread these records, and those that are
	 * neither entries nor earlier texts, which are few. False where nothing relevant changed, so that a plan still holds.
	 */
	async #catchUp(conflicts: readonly string[]): Promise<boolean> {
		const ids = [...new Set([...conflicts, ...(await this.#reloadManifest())])];
		if (ids.length > 0) await this.#listener?.refresh(ids);
		return ids.length > 0;
	}

	/** Returns the ids of the changed records, without entries and earlier texts. */
	async #reloadManifest(): Promise<string[]> {
		this.#checkHeader((await this.#storage.readHeader())?.header);
		return this.#manifest.reload((ids) => this.#decryptRows(ids));
	}

	#checkHeader(header: VaultHeader | undefined): void {
		if (header?.vaultId !== this.#vault.id) {
			throw new JournalError('gone', 'the journal is no longer there');
		}
		if (header.epoch !== this.#vault.epoch) {
			throw new JournalError('other-key', 'the key was changed in another tab');
		}
		this.#manifest.rootId = header.root;
	}
}
