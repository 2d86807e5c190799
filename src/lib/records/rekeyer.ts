import type { RecordRow } from '$lib/storage/storage';
import type { Vault } from '$lib/vault/vault';
import type { ManifestWrite } from './manifest';

/** Encrypts records of one vault for another, each only once however often it is asked. */
export class Rekeyer {
	readonly #from: Vault;
	readonly #to: Vault;
	/** The encrypted records by their sources: a nonce is never used twice. */
	readonly #rekeyed = new Map<string, RecordRow>();

	constructor(from: Vault, to: Vault) {
		this.#from = from;
		this.#to = to;
	}

	/**
	 * Returns these rows encrypted for the other vault, with the changed records in place of theirs, without the
	 * unreadable ones. `at` is called with the part that is done, from 0 to 1; what it throws ends the work.
	 */
	async rekey(
		rows: readonly RecordRow[],
		changed: ReadonlyMap<string, ManifestWrite>,
		onProgress: (fraction: number) => void
	): Promise<RecordRow[]> {
		onProgress(0);
		const unchanged = rows.filter(({ id }) => !changed.has(id));
		const pending = unchanged.filter((row) => !this.#rekeyed.has(rowKey(row)));
		const decrypted = await this.#from.decrypt(pending, (fraction) => {
			onProgress(fraction / 2);
		});
		const readable = decrypted.flatMap((record) => ('damaged' in record ? [] : [record]));
		const writes = [...changed.values()].map(({ id, baseRev, value }) => ({
			id,
			value,
			rev: (baseRev ?? 0) + 1
		}));
		const encrypted = await this.#to.encrypt([...writes, ...readable], (fraction) => {
			onProgress((1 + fraction) / 2);
		});
		const byId = new Map(encrypted.map((row) => [row.id, row]));
		for (const row of pending) {
			const rekeyed = byId.get(row.id);
			if (rekeyed) this.#rekeyed.set(rowKey(row), rekeyed);
		}
		const unchangedRekeyed = unchanged.flatMap((row) => this.#rekeyed.get(rowKey(row)) ?? []);
		return [...encrypted.slice(0, writes.length), ...unchangedRekeyed];
	}
}

function rowKey({ id, n }: RecordRow): string {
	return `${id} ${n.join()}`;
}
