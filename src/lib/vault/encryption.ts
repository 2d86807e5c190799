import { encodePadded, decodePadded } from './padding';
import { fromHex } from '$lib/id/random-id';
import { VaultError } from './vault-error';

/** A record before encryption: `value` is anything JSON can hold. */
export interface PlainRecord {
	id: string;
	rev: number;
	value: unknown;
}

/** A record after decryption: its value, or that it cannot be decrypted. */
export type DecryptResult = { id: string; rev: number } & ({ value: unknown } | { damaged: true });

/** An encrypted row: what someone who reads the disk without the key sees. */
export interface EncryptedRecord {
	id: string;
	/** The revision, from 1. */
	rev: number;
	/** The epoch of the key. */
	ep: number;
	/** The nonce, 12 random bytes, fresh at each encryption. */
	n: Uint8Array<ArrayBuffer>;
	/** AES-256-GCM ciphertext with its 16-byte tag. */
	c: Uint8Array<ArrayBuffer>;
}

/** The key that encrypts records: the epoch's derived key, with what it is bound to. */
export interface EncryptionKey {
	vaultId: string;
	epoch: number;
	key: CryptoKey;
}

/**
 * Derives the key that encrypts records from 32 bytes of vault key: HKDF-SHA-256 (RFC 5869), salted with the vault's
 * id, for this one purpose. It cannot be exported.
 */
export async function deriveEncryptionKey(
	vaultKey: Uint8Array<ArrayBuffer>,
	vaultId: string,
	epoch: number
): Promise<EncryptionKey> {
	const base = await crypto.subtle.importKey('raw', vaultKey, 'HKDF', false, ['deriveKey']);
	const key = await crypto.subtle.deriveKey(
		{
			name: 'HKDF',
			hash: 'SHA-256',
			salt: fromHex(vaultId),
			info: new TextEncoder().encode('own-voice/1/records')
		},
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
	return { vaultId, epoch, key };
}

/**
 * Returns the associated data that binds a record to its vault, id, revision and epoch: none can be swapped, moved or
 * rolled back.
 */
function associatedData(
	vaultId: string,
	id: string,
	rev: number,
	epoch: number
): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(`r1|${vaultId}|${id}|${rev}|${epoch}`);
}

/** Encrypts a value that JSON can hold as revision `rev` of record `id`. */
export async function encryptRecord(
	{ vaultId, epoch, key }: EncryptionKey,
	id: string,
	rev: number,
	value: unknown
): Promise<EncryptedRecord> {
	const n = crypto.getRandomValues(new Uint8Array(12));
	const additionalData = associatedData(vaultId, id, rev, epoch);
	const c = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv: n, additionalData },
		key,
		encodePadded(value)
	);
	return { id, rev, ep: epoch, n, c: new Uint8Array(c) };
}

/** Decrypts a record and returns its value. Throws `damaged-record`, without detail, if it cannot be decrypted. */
export async function decryptRecord(
	{ vaultId, epoch, key }: EncryptionKey,
	record: EncryptedRecord
): Promise<unknown> {
	let bytes: ArrayBuffer;
	try {
		const additionalData = associatedData(vaultId, record.id, record.rev, record.ep);
		if (record.ep !== epoch) throw new VaultError('damaged-record', 'another epoch');
		bytes = await crypto.subtle.decrypt(
			{ name: 'AES-GCM', iv: record.n, additionalData },
			key,
			record.c
		);
	} catch (cause) {
		throw new VaultError('damaged-record', 'the record does not open', { cause });
	}
	return decodePadded(new Uint8Array(bytes));
}
