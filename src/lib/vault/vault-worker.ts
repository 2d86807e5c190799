/*
 * Where the vault key lives: the page asks for sealing and opening, and never sees the key.
 * Ending this worker is what closes the vault.
 */
import { serveCalls } from '$lib/worker/worker';
import { randomId } from '$lib/id/random-id';
import {
	deriveSealingKey,
	openRecord,
	sealRecord,
	type Opened,
	type SealedRecord,
	type SealingKey,
	type Unsealed
} from './sealing';
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
	type WrapFor
} from './slots';
import { VaultError } from './vault-error';

interface OpenKeys {
	vaultKey: Uint8Array<ArrayBuffer>;
	sealing: SealingKey;
	/** What proves slots. */
	proving: CryptoKey;
}

let open: OpenKeys | null = null;

async function keysOf(
	vaultKey: Uint8Array<ArrayBuffer>,
	vaultId: string,
	epoch: number
): Promise<OpenKeys> {
	const [sealing, proving] = await Promise.all([
		deriveSealingKey(vaultKey, vaultId, epoch),
		deriveProofKey(vaultKey, vaultId)
	]);
	return { vaultKey, sealing, proving };
}

function opened(): OpenKeys {
	if (!open) throw new VaultError('closed', 'the vault is closed');
	return open;
}

async function unseal(sealing: SealingKey, record: SealedRecord): Promise<Opened> {
	const { id, rev } = record;
	try {
		return { id, rev, value: await openRecord(sealing, record) };
	} catch (error) {
		if (error instanceof VaultError && error.code === 'damaged-record') {
			return { id, rev, damaged: true };
		}
		throw error;
	}
}

function where(): WrapFor {
	const { vaultKey, sealing } = opened();
	return { vaultKey, vaultId: sealing.vaultId, epoch: sealing.epoch };
}

const calls = {
	async create({ vaultId, epoch }: { vaultId?: string; epoch: number }) {
		const vaultKey = crypto.getRandomValues(new Uint8Array(32));
		open = await keysOf(vaultKey, vaultId ?? randomId(), epoch);
		return open.sealing.vaultId;
	},

	async makeDeviceSlot({ asBytes, name }: { asBytes: boolean; name: SlotName }) {
		const { proving, sealing } = opened();
		const key = await newDeviceKey(asBytes);
		const slot = await makeDeviceSlot(key, where());
		return { slot: await proveSlot(proving, sealing.vaultId, slot, name), key };
	},

	async makeSecretSlot(input: {
		secret: Exclude<Secret, { kind: 'device' }>;
		name: SlotName;
		credential: Uint8Array<ArrayBuffer> | undefined;
	}) {
		const { proving, sealing } = opened();
		const slot = await makeSecretSlot(input.secret, where(), input.credential);
		return slot && proveSlot(proving, sealing.vaultId, slot, input.name);
	},

	prove(slots: readonly { slot: KeySlot; name: SlotName }[]) {
		const { proving, sealing } = opened();
		return Promise.all(
			slots.map(({ slot, name }) => proveSlot(proving, sealing.vaultId, slot, name))
		);
	},

	readProofs(slots: readonly KeySlot[]) {
		const { proving, sealing } = opened();
		return Promise.all(slots.map((slot) => readProof(proving, sealing.vaultId, slot)));
	},

	rewrap(slots: readonly SecretSlot[]) {
		return Promise.all(slots.map((slot) => rewrap(slot, where())));
	},

	async open({ vaultId, slot, secret }: { vaultId: string; slot: KeySlot; secret: Secret }) {
		const found = await openSlot(slot, secret, vaultId);
		if (!found) return null;
		open = await keysOf(found.vaultKey, vaultId, slot.epoch);
		return { paired: found.paired };
	},

	async opensWith({ slot, secret }: { slot: KeySlot; secret: Secret }) {
		const { vaultKey, sealing } = opened();
		const found = await openSlot(slot, secret, sealing.vaultId);
		return (
			slot.epoch === sealing.epoch &&
			found?.paired === true &&
			found.vaultKey.every((byte, index) => byte === vaultKey[index])
		);
	},

	async seal(records: readonly Unsealed[]) {
		const { sealing } = opened();
		return Promise.all(records.map(({ id, rev, value }) => sealRecord(sealing, id, rev, value)));
	},

	async unseal(records: readonly SealedRecord[]) {
		const { sealing } = opened();
		return Promise.all(records.map((record) => unseal(sealing, record)));
	}
};

serveCalls(calls);

/** What this worker serves. */
export type VaultCalls = typeof calls;
