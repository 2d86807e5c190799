import { webcrypto } from 'node:crypto';

/*
 * The vault key out of what a browser stores, by docs/storage-format.md alone: what to look for on a disk
 * where it must not lie.
 */

/** A slot as it is stored, its bytes in base64. */
export interface StoredSlot {
	id: string;
	kind: string;
	v: number;
	epoch: number;
	kdf: { name: string; salt?: string };
	priv: string;
	pn: string;
	eph: string;
	n: string;
	wrapped: string;
}

const { subtle } = webcrypto;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');

/** The 16 bytes of a recovery code. */
export function bytesOfCode(code: string): Buffer {
	const bits = Array.from(code.replaceAll('-', '').slice(0, 26), (sign) =>
		ALPHABET.indexOf(sign).toString(2).padStart(5, '0')
	).join('');
	return Buffer.from(
		Array.from({ length: 16 }, (_, index) =>
			Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2)
		)
	);
}

/** A code of these bytes, with the two characters that check it. */
export async function codeOf(bytes: Buffer): Promise<string> {
	const [first = 0, second = 0] = new Uint8Array(await subtle.digest('SHA-256', bytes));
	const check = ((first << 2) | (second >> 6)).toString(2).padStart(10, '0');
	const bits = `${Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')}00${check}`;
	const signs = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]);
	return (signs.join('').match(/.{4}/g) ?? []).join('-');
}

/** The vault key that a recovery code opens. Throws if it opens nothing. */
export async function vaultKeyOf(vaultId: string, slot: StoredSlot, code: string): Promise<Buffer> {
	const { id, kind, v, epoch, kdf } = slot;
	const kdfText = `hkdf:${kdf.salt}`;
	const secret = await derive(bytesOfCode(code), kdf.salt ?? '', 'recovery');
	const priv = await open(secret, slot.pn, slot.priv, `p${v}|${vaultId}|${id}|${kind}|${kdfText}`);
	const curve = { name: 'ECDH', namedCurve: 'P-256' };
	const own = await subtle.importKey('pkcs8', priv, curve, false, ['deriveBits']);
	const other = await subtle.importKey('raw', fromBase64(slot.eph), curve, false, []);
	const shared = await subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
	const agreed = await derive(Buffer.from(shared), id, 'wrap');
	const bound = `s${v}|${vaultId}|${id}|${kind}|${epoch}|${kdfText}`;
	return open(agreed, slot.n, slot.wrapped, bound);
}

async function derive(secret: Buffer, salt: string, use: string): Promise<Buffer> {
	const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	const info = Buffer.from(`own-voice/1/${use}`);
	const how = { name: 'HKDF', hash: 'SHA-256', salt: Buffer.from(salt, 'hex'), info };
	return Buffer.from(await subtle.deriveBits(how, base, 256));
}

async function open(key: Buffer, n: string, c: string, bound: string): Promise<Buffer> {
	const aes = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
	const how = { name: 'AES-GCM', iv: fromBase64(n), additionalData: Buffer.from(bound) };
	return Buffer.from(await subtle.decrypt(how, aes, fromBase64(c)));
}
