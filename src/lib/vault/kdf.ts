import { fromHex, toHex } from '$lib/id/random-id';
import { VaultError } from './vault-error';

/**
 * The key derivation of a secret: Argon2id (RFC 9106) for a passphrase, scrypt (RFC 7914) for one where WebAssembly is
 * not available, and HKDF for secrets of full entropy, which need no cost.
 */
export type Kdf =
	| { name: 'none' }
	| { name: 'argon2id'; m: number; t: number; p: number; salt: string }
	| { name: 'scrypt'; n: number; r: number; p: number; salt: string }
	| { name: 'hkdf'; salt: string };

/** KiB of memory, passes, lanes: RFC 9106's second recommended option with one lane, and OWASP's minimum. */
const ARGON2_COST = { m: 65_536, t: 3, p: 1 };
const MIN_ARGON2_COST = { m: 19_456, t: 2, p: 1 };
const SCRYPT_COST = { n: 2 ** 17, r: 8, p: 1 };

/** Returns a new random salt of 16 bytes, in hex. */
export function newSalt(): string {
	return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * Returns the costliest of our parameters that this browser can run, with the key that they give for this passphrase.
 * Too little memory leads to the minimum parameters, and no WebAssembly to scrypt.
 */
export async function deriveNewPassphraseKey(
	passphrase: string
): Promise<{ kdf: Kdf; key: Uint8Array<ArrayBuffer> }> {
	const salt = newSalt();
	const candidates: Kdf[] = [
		{ name: 'argon2id', ...ARGON2_COST, salt },
		{ name: 'argon2id', ...MIN_ARGON2_COST, salt },
		{ name: 'scrypt', ...SCRYPT_COST, salt }
	];
	let lastError: unknown;
	for (const kdf of candidates) {
		try {
			return { kdf, key: await derivePassphraseKey(passphrase, kdf) };
		} catch (error) {
			lastError = error;
		}
	}
	throw new VaultError('no-crypto', 'no key derivation can be run here', { cause: lastError });
}

/**
 * Derives 32 bytes from a passphrase, normalised to NFKC so that it does not matter on which keyboard it was typed.
 * Throws, before anything is computed, `too-much-memory` for parameters that ask for more than is ever given and
 * `damaged-slot` for others out of bounds; `too-much-memory` where this device does not have that much, and `no-wasm`
 * for Argon2id where WebAssembly is not available.
 */
export async function derivePassphraseKey(
	passphrase: string,
	kdf: Kdf
): Promise<Uint8Array<ArrayBuffer>> {
	checkBounds(kdf);
	const password = new TextEncoder().encode(passphrase.normalize('NFKC'));
	if (kdf.name === 'argon2id') {
		if (!canRunWebAssembly()) throw new VaultError('no-wasm', 'WebAssembly is switched off here');
		const { argon2id } = await import('hash-wasm');
		const { m: memorySize, t: iterations, p: parallelism } = kdf;
		const salt = fromHex(kdf.salt);
		const options = { password, salt, memorySize, iterations, parallelism, hashLength: 32 };
		return new Uint8Array(
			await allocatableMemory(() => argon2id({ ...options, outputType: 'binary' }))
		);
	}
	if (kdf.name === 'scrypt') {
		const { scryptAsync } = await import('@noble/hashes/scrypt.js');
		const { n: N, r, p } = kdf;
		const salt = fromHex(kdf.salt);
		return new Uint8Array(
			await allocatableMemory(() => scryptAsync(password, salt, { N, r, p, dkLen: 32 }))
		);
	}
	throw new VaultError('damaged-slot', 'not a setting for a passphrase');
}

/**
 * Runs a derivation whose parameters were checked: it can still fail only for lack of memory. An engine that has none
 * left throws a RangeError, or an error of its own from within WebAssembly.
 */
async function allocatableMemory<T>(derive: () => Promise<T>): Promise<T> {
	try {
		return await derive();
	} catch (cause) {
		throw new VaultError('too-much-memory', 'the derivation found no memory', { cause });
	}
}

/** Whether WebAssembly runs here: some browser settings, and a policy that does not allow it, forbid it. */
function canRunWebAssembly(): boolean {
	try {
		// The shortest module there is: its magic number and its version.
		const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
		return new WebAssembly.Module(empty) instanceof WebAssembly.Module;
	} catch {
		return false;
	}
}

/** Derives 32 bytes from a secret of full entropy, for one use. */
export async function deriveSecretKey(
	secret: Uint8Array<ArrayBuffer>,
	salt: string,
	purpose: string
): Promise<Uint8Array<ArrayBuffer>> {
	const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	const info = new TextEncoder().encode(`own-voice/1/${purpose}`);
	const params = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info };
	return new Uint8Array(await crypto.subtle.deriveBits(params, base, 256));
}

/** Returns the canonical text of the parameters, for associated data. */
export function encodeKdf(kdf: Kdf): string {
	switch (kdf.name) {
		case 'none':
			return 'none';
		case 'argon2id':
			return `argon2id:${kdf.m}:${kdf.t}:${kdf.p}:${kdf.salt}`;
		case 'scrypt':
			return `scrypt:${kdf.n}:${kdf.r}:${kdf.p}:${kdf.salt}`;
		case 'hkdf':
			return `hkdf:${kdf.salt}`;
	}
}

/** The KiB of memory that parameters may ask for: four times ours. */
const MAX_MEMORY_KIB = 262_144;

/** Checks stored parameters, which may come from anyone: those that would cost too much, or too little, are not run. */
function checkBounds(kdf: Kdf): void {
	// scrypt fills 128 r n bytes.
	const memory = kdf.name === 'argon2id' ? kdf.m : kdf.name === 'scrypt' ? (kdf.r * kdf.n) / 8 : 0;
	if (memory > MAX_MEMORY_KIB) {
		throw new VaultError('too-much-memory', `a key derivation that asks for ${memory} KiB`);
	}
	const isIntegerIn = (value: number, min: number, max: number): boolean =>
		Number.isInteger(value) && value >= min && value <= max;
	const isInBounds =
		(kdf.name === 'argon2id' &&
			isIntegerIn(kdf.m, 8_192, MAX_MEMORY_KIB) &&
			isIntegerIn(kdf.t, 1, 10) &&
			isIntegerIn(kdf.p, 1, 4)) ||
		(kdf.name === 'scrypt' &&
			isIntegerIn(Math.log2(kdf.n), 15, 18) &&
			isIntegerIn(kdf.r, 8, 8) &&
			isIntegerIn(kdf.p, 1, 4));
	if (!isInBounds || !/^[0-9a-f]{32}$/.test(kdf.salt)) {
		throw new VaultError('damaged-slot', 'a key derivation out of bounds');
	}
}
