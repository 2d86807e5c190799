import { randomId } from '$lib/id/random-id';
import { newRecoveryCode, parseCode, Vault, type SecretSlot } from '$lib/vault/vault';
import { derivePassphraseKey, type Kdf } from '$lib/vault/kdf';
import { formatCode } from '$lib/vault/recovery-code';
import { toHex } from '$lib/id/random-id';
import { argon2id } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { tries } from '../thorough';

afterEach(() => {
	vi.restoreAllMocks();
});

const passphrase = (text: string) => ({ kind: 'passphrase', text }) as const;

async function slotFor(vault: Vault, text: string): Promise<SecretSlot> {
	const slot = await vault.makeSecretSlot(passphrase(text));
	if (!slot) throw new Error('no slot');
	return slot;
}

describe('a passphrase', () => {
	test('opens the vault it was set for, on whatever keyboard it is typed', async () => {
		const vault = await Vault.create();
		const slot = await slotFor(vault, 'caf\u00e9 \u2460 of the quiet evening');
		const [record] = await vault.encrypt([{ id: randomId(), rev: 1, value: 'still here' }]);
		const again = await Vault.unlock(
			vault.id,
			slot,
			passphrase('cafe\u0301 1 of the quiet evening')
		);
		expect(again && record && (await again.decrypt([record]))).toMatchObject([
			{ value: 'still here' }
		]);
		expect(slot.kdf).toMatchObject({ name: 'argon2id', m: 65_536, t: 3, p: 1 });
	});

	test('gives null when it is another, and for every slot that was changed', async () => {
		const vault = await Vault.create();
		const slot = await slotFor(vault, 'correct horse of evening');
		const open = (changed: SecretSlot, text = 'correct horse of evening') =>
			Vault.unlock(vault.id, changed, passphrase(text));
		expect(await open(slot, 'correct horse of morning')).toBeNull();
		const other = await slotFor(vault, 'correct horse of evening');
		const flipped = new Uint8Array(slot.wrapped);
		flipped[3] = (flipped[3] ?? 0) ^ 1;
		for (const changed of [
			{ ...slot, wrapped: flipped },
			{ ...slot, epoch: 2 },
			{ ...slot, id: other.id },
			{ ...slot, priv: other.priv, pn: other.pn },
			{ ...slot, eph: other.eph },
			{ ...slot, kind: 'recovery' as const }
		]) {
			expect(await open(changed)).toBeNull();
		}
		expect(await Vault.unlock(randomId(), slot, passphrase('correct horse of evening'))).toBeNull();
	});

	test.each<[string, Kdf]>([
		['an Argon2id', { name: 'argon2id', m: 300_000, t: 3, p: 1, salt: '0'.repeat(32) }],
		['a scrypt', { name: 'scrypt', n: 2 ** 24, r: 8, p: 1, salt: '0'.repeat(32) }]
	])('says so where %s asks for more memory than is ever given to one', async (_, kdf) => {
		await expect(derivePassphraseKey('anything', kdf)).rejects.toMatchObject({
			code: 'too-much-memory'
		});
	});

	test('says so where this device has not the memory that its slot asks for', async () => {
		const kdf = { name: 'argon2id', m: 65_536, t: 3, p: 1, salt: '0'.repeat(32) } as const;
		vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(new RangeError('out of memory'));
		await expect(derivePassphraseKey('anything', kdf)).rejects.toMatchObject({
			code: 'too-much-memory'
		});
	});

	test.each<[string, Kdf]>([
		['too little memory', { name: 'argon2id', m: 1024, t: 3, p: 1, salt: '0'.repeat(32) }],
		['too many passes', { name: 'argon2id', m: 65_536, t: 99, p: 1, salt: '0'.repeat(32) }],
		['no whole number', { name: 'argon2id', m: 65_536.5, t: 3, p: 1, salt: '0'.repeat(32) }],
		['too little scrypt', { name: 'scrypt', n: 2 ** 10, r: 8, p: 1, salt: '0'.repeat(32) }],
		['a salt of another form', { name: 'argon2id', m: 65_536, t: 3, p: 1, salt: 'x' }],
		['a setting that is none', { name: 'none' }]
	])('is not derived with %s', async (_, kdf) => {
		await expect(derivePassphraseKey('anything', kdf)).rejects.toMatchObject({
			code: 'damaged-slot'
		});
	});

	test('gives the same key as another implementation of RFC 9106', async () => {
		const salt = crypto.getRandomValues(new Uint8Array(16));
		const kdf = { name: 'argon2id', m: 8_192, t: 1, p: 1, salt: toHex(salt) } as const;
		const other = argon2id('a quiet evening', salt, { m: 8_192, t: 1, p: 1, dkLen: 32 });
		expect(toHex(await derivePassphraseKey('a quiet evening', kdf))).toBe(toHex(other));
	});
});

describe('a recovery code', () => {
	test('reads back what was written, in any case, with any spaces and hyphens', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), async (raw) => {
				const bytes = new Uint8Array(raw);
				const code = await formatCode(bytes);
				expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
				for (const typed of [
					code,
					code.toLowerCase(),
					code.replaceAll('-', ''),
					code.replaceAll('-', ' – '),
					code.replaceAll('0', 'o').replaceAll('1', 'l')
				]) {
					expect(await parseCode(typed)).toEqual(bytes);
				}
			}),
			tries(60, 6)
		);
	});

	test('notices a slip', async () => {
		const code = await newRecoveryCode();
		let unnoticed = 0;
		for (let at = 0; at < code.length; at += 1) {
			if (code[at] === '-') continue;
			const other = code[at] === '7' ? '8' : '7';
			if (await parseCode(code.slice(0, at) + other + code.slice(at + 1))) unnoticed += 1;
		}
		expect(unnoticed).toBeLessThanOrEqual(1);
		expect(await parseCode('')).toBeNull();
		expect(await parseCode(code.slice(1))).toBeNull();
		expect(await parseCode(`${code}0`)).toBeNull();
		expect(await parseCode(code.replace(/.$/, 'U'))).toBeNull();
	});

	test('opens the vault it was made for', async () => {
		const vault = await Vault.create();
		const text = await newRecoveryCode();
		const slot = await vault.makeSecretSlot({ kind: 'recovery', text });
		expect(slot && (await vault.canUnlock(slot, { kind: 'recovery', text }))).toBe(true);
		const other = await newRecoveryCode();
		expect(slot && (await vault.canUnlock(slot, { kind: 'recovery', text: other }))).toBe(false);
		expect(await vault.makeSecretSlot({ kind: 'recovery', text: 'not a code' })).toBeNull();
	});
});

describe('a new epoch', () => {
	test('is opened by every slot it was wrapped for, and by none of before', async () => {
		const first = await Vault.create();
		const recovery = await newRecoveryCode();
		const kept = await first.makeSecretSlot({ kind: 'recovery', text: recovery });
		const dropped = await slotFor(first, 'the passphrase of before');
		const second = await first.nextEpoch();
		const [wrapped] = await second.rewrap(kept ? [kept] : []);
		if (!kept || !wrapped) throw new Error('no slot');
		const [record] = await second.encrypt([{ id: randomId(), rev: 1, value: 'new' }]);
		if (!record) throw new Error('no record');

		const byCode = await Vault.unlock(first.id, wrapped, { kind: 'recovery', text: recovery });
		expect(await byCode?.decrypt([record])).toMatchObject([{ value: 'new' }]);
		for (const old of [kept, dropped]) {
			const secret =
				old === kept
					? ({ kind: 'recovery', text: recovery } as const)
					: passphrase('the passphrase of before');
			const before = await Vault.unlock(first.id, old, secret);
			expect(await before?.decrypt([record])).toMatchObject([{ damaged: true }]);
			expect(await second.canUnlock(old, secret)).toBe(false);
		}
	});

	test('cannot be told by whoever holds the old key and the new slots', async () => {
		const first = await Vault.create();
		const slot = await slotFor(first, 'a long enough passphrase');
		const second = await first.nextEpoch();
		const [wrapped] = await second.rewrap([slot]);
		// Nothing of the slot is readable under the old epoch's name for it.
		expect(
			wrapped && (await first.canUnlock(wrapped, passphrase('a long enough passphrase')))
		).toBe(false);
	});
});
