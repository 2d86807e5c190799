import type { Row } from '$lib/storage/storage';
import type { Vault } from '$lib/vault/vault';
import type { Plain } from './open-inventory';

/** Seals records of one vault for another, each only once however often it is asked. */
export class SealedAnew {
	readonly #from: Vault;
	readonly #to: Vault;
	/** What was sealed, by what it was sealed from: a nonce is never used twice. */
	readonly #done = new Map<string, Row>();

	constructor(from: Vault, to: Vault) {
		this.#from = from;
		this.#to = to;
	}

	/**
	 * Returns these rows sealed anew, with the changed records in place of theirs; what does not open is left out. `at` is
	 * called with how much is done, from 0 to 1, and what it throws ends it.
	 */
	async rows(
		rows: readonly Row[],
		changed: ReadonlyMap<string, Plain>,
		at: (part: number) => void
	): Promise<Row[]> {
		at(0);
		const stay = rows.filter(({ id }) => !changed.has(id));
		const fresh = stay.filter((row) => !this.#done.has(nameOf(row)));
		const opened = await this.#from.unseal(fresh, (part) => {
			at(part / 2);
		});
		const kept = opened.flatMap((record) => ('damaged' in record ? [] : [record]));
		const plain = [...changed.values()].map(({ id, was, value }) => ({
			...{ id, value },
			rev: (was ?? 0) + 1
		}));
		const sealed = await this.#to.seal([...plain, ...kept], (part) => {
			at((1 + part) / 2);
		});
		const byId = new Map(sealed.map((row) => [row.id, row]));
		for (const row of fresh) {
			const anew = byId.get(row.id);
			if (anew) this.#done.set(nameOf(row), anew);
		}
		const again = stay.flatMap((row) => this.#done.get(nameOf(row)) ?? []);
		return [...sealed.slice(0, plain.length), ...again];
	}
}

function nameOf({ id, n }: Row): string {
	return `${id} ${n.join()}`;
}
