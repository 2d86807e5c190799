/**
 * The vault: what seals and opens. Everything a person writes passes through here, always.
 *
 * Records are sealed with AES-256-GCM under a key derived from the vault key, bound to vault, id,
 * revision and epoch, and padded. The vault key is made in a worker and stays there; key slots hold it
 * wrapped. Nothing here knows what a record says, or where it is kept. docs/storage-format.md draws
 * every byte.
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

/** Called after each batch with how much is done, from 0 to 1. What it throws ends the work. */
type OnProgress = (part: number) => void;

/** Milliseconds a key derivation may take: seconds on a weak phone, more where memory is short. */
const DERIVATION_TIMEOUT_MS = 60_000;

/** How many records go to the worker at once. */
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

/** Whether this browser offers what sealing needs. It does so on https and on this machine only. */
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
	/** What opened it; null for one that was made. */
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

	/** Makes a vault with a new random key, which nothing opens until a slot for it is kept. */
	static create(): Promise<Vault> {
		return Vault.#create(null, 1);
	}

	/** Makes the same vault anew, with another random key, as its next epoch. */
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

	/** Makes a device slot and the key that opens it; `asBytes` where the browser can keep no CryptoKey. */
	makeDeviceSlot(asBytes = false, name = noName): Promise<{ slot: DeviceSlot; key: DeviceKey }> {
		return this.#worker.call('makeDeviceSlot', { asBytes, name });
	}

	/** Makes a slot for a secret; null for a recovery code that is none. */
	makeSecretSlot(
		secret: Exclude<Secret, { kind: 'device' }>,
		credential?: Uint8Array<ArrayBuffer>,
		name = noName
	): Promise<SecretSlot | null> {
		const input = { secret, credential, name };
		return this.#worker.callWithin(DERIVATION_TIMEOUT_MS, 'makeSecretSlot', input);
	}

	/** Seals a name into each of these slots, in their order, which proves that it is one of this vault as it is. */
	prove(slots: readonly { slot: KeySlot; name: SlotName }[]): Promise<KeySlot[]> {
		return this.#worker.call('prove', slots);
	}

	/** The names of these slots, in their order; null for one that nobody with this vault's key has proven as it is. */
	readProofs(slots: readonly KeySlot[]): Promise<(SlotName | null)[]> {
		return this.#worker.call('readProofs', slots);
	}

	/**
	 * Wraps this vault's key for slots of an earlier epoch, whose proofs were seen under that epoch's. No secret is
	 * needed for it. What comes back is still to be proven.
	 */
	rewrap(slots: readonly SecretSlot[]): Promise<SecretSlot[]> {
		return this.#worker.call('rewrap', slots);
	}

	/** Whether this secret opens that slot, and the slot holds this vault's key. */
	canUnlock(slot: KeySlot, secret: Secret): Promise<boolean> {
		return this.#worker.callWithin(DERIVATION_TIMEOUT_MS, 'canUnlock', { slot, secret });
	}

	/** Seals records, in their order; large numbers in batches, as below. */
	encrypt(records: readonly PlainRecord[], onProgress?: OnProgress): Promise<EncryptedRecord[]> {
		return inBatches(records, (batch) => this.#worker.call('encrypt', batch), onProgress);
	}

	/**
	 * Opens records, in their order. One that does not open says so; the others open all the same.
	 * Large numbers go to the worker in batches, so that no single answer takes long.
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

	/** Ends the worker, and with it the key. */
	close(): void {
		this.#worker.terminate();
	}
}

/** Hands records on in batches, and returns what came of them, in their order. */
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
