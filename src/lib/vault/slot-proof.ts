import { encodeKdf, type Kdf } from './kdf';
import { encodePadded, decodePadded } from './padding';
import { fromHex, toHex } from '$lib/id/random-id';

type Bytes = Uint8Array<ArrayBuffer>;

/** The name of a slot, as a person sees it. It is in the slot's own row, encrypted. */
export interface SlotName {
	/** The name that the person gave it; empty until they name it. */
	label: string;
	/** When it was made: a moment, as the journal has it. The vault does not look inside. */
	made: unknown;
}

/** The plaintext fields of a slot. Any other field is not ours. */
export interface ProvableSlot {
	id: string;
	kind: string;
	v: number;
	epoch: number;
	kdf: Kdf;
	pub?: Bytes;
	priv?: Bytes;
	pn?: Bytes;
	eph?: Bytes;
	n: Bytes;
	wrapped: Bytes;
	credential?: Bytes;
	/** The nonce of the proof, 12 random bytes. */
	qn?: Bytes;
	/** AES-256-GCM of the padded name under the proof key, bound to the proof text; its tag is the proof. */
	proof?: Bytes;
}

const BYTE_FIELDS = ['pub', 'priv', 'pn', 'eph', 'n', 'wrapped', 'credential'] as const;
const KNOWN_FIELDS: readonly string[] = [
	'id',
	'kind',
	'v',
	'epoch',
	'kdf',
	...BYTE_FIELDS,
	'qn',
	'proof'
];

/** Derives the key that proves slots from 32 bytes of vault key. It cannot be exported. */
export async function deriveProofKey(vaultKey: Bytes, vaultId: string): Promise<CryptoKey> {
	const base = await crypto.subtle.importKey('raw', vaultKey, 'HKDF', false, ['deriveKey']);
	const info = new TextEncoder().encode('own-voice/2/slots');
	const params = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(vaultId), info };
	const aes = { name: 'AES-GCM', length: 256 };
	return crypto.subtle.deriveKey(params, base, aes, false, ['encrypt', 'decrypt']);
}

/** Returns the slot with its name encrypted in it, bound to every other field of it. */
export async function proveSlot<Slot extends ProvableSlot>(
	key: CryptoKey,
	vaultId: string,
	slot: Slot,
	{ label, made }: SlotName
): Promise<Slot & { qn: Bytes; proof: Bytes }> {
	const { qn: _, proof: __, ...rest } = slot;
	const qn = crypto.getRandomValues(new Uint8Array(12));
	const params = { name: 'AES-GCM', iv: qn, additionalData: proofData(rest, vaultId) };
	const proof = new Uint8Array(
		await crypto.subtle.encrypt(params, key, encodePadded({ label, made }))
	);
	return { ...(rest as Slot), qn, proof };
}

/**
 * Returns the name of a slot, or null for one that was changed since it was proven, or never was proven: a row may come
 * from anyone, and any field of it may be of any form.
 */
export async function readProof(
	key: CryptoKey,
	vaultId: string,
	slot: ProvableSlot
): Promise<SlotName | null> {
	try {
		const { qn, proof } = slot;
		if (!qn || !proof || !Object.keys(slot).every((field) => KNOWN_FIELDS.includes(field))) {
			return null;
		}
		if (BYTE_FIELDS.some((field) => !((slot[field] ?? qn) instanceof Uint8Array))) return null;
		const params = { name: 'AES-GCM', iv: qn, additionalData: proofData(slot, vaultId) };
		const bytes = new Uint8Array(await crypto.subtle.decrypt(params, key, proof));
		return decodePadded(bytes) as SlotName;
	} catch {
		return null;
	}
}

/** Returns the canonical text of all fields of a slot: bytes in hex, and nothing for a field that it does not have. */
function proofData(slot: Omit<ProvableSlot, 'qn' | 'proof'>, vaultId: string): Bytes {
	const { id, kind, v, epoch, kdf } = slot;
	const bytes = BYTE_FIELDS.map((field) => (slot[field] ? toHex(slot[field]) : ''));
	const text = ['q1', vaultId, id, kind, v, epoch, encodeKdf(kdf), ...bytes].join('|');
	return new TextEncoder().encode(text);
}
