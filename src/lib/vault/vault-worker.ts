/*
 * The worker that holds the vault key: the page asks it to encrypt and decrypt, and never sees the key. Terminating
 * this worker closes the vault.
 */
import { serveCalls } from '$lib/worker/worker';
import { randomId } from '$lib/id/random-id';
import {
	deriveEncryptionKey,
	decryptRecord,
	encryptRecord,
	type DecryptResult,
	type EncryptedRecord,
	type EncryptionKey,
	type PlainRecord
} from './encryption';
import { deriveProofKey, proveSlot, readProof, type SlotName } from './slot-proof';
import {
	makeDeviceSlot,
	makeSecretSlot,
	newDeviceKey,
	openSlot,
	rewrap,
	type KeySlot,
	type Secret,
	type SecretSlot,
	type WrapTarget
} from './slots';
import { VaultError } from './vault-error';

interface VaultKeys {
	vaultKey: Uint8Array<ArrayBuffer>;
	encryption: EncryptionKey;
	/** The key that proves slots. */
	proving: CryptoKey;
}

let open: VaultKeys | null = null;

async function deriveKeys(
	vaultKey: Uint8Array<ArrayBuffer>,
	vaultId: string,
	epoch: number
): Promise<VaultKeys> {
	const [encryption, proving] = await Promise.all([
		deriveEncryptionKey(vaultKey, vaultId, epoch),
		deriveProofKey(vaultKey, vaultId)
	]);
	return { vaultKey, encryption, proving };
}

function unlockedKeys(): VaultKeys {
	if (!open) throw new VaultError('closed', 'the vault is closed');
	return open;
}

async function unseal(sealing: EncryptionKey, record: EncryptedRecord): Promise<DecryptResult> {
	const { id, rev } = record;
	try {
		return { id, rev, value: await decryptRecord(sealing, record) };
	} catch (error) {
		if (error instanceof VaultError && error.code === 'damaged-record') {
			return { id, rev, damaged: true };
		}
		throw error;
	}
}

function wrapTarget(): WrapTarget {
	const { vaultKey, encryption } = unlockedKeys();
	return { vaultKey, vaultId: encryption.vaultId, epoch: encryption.epoch };
}

const calls = {
	async create({ vaultId, epoch }: { vaultId?: string; epoch: number }) {
		const vaultKey = crypto.getRandomValues(new Uint8Array(32));
		open = await deriveKeys(vaultKey, vaultId ?? randomId(), epoch);
		return open.encryption.vaultId;
	},

	async makeDeviceSlot({ asBytes, name }: { asBytes: boolean; name: SlotName }) {
		const { proving, encryption } = unlockedKeys();
		const key = await newDeviceKey(asBytes);
		const slot = await makeDeviceSlot(key, wrapTarget());
		return { slot: await proveSlot(proving, encryption.vaultId, slot, name), key };
	},

	async makeSecretSlot(input: {
		secret: Exclude<Secret, { kind: 'device' }>;
		name: SlotName;
		credential: Uint8Array<ArrayBuffer> | undefined;
	}) {
		const { proving, encryption } = unlockedKeys();
		const slot = await makeSecretSlot(input.secret, wrapTarget(), input.credential);
		return slot && proveSlot(proving, encryption.vaultId, slot, input.name);
	},

	prove(slots: readonly { slot: KeySlot; name: SlotName }[]) {
		const { proving, encryption } = unlockedKeys();
		return Promise.all(
			slots.map(({ slot, name }) => proveSlot(proving, encryption.vaultId, slot, name))
		);
	},

	readProofs(slots: readonly KeySlot[]) {
		const { proving, encryption } = unlockedKeys();
		return Promise.all(slots.map((slot) => readProof(proving, encryption.vaultId, slot)));
	},

	rewrap(slots: readonly SecretSlot[]) {
		return Promise.all(slots.map((slot) => rewrap(slot, wrapTarget())));
	},

	async open({ vaultId, slot, secret }: { vaultId: string; slot: KeySlot; secret: Secret }) {
		const found = await openSlot(slot, secret, vaultId);
		if (!found) return null;
		open = await deriveKeys(found.vaultKey, vaultId, slot.epoch);
		return { isPaired: found.isPaired };
	},

	async opensWith({ slot, secret }: { slot: KeySlot; secret: Secret }) {
		const { vaultKey, encryption } = unlockedKeys();
		const found = await openSlot(slot, secret, encryption.vaultId);
		return (
			slot.epoch === encryption.epoch &&
			found?.isPaired === true &&
			found.vaultKey.every((byte, index) => byte === vaultKey[index])
		);
	},

	async encrypt(records: readonly PlainRecord[]) {
		const { encryption } = unlockedKeys();
		return Promise.all(
			records.map(({ id, rev, value }) => encryptRecord(encryption, id, rev, value))
		);
	},

	async decrypt(records: readonly EncryptedRecord[]) {
		const { encryption } = unlockedKeys();
		return Promise.all(records.map((record) => unseal(encryption, record)));
	}
};

serveCalls(calls);

/** The calls that this worker serves. */
export type VaultCalls = typeof calls;
