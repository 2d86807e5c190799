/**
 * The vault: what seals and opens. Everything a person writes passes through here, always.
 *
 * Records are sealed with AES-256-GCM under a key derived from the vault key, bound to vault, id,
 * revision and epoch, and padded. The vault key is made in a worker and stays there; key slots hold it
 * wrapped. Nothing here knows what a record says, or where it is kept. docs/storage-format.md draws
 * every byte.
 */
import { WorkerLine } from '$lib/worker/worker';
import type { SealedRecord } from './sealing';
import type { DeviceKey, KeySlot } from './slots';
import { VaultError, type VaultErrorCode } from './vault-error';
import workerUrl from './vault-worker?worker&url';

export type { SealedRecord } from './sealing';
export type { DeviceKey, KeySlot } from './slots';
export { VaultError } from './vault-error';
export { randomId } from './random-id';

/** A record before sealing: `value` is anything JSON can hold. */
export interface Unsealed {
	id: string;
	rev: number;
	value: unknown;
}

/** A record after opening: its value, or that it does not open. */
export type Opened = { id: string; rev: number } & ({ value: unknown } | { damaged: true });

/** How many records go to the worker at once. */
const BATCH = 500;

const errorCodes: readonly string[] = ['no-crypto', 'damaged-record', 'damaged-slot', 'closed'];

function startWorker(): WorkerLine {
	if (!hasCrypto()) throw new VaultError('no-crypto', 'WebCrypto is not offered here');
	return new WorkerLine(workerUrl, (code, message) => {
		const known = errorCodes.includes(code) ? (code as VaultErrorCode) : 'unknown';
		return new VaultError(known, message);
	});
}

/** Whether this browser offers what sealing needs. It does so on https and on this machine only. */
export function hasCrypto(): boolean {
	return typeof crypto === 'object' && typeof (crypto as Partial<Crypto>).subtle === 'object';
}

/** An open vault. */
export class Vault {
	readonly id: string;
	readonly epoch: number;
	readonly #line: WorkerLine;

	private constructor(line: WorkerLine, id: string, epoch: number) {
		this.#line = line;
		this.id = id;
		this.epoch = epoch;
	}

	/** Makes a vault with a new random key, which nothing opens until a slot for it is kept. */
	static async create(): Promise<Vault> {
		const line = startWorker();
		try {
			const made = (await line.ask('create', null)) as { vaultId: string; epoch: number };
			return new Vault(line, made.vaultId, made.epoch);
		} catch (error) {
			line.end();
			throw error;
		}
	}

	/** Opens a vault through one of its slots; null if this key does not open that slot. */
	static async open(vaultId: string, slot: KeySlot, key: DeviceKey): Promise<Vault | null> {
		const line = startWorker();
		try {
			if (await line.ask('open', { vaultId, slot, key })) {
				return new Vault(line, vaultId, slot.epoch);
			}
			line.end();
			return null;
		} catch (error) {
			line.end();
			throw error;
		}
	}

	/** Makes a device slot and the key that opens it; `asBytes` where the browser can keep no CryptoKey. */
	async makeDeviceSlot(asBytes = false): Promise<{ slot: KeySlot; key: DeviceKey }> {
		return (await this.#line.ask('makeDeviceSlot', { asBytes })) as {
			slot: KeySlot;
			key: DeviceKey;
		};
	}

	/** Whether this key opens that slot, and the slot holds this vault's key. */
	async opensWith(slot: KeySlot, key: DeviceKey): Promise<boolean> {
		return (await this.#line.ask('opensWith', { slot, key })) as boolean;
	}

	/** Seals records, in their order. */
	async seal(records: Unsealed[]): Promise<SealedRecord[]> {
		return (await this.#line.ask('seal', records)) as SealedRecord[];
	}

	/**
	 * Opens records, in their order. One that does not open says so; the others open all the same.
	 * Large numbers go to the worker in batches, so that no single answer takes long.
	 */
	async unseal(records: SealedRecord[]): Promise<Opened[]> {
		const opened: Opened[] = [];
		for (let start = 0; start < records.length; start += BATCH) {
			const batch = records.slice(start, start + BATCH);
			opened.push(...((await this.#line.ask('unseal', batch)) as Opened[]));
		}
		return opened;
	}

	/** Ends the worker, and with it the key. */
	close(): void {
		this.#line.end();
	}
}
