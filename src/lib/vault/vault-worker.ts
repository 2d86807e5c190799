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
import { makeDeviceSlot, newDeviceKey, openSlot, type DeviceKey, type KeySlot } from './slots';
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

answerCalls({
	async create() {
		const vaultKey = crypto.getRandomValues(new Uint8Array(32));
		open = { vaultKey, sealing: await deriveSealingKey(vaultKey, randomId(), 1) };
		return { vaultId: open.sealing.vaultId, epoch: 1 };
	},

	async makeDeviceSlot({ asBytes }: { asBytes: boolean }) {
		const { vaultKey, sealing } = opened();
		const key = await newDeviceKey(asBytes);
		return { slot: await makeDeviceSlot(vaultKey, key, sealing.vaultId, sealing.epoch), key };
	},

	async open(input: { vaultId: string; slot: KeySlot; key: DeviceKey }) {
		const vaultKey = await openSlot(input.slot, input.key, input.vaultId);
		if (!vaultKey) return false;
		open = {
			vaultKey,
			sealing: await deriveSealingKey(vaultKey, input.vaultId, input.slot.epoch)
		};
		return true;
	},

	async opensWith({ slot, key }: { slot: KeySlot; key: DeviceKey }) {
		const { vaultKey, sealing } = opened();
		const found = await openSlot(slot, key, sealing.vaultId);
		return found !== null && found.every((byte, index) => byte === vaultKey[index]);
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
