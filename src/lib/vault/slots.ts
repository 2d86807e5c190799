import { randomId } from './random-id';
import { VaultError } from './vault-error';

/**
 * A key slot: one way to open the vault. It holds the vault key, wrapped under a key of its own.
 *
 * The only kind so far is `device`: its key lies in the same browser, so it opens by itself, and it
 * protects against nobody who can open this browser.
 */
export interface KeySlot {
	id: string;
	kind: 'device';
	/** The version of this form. */
	v: 1;
	epoch: number;
	/** How a secret becomes the wrapping key; a device slot has no secret. */
	kdf: { name: 'none' };
	/** The nonce of the wrapping, 12 bytes. */
	n: Uint8Array<ArrayBuffer>;
	/** AES-256-GCM of the vault key with its tag: 48 bytes. */
	wrapped: Uint8Array<ArrayBuffer>;
}

/** What unwraps a device slot: a key that cannot be exported, or its bytes where no such key can be kept. */
export type DeviceKey = CryptoKey | Uint8Array<ArrayBuffer>;

/** Returns a new device key: 32 random bytes, or (`bytes: false`) a key that cannot be exported. */
export async function newDeviceKey(asBytes: boolean): Promise<DeviceKey> {
	if (asBytes) return crypto.getRandomValues(new Uint8Array(32));
	return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Wraps the vault key in a new device slot. */
export async function makeDeviceSlot(
	vaultKey: Uint8Array<ArrayBuffer>,
	deviceKey: DeviceKey,
	vaultId: string,
	epoch: number
): Promise<KeySlot> {
	const n = crypto.getRandomValues(new Uint8Array(12));
	const header = { id: randomId(), kind: 'device', v: 1, epoch, kdf: { name: 'none' } } as const;
	const wrapped = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv: n, additionalData: slotHeader(header, vaultId) },
		await usable(deviceKey),
		vaultKey
	);
	return { ...header, n, wrapped: new Uint8Array(wrapped) };
}

/**
 * Returns the vault key out of a slot, or null if this key does not open it.
 * Throws `damaged-slot` for a slot of a form this code does not know.
 */
export async function openSlot(
	slot: KeySlot,
	deviceKey: DeviceKey,
	vaultId: string
): Promise<Uint8Array<ArrayBuffer> | null> {
	// What is stored may be of any form, whatever the type says.
	const { kind, v }: { kind: string; v: number } = slot;
	if (kind !== 'device' || v !== 1) {
		throw new VaultError('damaged-slot', 'a slot of an unknown form');
	}
	try {
		const bytes = await crypto.subtle.decrypt(
			{ name: 'AES-GCM', iv: slot.n, additionalData: slotHeader(slot, vaultId) },
			await usable(deviceKey),
			slot.wrapped
		);
		return new Uint8Array(bytes);
	} catch {
		return null; // the wrong key, and a changed slot, look alike
	}
}

/** Binds the wrapping to all that the slot says of itself. */
function slotHeader(
	{ id, kind, v, epoch, kdf }: Omit<KeySlot, 'n' | 'wrapped'>,
	vaultId: string
): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(`s${v}|${vaultId}|${id}|${kind}|${epoch}|${kdf.name}`);
}

function usable(key: DeviceKey): Promise<CryptoKey> {
	if (key instanceof CryptoKey) return Promise.resolve(key);
	return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
