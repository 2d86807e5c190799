/*
 * The worker that holds the vault key: the page asks it to encrypt and decrypt, and never sees the key. Terminating
 * this worker closes the vault.
 */
import { equalBytes } from '$lib/bytes/bytes';
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
	unwrapSlot,
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
	proofKey: CryptoKey;
}

let keys: VaultKeys | null = null;

async function deriveKeys(
	vaultKey: Uint8Array<ArrayBuffer>,
	vaultId: string,
	epoch: number
): Promise<VaultKeys> {
	const [encryption, proofKey] = await Promise.all([
		deriveEncryptionKey(vaultKey, vaultId, epoch),
		deriveProofKey(vaultKey, vaultId)
	]);
	return { vaultKey, encryption, proofKey };
}

function unlockedKeys(): VaultKeys {
	if (!keys) throw new VaultError('closed', 'the vault is closed');
	return keys;
}

async function tryDecrypt(
	recordKey: EncryptionKey,
	record: EncryptedRecord
): Promise<DecryptResult> {
	const { id, rev } = record;
	try {
		return { id, rev, value: await decryptRecord(recordKey, record) };
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
		keys = await deriveKeys(vaultKey, vaultId ?? randomId(), epoch);
		return keys.encryption.vaultId;
	},

	async makeDeviceSlot({ asBytes, name }: { asBytes: boolean; name: SlotName }) {
		const { proofKey, encryption } = unlockedKeys();
		const key = await newDeviceKey(asBytes);
		const slot = await makeDeviceSlot(key, wrapTarget());
		return { slot: await proveSlot(proofKey, encryption.vaultId, slot, name), key };
	},

	async makeSecretSlot(input: {
		secret: Exclude<Secret, { kind: 'device' }>;
		name: SlotName;
		credential: Uint8Array<ArrayBuffer> | undefined;
	}) {
		const { proofKey, encryption } = unlockedKeys();
		const slot = await makeSecretSlot(input.secret, wrapTarget(), input.credential);
		return slot && proveSlot(proofKey, encryption.vaultId, slot, input.name);
	},

	prove(slots: readonly { slot: KeySlot; name: SlotName }[]) {
		const { proofKey, encryption } = unlockedKeys();
		return Promise.all(
			slots.map(({ slot, name }) => proveSlot(proofKey, encryption.vaultId, slot, name))
		);
	},

	readProofs(slots: readonly KeySlot[]) {
		const { proofKey, encryption } = unlockedKeys();
		return Promise.all(slots.map((slot) => readProof(proofKey, encryption.vaultId, slot)));
	},

	rewrap(slots: readonly SecretSlot[]) {
		return Promise.all(slots.map((slot) => rewrap(slot, wrapTarget())));
	},

	async unlock({ vaultId, slot, secret }: { vaultId: string; slot: KeySlot; secret: Secret }) {
		const unwrapped = await unwrapSlot(slot, secret, vaultId);
		if (!unwrapped) return null;
		keys = await deriveKeys(unwrapped.vaultKey, vaultId, slot.epoch);
		return { isPaired: unwrapped.isPaired };
	},

	async canUnlock({ slot, secret }: { slot: KeySlot; secret: Secret }) {
		const { vaultKey, encryption } = unlockedKeys();
		const unwrapped = await unwrapSlot(slot, secret, encryption.vaultId);
		return (
			slot.epoch === encryption.epoch &&
			unwrapped?.isPaired === true &&
			equalBytes(unwrapped.vaultKey, vaultKey)
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
		return Promise.all(records.map((record) => tryDecrypt(encryption, record)));
	}
};

serveCalls(calls);

/** The calls that this worker serves. */
export type VaultCalls = typeof calls;
