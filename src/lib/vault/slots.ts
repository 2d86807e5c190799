import {
	encodeKdf,
	deriveNewPassphraseKey,
	newSalt,
	derivePassphraseKey,
	deriveSecretKey,
	type Kdf
} from './kdf';
import { randomId, toHex } from '$lib/id/random-id';
import { parseCode } from './recovery-code';
import { VaultError } from './vault-error';

/** The kinds of key slot. */
export type SlotKind = 'device' | 'passphrase' | 'recovery' | 'passkey';

interface SlotHeader {
	id: string;
	kind: SlotKind;
	/** The version of this form. */
	v: 1;
	epoch: number;
	kdf: Kdf;
	/** The nonce of the proof, 12 bytes. */
	qn?: Uint8Array<ArrayBuffer>;
	/** Its encrypted name, which proves all of it (`slot-proof.ts`); a slot of format 1 has none. */
	proof?: Uint8Array<ArrayBuffer>;
}

/**
 * A device slot: its key is stored in the same browser, so it opens by itself, and it protects against nobody who can
 * open this browser. `wrapped` is AES-256-GCM of the vault key under that key.
 */
export interface DeviceSlot extends SlotHeader {
	kind: 'device';
	/** The nonce of the wrapping, 12 bytes. */
	n: Uint8Array<ArrayBuffer>;
	wrapped: Uint8Array<ArrayBuffer>;
}

/**
 * A slot that a secret opens. It has a key pair of its own (ECDH on P-256): the private half is encrypted under the
 * secret's key, and the vault key is wrapped for the public half. So a new vault key can be wrapped for every slot
 * without asking for every secret, and an old vault key gives away no new one.
 */
export interface SecretSlot extends SlotHeader {
	kind: 'passphrase' | 'recovery' | 'passkey';
	/** The public half, 65 bytes. */
	pub: Uint8Array<ArrayBuffer>;
	/** The private half as PKCS#8, encrypted with AES-256-GCM under the secret's key and nonce `pn`. */
	priv: Uint8Array<ArrayBuffer>;
	pn: Uint8Array<ArrayBuffer>;
	/** The public half of the wrapping's own key pair, 65 bytes. */
	eph: Uint8Array<ArrayBuffer>;
	n: Uint8Array<ArrayBuffer>;
	wrapped: Uint8Array<ArrayBuffer>;
	/** For a passkey: the credential id to ask for. */
	credential?: Uint8Array<ArrayBuffer>;
}

/** A key slot: one way to open the vault. It holds the vault key, wrapped. */
export type KeySlot = DeviceSlot | SecretSlot;

/** The key that unwraps a device slot: one that cannot be exported, or its bytes where no such key can be stored. */
export type DeviceKey = CryptoKey | Uint8Array<ArrayBuffer>;

/** The secret with which a person (or the browser) opens a slot. */
export type Secret =
	| { kind: 'device'; key: DeviceKey }
	| { kind: 'passphrase'; text: string }
	| { kind: 'recovery'; text: string }
	| { kind: 'passkey'; output: Uint8Array<ArrayBuffer> };

type Bytes = Uint8Array<ArrayBuffer>;

/** The vault key to wrap, with the vault and the epoch that it belongs to. */
export interface WrapTarget {
	vaultId: string;
	epoch: number;
	vaultKey: Bytes;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Returns a new device key: 32 random bytes, or a key that cannot be exported. */
export async function newDeviceKey(asBytes: boolean): Promise<DeviceKey> {
	if (asBytes) return crypto.getRandomValues(new Uint8Array(32));
	return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Wraps the vault key in a new device slot. */
export async function makeDeviceSlot(key: DeviceKey, context: WrapTarget): Promise<DeviceSlot> {
	const header = {
		id: randomId(),
		kind: 'device',
		v: 1,
		epoch: context.epoch,
		kdf: { name: 'none' }
	} as const;
	const aes = await toAesKey(key);
	const { n, c } = await encrypt(aes, context.vaultKey, slotData(header, context.vaultId));
	return { ...header, n, wrapped: c };
}

/** Makes a slot for a secret; null for an invalid recovery code. */
export async function makeSecretSlot(
	secret: Exclude<Secret, { kind: 'device' }>,
	context: WrapTarget,
	credential?: Bytes
): Promise<SecretSlot | null> {
	const { kind } = secret;
	const derived = await deriveNewSlotKey(secret);
	if (!derived) return null;
	const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
	const pub = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
	const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
	const header = { id: randomId(), kind, v: 1, epoch: context.epoch, kdf: derived.kdf } as const;
	const { n: pn, c: priv } = await encrypt(
		await toAesKey(derived.key),
		pkcs8,
		privateKeyData(header, context.vaultId)
	);
	const slot = { ...header, pub, priv, pn, ...(credential ? { credential } : {}) };
	return rewrap(slot, context);
}

/**
 * Wraps a (new) vault key for an existing slot; no secret is needed for it. The caller must have checked the slot's
 * proof: the key goes to its public half, whoever made that. The returned slot has no proof yet.
 */
export async function rewrap(
	slot: Omit<SecretSlot, 'eph' | 'n' | 'wrapped'>,
	context: WrapTarget
): Promise<SecretSlot> {
	const { qn: _, proof: __, ...rest } = slot;
	const updated = { ...rest, epoch: context.epoch };
	const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
	const eph = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
	const key = await deriveWrappingKey(pair.privateKey, slot.pub, slot.id);
	const { n, c } = await encrypt(key, context.vaultKey, slotData(updated, context.vaultId));
	return { ...updated, eph, n, wrapped: c };
}

/** The contents of an opened slot. */
export interface UnwrappedKey {
	vaultKey: Bytes;
	/** Whether the slot's public half belongs to the private one that opened it. */
	isPaired: boolean;
}

/**
 * Unwraps the vault key of a slot; null if this secret does not open it: the wrong secret and a changed slot look
 * alike. Throws `damaged-slot` for a slot of a form this code does not know, and for a key derivation out of bounds;
 * `too-much-memory` for one that asks for more than is available.
 */
export async function unwrapSlot(
	slot: KeySlot,
	secret: Secret,
	vaultId: string
): Promise<UnwrappedKey | null> {
	// Stored data may be of any form, whatever the type says.
	const { kind, v }: { kind: string; v: number } = slot;
	if (!['device', 'passphrase', 'recovery', 'passkey'].includes(kind) || v !== 1) {
		throw new VaultError('damaged-slot', 'a slot of an unknown form');
	}
	if (slot.kind !== secret.kind) return null;
	if (slot.kind === 'device') {
		if (secret.kind !== 'device') return null;
		const aes = await toAesKey(secret.key);
		const vaultKey = await decrypt(aes, slot.n, slot.wrapped, slotData(slot, vaultId));
		return vaultKey && { vaultKey, isPaired: true };
	}
	const key = await deriveSlotKey(secret, slot.kdf);
	const pkcs8 =
		key && (await decrypt(await toAesKey(key), slot.pn, slot.priv, privateKeyData(slot, vaultId)));
	if (!pkcs8) return null;
	try {
		const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['deriveBits']);
		const wrappingKey = await deriveWrappingKey(privateKey, slot.eph, slot.id);
		const vaultKey = await decrypt(wrappingKey, slot.n, slot.wrapped, slotData(slot, vaultId));
		return vaultKey && { vaultKey, isPaired: await isKeyPair(privateKey, slot.pub) };
	} catch {
		return null; // a point that is not on the curve: a changed slot
	}
}

/** Whether a public half belongs to a private one: both agree with a third pair on the same secret. */
async function isKeyPair(privateKey: CryptoKey, pub: Bytes): Promise<boolean> {
	try {
		const publicKey = await crypto.subtle.importKey('raw', pub, CURVE, false, []);
		const testPair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
		const [testBits, ownBits] = await Promise.all([
			crypto.subtle.deriveBits({ name: 'ECDH', public: testPair.publicKey }, privateKey, 256),
			crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, testPair.privateKey, 256)
		]);
		return toHex(new Uint8Array(testBits)) === toHex(new Uint8Array(ownBits));
	} catch {
		return false; // not a point of the curve
	}
}

async function deriveNewSlotKey(
	secret: Exclude<Secret, { kind: 'device' }>
): Promise<{ kdf: Kdf; key: Bytes } | null> {
	if (secret.kind === 'passphrase') return deriveNewPassphraseKey(secret.text);
	const kdf = { name: 'hkdf', salt: newSalt() } as const;
	const key = await deriveSlotKey(secret, kdf);
	return key && { kdf, key };
}

async function deriveSlotKey(secret: Secret, kdf: Kdf): Promise<Bytes | null> {
	if (secret.kind === 'passphrase') return derivePassphraseKey(secret.text, kdf);
	if (kdf.name !== 'hkdf' || secret.kind === 'device') {
		throw new VaultError('damaged-slot', 'not a setting for this secret');
	}
	if (secret.kind === 'passkey') return deriveSecretKey(secret.output, kdf.salt, 'passkey');
	const code = await parseCode(secret.text);
	return code && deriveSecretKey(code, kdf.salt, 'recovery');
}

/** Derives the key that wraps the vault key for one slot: ECDH, then HKDF. */
async function deriveWrappingKey(
	privateKey: CryptoKey,
	publicHalf: Bytes,
	slotId: string
): Promise<CryptoKey> {
	const publicKey = await crypto.subtle.importKey('raw', publicHalf, CURVE, false, []);
	const shared = new Uint8Array(
		await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)
	);
	return toAesKey(await deriveSecretKey(shared, slotId, 'wrap'));
}

/** Returns the associated data that binds the wrapping to the slot's plaintext fields. */
function slotData({ id, kind, v, epoch, kdf }: SlotHeader, vaultId: string): string {
	return `s${v}|${vaultId}|${id}|${kind}|${epoch}|${encodeKdf(kdf)}`;
}

/** Returns the same without the epoch: the private half stays when the vault key changes. */
function privateKeyData({ id, kind, v, kdf }: SlotHeader, vaultId: string): string {
	return `p${v}|${vaultId}|${id}|${kind}|${encodeKdf(kdf)}`;
}

async function encrypt(
	key: CryptoKey,
	plaintext: Bytes,
	associatedData: string
): Promise<{ n: Bytes; c: Bytes }> {
	const n = crypto.getRandomValues(new Uint8Array(12));
	const params = {
		name: 'AES-GCM',
		iv: n,
		additionalData: new TextEncoder().encode(associatedData)
	};
	return { n, c: new Uint8Array(await crypto.subtle.encrypt(params, key, plaintext)) };
}

async function decrypt(
	key: CryptoKey,
	n: Bytes,
	c: Bytes,
	associatedData: string
): Promise<Bytes | null> {
	const params = {
		name: 'AES-GCM',
		iv: n,
		additionalData: new TextEncoder().encode(associatedData)
	};
	try {
		return new Uint8Array(await crypto.subtle.decrypt(params, key, c));
	} catch {
		return null;
	}
}

function toAesKey(key: DeviceKey): Promise<CryptoKey> {
	if (key instanceof CryptoKey) return Promise.resolve(key);
	return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
