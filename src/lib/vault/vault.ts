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
import type { SlotName } from './slot-proof';
import type { DeviceKey, DeviceSlot, KeySlot, Secret, SecretSlot, SlotKind } from './slots';
import { VaultError, type VaultErrorCode } from './vault-error';
import workerUrl from './vault-worker?worker&url';

export type { SealedRecord } from './sealing';
export type { SlotName } from './slot-proof';
export type { DeviceKey, DeviceSlot, KeySlot, Secret, SecretSlot, SlotKind } from './slots';
export { newRecoveryCode, readCode, writeCode } from './recovery-code';
export { randomId, toHex } from './random-id';

/** A record before sealing: `value` is anything JSON can hold. */
export interface Unsealed {
	id: string;
	rev: number;
	value: unknown;
}

/** A record after opening: its value, or that it does not open. */
export type Opened = { id: string; rev: number } & ({ value: unknown } | { damaged: true });

/** Called after each batch with how much is done, from 0 to 1. What it throws ends the work. */
type OnBatch = (part: number) => void;

/** Milliseconds a key derivation may take: seconds on a weak phone, more where memory is short. */
const DERIVING = 60_000;

/** How many records go to the worker at once. */
const BATCH = 500;

const errorCodes: readonly string[] = [
	'no-crypto',
	'no-wasm',
	'too-much-memory',
	'damaged-record',
	'damaged-slot',
	'closed'
];

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

/** The slot that opened a vault. */
export interface OpenedBy {
	id: string;
	kind: SlotKind;
	/** Whether its public half belongs to the private one: else a new key must not be wrapped for it. */
	paired: boolean;
}

/** The name of a slot that has none. */
const nameless: SlotName = { label: '', made: null };

/** An open vault. */
export class Vault {
	readonly id: string;
	readonly epoch: number;
	/** What opened it; null for one that was made. */
	readonly openedBy: OpenedBy | null;
	readonly #line: WorkerLine;

	private constructor(line: WorkerLine, id: string, epoch: number, openedBy: OpenedBy | null) {
		this.#line = line;
		this.id = id;
		this.epoch = epoch;
		this.openedBy = openedBy;
	}

	/** Makes a vault with a new random key, which nothing opens until a slot for it is kept. */
	static create(): Promise<Vault> {
		return Vault.#make(null, 1);
	}

	/** Makes the same vault anew, with another random key, as its next epoch. */
	nextEpoch(): Promise<Vault> {
		return Vault.#make(this.id, this.epoch + 1);
	}

	/** Opens a vault through one of its slots; null if this secret does not open that slot. */
	static async open(vaultId: string, slot: KeySlot, secret: Secret): Promise<Vault | null> {
		const line = startWorker();
		try {
			const opened = await line.ask('open', { vaultId, slot, secret }, DERIVING);
			if (opened) {
				const { paired } = opened as { paired: boolean };
				return new Vault(line, vaultId, slot.epoch, { id: slot.id, kind: slot.kind, paired });
			}
			line.end();
			return null;
		} catch (error) {
			line.end();
			throw error;
		}
	}

	/** Whether the key is gone: the vault was closed, or its worker died. */
	get over(): boolean {
		return this.#line.over;
	}

	/** Makes a device slot and the key that opens it; `asBytes` where the browser can keep no CryptoKey. */
	async makeDeviceSlot(
		asBytes = false,
		name = nameless
	): Promise<{ slot: DeviceSlot; key: DeviceKey }> {
		return (await this.#line.ask('makeDeviceSlot', { asBytes, name })) as {
			slot: DeviceSlot;
			key: DeviceKey;
		};
	}

	/** Makes a slot for a secret; null for a recovery code that is none. */
	async makeSecretSlot(
		secret: Exclude<Secret, { kind: 'device' }>,
		credential?: Uint8Array<ArrayBuffer>,
		name = nameless
	): Promise<SecretSlot | null> {
		const input = { secret, credential, name };
		return (await this.#line.ask('makeSecretSlot', input, DERIVING)) as SecretSlot | null;
	}

	/** Seals a name into each of these slots, in their order, which proves that it is one of this vault as it is. */
	async prove(slots: readonly { slot: KeySlot; name: SlotName }[]): Promise<KeySlot[]> {
		return (await this.#line.ask('prove', slots)) as KeySlot[];
	}

	/** The names of these slots, in their order; null for one that nobody with this vault's key has proven as it is. */
	async readProofs(slots: readonly KeySlot[]): Promise<(SlotName | null)[]> {
		return (await this.#line.ask('readProofs', slots)) as (SlotName | null)[];
	}

	/**
	 * Wraps this vault's key for slots of an earlier epoch, whose proofs were seen under that epoch's. No secret is
	 * needed for it. What comes back is still to be proven.
	 */
	async rewrap(slots: readonly SecretSlot[]): Promise<SecretSlot[]> {
		return (await this.#line.ask('rewrap', slots)) as SecretSlot[];
	}

	/** Whether this secret opens that slot, and the slot holds this vault's key. */
	async opensWith(slot: KeySlot, secret: Secret): Promise<boolean> {
		return (await this.#line.ask('opensWith', { slot, secret }, DERIVING)) as boolean;
	}

	/** Seals records, in their order; large numbers in batches, as below. */
	seal(records: readonly Unsealed[], onBatch?: OnBatch): Promise<SealedRecord[]> {
		return this.#inBatches('seal', records, onBatch);
	}

	/**
	 * Opens records, in their order. One that does not open says so; the others open all the same.
	 * Large numbers go to the worker in batches, so that no single answer takes long.
	 */
	unseal(records: readonly SealedRecord[], onBatch?: OnBatch): Promise<Opened[]> {
		return this.#inBatches('unseal', records, onBatch);
	}

	async #inBatches<Out>(
		call: 'seal' | 'unseal',
		records: readonly unknown[],
		onBatch?: OnBatch
	): Promise<Out[]> {
		const done: Out[] = [];
		for (let start = 0; start < records.length; start += BATCH) {
			const batch = records.slice(start, start + BATCH);
			done.push(...((await this.#line.ask(call, batch)) as Out[]));
			onBatch?.(done.length / records.length);
		}
		return done;
	}

	static async #make(vaultId: string | null, epoch: number): Promise<Vault> {
		const line = startWorker();
		try {
			const id = await line.ask('create', vaultId === null ? { epoch } : { vaultId, epoch });
			return new Vault(line, id as string, epoch, null);
		} catch (error) {
			line.end();
			throw error;
		}
	}

	/** Ends the worker, and with it the key. */
	close(): void {
		this.#line.end();
	}
}
