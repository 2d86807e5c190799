/**
 * The vault, which encrypts and decrypts. Everything a person writes passes through it, always.
 *
 * Records are encrypted with AES-256-GCM under a key derived from the vault key, bound to vault, id, revision and
 * epoch, and padded. The vault key is made in a worker and stays there; key slots hold it wrapped. Nothing here knows
 * what a record says, or where it is stored. docs/storage-format.md describes every byte.
 */
import { WorkerClient } from '$lib/worker/worker';
import type { DecryptResult, EncryptedRecord, PlainRecord } from './encryption';
import type { SlotName } from './slot-proof';
import type { DeviceKey, DeviceSlot, KeySlot, Secret, SecretSlot, SlotKind } from './slots';
import { VaultError, type VaultErrorCode } from './vault-error';
import type { VaultCalls } from './vault-worker';
import workerUrl from './vault-worker?worker&url';

export type { DecryptResult, EncryptedRecord, PlainRecord } from './encryption';
export type { SlotName } from './slot-proof';
export type { DeviceKey, DeviceSlot, KeySlot, Secret, SecretSlot, SlotKind } from './slots';
export { newRecoveryCode, parseCode, formatCode } from './recovery-code';

/** Called after each batch with the fraction that is done, from 0 to 1. An error that it throws ends the work. */
type OnProgress = (part: number) => void;

/** The milliseconds that a key derivation may take: it takes seconds on a weak phone, more where memory is short. */
const DERIVATION_TIMEOUT_MS = 60_000;

/** The number of records that go to the worker at once. */
const BATCH_SIZE = 500;

const errorCodes: readonly string[] = [
	'no-crypto',
	'no-wasm',
	'too-much-memory',
	'damaged-record',
	'damaged-slot',
	'closed'
];

function startWorker(): WorkerClient<VaultCalls> {
	if (!hasCrypto()) throw new VaultError('no-crypto', 'WebCrypto is not offered here');
	return new WorkerClient(workerUrl, {
		reviveError: (code, message) => {
			const known = errorCodes.includes(code) ? (code as VaultErrorCode) : 'unknown';
			return new VaultError(known, message);
		}
	});
}

/** Whether this browser offers WebCrypto, which encryption needs. It does so on https and on localhost only. */
export function hasCrypto(): boolean {
	return typeof crypto === 'object' && typeof (crypto as Partial<Crypto>).subtle === 'object';
}

/** The slot that opened a vault. */
export interface UnlockedBy {
	id: string;
	kind: SlotKind;
	/** Whether its public half belongs to the private one: else a new key must not be wrapped for it. */
	isPaired: boolean;
}

/** The name of a slot that has none. */
const noName: SlotName = { label: '', made: null };

/** An open vault. */
export class Vault {
	readonly id: string;
	readonly epoch: number;
	/** The slot that opened it; null for a vault that was just made. */
	readonly unlockedBy: UnlockedBy | null;
	readonly #worker: WorkerClient<VaultCalls>;

	private constructor(
		worker: WorkerClient<VaultCalls>,
		id: string,
		epoch: number,
		unlockedBy: UnlockedBy | null
	) {
		this.#worker = worker;
		this.id = id;
		this.epoch = epoch;
		this.unlockedBy = unlockedBy;
	}

	/** Creates a vault with a new random key, which nothing opens until a slot for it is stored. */
	static create(): Promise<Vault> {
		return Vault.#create(null, 1);
	}

	/** Creates the next epoch of this vault, with another random key. */
	nextEpoch(): Promise<Vault> {
		return Vault.#create(this.id, this.epoch + 1);
	}

	/** Opens a vault through one of its slots; null if this secret does not open that slot. */
	static async unlock(vaultId: string, slot: KeySlot, secret: Secret): Promise<Vault | null> {
		const worker = startWorker();
		try {
			const input = { vaultId, slot, secret };
			const result = await worker.callWithin(DERIVATION_TIMEOUT_MS, 'unlock', input);
			if (result) {
				const unlockedBy = { id: slot.id, kind: slot.kind, isPaired: result.isPaired };
				return new Vault(worker, vaultId, slot.epoch, unlockedBy);
			}
			worker.terminate();
			return null;
		} catch (error) {
			worker.terminate();
			throw error;
		}
	}

	/** Whether the key is gone: the vault was closed, or its worker died. */
	get isClosed(): boolean {
		return this.#worker.isTerminated;
	}

	/** Makes a device slot and the key that opens it; `asBytes` where the browser cannot store a CryptoKey. */
	makeDeviceSlot(asBytes = false, name = noName): Promise<{ slot: DeviceSlot; key: DeviceKey }> {
		return this.#worker.call('makeDeviceSlot', { asBytes, name });
	}

	/** Makes a slot for a secret; null for an invalid recovery code. */
	makeSecretSlot(
		secret: Exclude<Secret, { kind: 'device' }>,
		credential?: Uint8Array<ArrayBuffer>,
		name = noName
	): Promise<SecretSlot | null> {
		const input = { secret, credential, name };
		return this.#worker.callWithin(DERIVATION_TIMEOUT_MS, 'makeSecretSlot', input);
	}

	/**
	 * Encrypts a name into each of these slots, in their order, which proves that the slot belongs to this vault as it
	 * is.
	 */
	prove(slots: readonly { slot: KeySlot; name: SlotName }[]): Promise<KeySlot[]> {
		return this.#worker.call('prove', slots);
	}

	/**
	 * Reads the names of these slots, in their order; null for one that nobody with this vault's key has proven as it
	 * is.
	 */
	readProofs(slots: readonly KeySlot[]): Promise<(SlotName | null)[]> {
		return this.#worker.call('readProofs', slots);
	}

	/**
	 * Wraps this vault's key for slots of an earlier epoch, whose proofs were checked under that epoch's key. No secret
	 * is needed for it. The returned slots are still to be proven.
	 */
	rewrap(slots: readonly SecretSlot[]): Promise<SecretSlot[]> {
		return this.#worker.call('rewrap', slots);
	}

	/** Whether this secret opens that slot, and the slot holds this vault's key. */
	canUnlock(slot: KeySlot, secret: Secret): Promise<boolean> {
		return this.#worker.callWithin(DERIVATION_TIMEOUT_MS, 'canUnlock', { slot, secret });
	}

	/** Encrypts records, in their order; large numbers in batches, as `decrypt` does. */
	encrypt(records: readonly PlainRecord[], onProgress?: OnProgress): Promise<EncryptedRecord[]> {
		return inBatches(records, (batch) => this.#worker.call('encrypt', batch), onProgress);
	}

	/**
	 * Decrypts records, in their order. One that cannot be decrypted is marked so; the others are decrypted all the
	 * same. Large numbers go to the worker in batches, so that no single answer takes long.
	 */
	decrypt(records: readonly EncryptedRecord[], onProgress?: OnProgress): Promise<DecryptResult[]> {
		return inBatches(records, (batch) => this.#worker.call('decrypt', batch), onProgress);
	}

	static async #create(vaultId: string | null, epoch: number): Promise<Vault> {
		const worker = startWorker();
		try {
			const id = await worker.call('create', vaultId === null ? { epoch } : { vaultId, epoch });
			return new Vault(worker, id, epoch, null);
		} catch (error) {
			worker.terminate();
			throw error;
		}
	}

	/** Terminates the worker, and with it the key. */
	close(): void {
		this.#worker.terminate();
	}
}

/** Works on records in batches, and returns the results in their order. */
async function inBatches<In, Out>(
	records: readonly In[],
	callWorker: (batch: readonly In[]) => Promise<Out[]>,
	onProgress?: OnProgress
): Promise<Out[]> {
	const results: Out[] = [];
	for (let start = 0; start < records.length; start += BATCH_SIZE) {
		results.push(...(await callWorker(records.slice(start, start + BATCH_SIZE))));
		onProgress?.(results.length / records.length);
	}
	return results;
}
