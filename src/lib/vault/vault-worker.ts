/*
 * Where the vault key lives: the page asks for sealing and opening, and never sees the key.
 * Ending this worker is what closes the vault.
 */
import { answerCalls } from '$lib/worker/worker';
import { randomId } from './random-id';
import {
	deriveSealingKey,
	openRecord,
	sealRecord,
	type SealedRecord,
	type SealingKey
} from './sealing';
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
import type { Opened, Unsealed } from './vault';
import { VaultError } from './vault-error';

let open: { vaultKey: Uint8Array<ArrayBuffer>; sealing: SealingKey } | null = null;

function opened(): { vaultKey: Uint8Array<ArrayBuffer>; sealing: SealingKey } {
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

answerCalls({
	async create({ vaultId, epoch }: { vaultId?: string; epoch: number }) {
		const vaultKey = crypto.getRandomValues(new Uint8Array(32));
		open = { vaultKey, sealing: await deriveSealingKey(vaultKey, vaultId ?? randomId(), epoch) };
		return open.sealing.vaultId;
	},

	async makeDeviceSlot({ asBytes }: { asBytes: boolean }) {
		const key = await newDeviceKey(asBytes);
		return { slot: await makeDeviceSlot(key, where()), key };
	},

	makeSecretSlot(input: {
		secret: Exclude<Secret, { kind: 'device' }>;
		credential?: Uint8Array<ArrayBuffer>;
	}) {
		return makeSecretSlot(input.secret, where(), input.credential);
	},

	rewrap(slots: SecretSlot[]) {
		return Promise.all(slots.map((slot) => rewrap(slot, where())));
	},

	async open({ vaultId, slot, secret }: { vaultId: string; slot: KeySlot; secret: Secret }) {
		const vaultKey = await openSlot(slot, secret, vaultId);
		if (!vaultKey) return false;
		open = { vaultKey, sealing: await deriveSealingKey(vaultKey, vaultId, slot.epoch) };
		return true;
	},

	async opensWith({ slot, secret }: { slot: KeySlot; secret: Secret }) {
		const { vaultKey, sealing } = opened();
		const found = await openSlot(slot, secret, sealing.vaultId);
		return (
			slot.epoch === sealing.epoch &&
			found !== null &&
			found.every((byte, index) => byte === vaultKey[index])
		);
	},

	async seal(records: Unsealed[]) {
		const { sealing } = opened();
		return Promise.all(records.map(({ id, rev, value }) => sealRecord(sealing, id, rev, value)));
	},

	async unseal(records: SealedRecord[]) {
		const { sealing } = opened();
		return Promise.all(records.map((record) => unseal(sealing, record)));
	}
});
