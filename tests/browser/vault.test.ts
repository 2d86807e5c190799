import { randomId } from '$lib/id/random-id';
import { Vault, type EncryptedRecord } from '$lib/vault/vault';
import { encodePadded, paddedLength, decodePadded } from '$lib/vault/padding';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tries } from '../thorough';

async function sealOne(vault: Vault, value: unknown): Promise<EncryptedRecord> {
	const [record] = await vault.encrypt([{ id: randomId(), rev: 1, value }]);
	if (!record) throw new Error('nothing was sealed');
	return record;
}

describe('sealing', () => {
	test('is undone by opening, for whatever JSON can hold', async () => {
		const vault = await Vault.create();
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (value) => {
				const [opened] = await vault.decrypt([await sealOne(vault, value)]);
				expect(opened).toMatchObject({ value: JSON.parse(JSON.stringify(value)) as unknown });
			}),
			tries(50, 1)
		);
	});

	test('refuses a record in which any one bit was changed', async () => {
		const vault = await Vault.create();
		const record = await sealOne(vault, 'a line');
		await fc.assert(
			fc.asyncProperty(fc.nat(record.c.length * 8 - 1), async (bit) => {
				const c = new Uint8Array(record.c);
				const at = Math.floor(bit / 8);
				c[at] = (c[at] ?? 0) ^ (1 << (bit % 8));
				const [opened] = await vault.decrypt([{ ...record, c }]);
				expect(opened).toHaveProperty('damaged', true);
			}),
			tries(50, 1)
		);
	});

	test('refuses a record under another id, revision, epoch or nonce', async () => {
		const vault = await Vault.create();
		const record = await sealOne(vault, 'a line');
		const changed = [
			{ ...record, id: randomId() },
			{ ...record, rev: 2 },
			{ ...record, ep: 2 },
			{ ...record, n: crypto.getRandomValues(new Uint8Array(12)) }
		];
		const opened = await vault.decrypt(changed);
		expect(opened.map((one) => 'damaged' in one)).toEqual([true, true, true, true]);
	});

	test('leaves every other record to be opened when one does not open', async () => {
		const vault = await Vault.create();
		const good = await sealOne(vault, 'whole');
		const bad = { ...(await sealOne(vault, 'broken')), rev: 9 };
		const opened = await vault.decrypt([good, bad, good]);
		expect(opened.map((one) => ('value' in one ? one.value : 'damaged'))).toEqual([
			'whole',
			'damaged',
			'whole'
		]);
	});

	test('refuses what another vault has sealed', async () => {
		const [one, other] = [await Vault.create(), await Vault.create()];
		const [opened] = await other.decrypt([await sealOne(one, 'mine')]);
		expect(opened).toHaveProperty('damaged', true);
	});

	test('uses a fresh nonce each time', async () => {
		const vault = await Vault.create();
		const sealed = await vault.encrypt(
			Array.from({ length: 200 }, () => ({ id: 'aa', rev: 1, value: 'the same' }))
		);
		expect(new Set(sealed.map(({ n }) => n.join())).size).toBe(200);
	});

	test('makes a word and a page of 200 words equally long', async () => {
		const vault = await Vault.create();
		const word = await sealOne(vault, 'no');
		const text = await sealOne(vault, 'word '.repeat(150));
		expect(text.c.length).toBe(word.c.length);
	});
});

describe('padding', () => {
	test('costs at most 12 % beyond the shortest length', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1025, max: 5_000_000 }), (length) => {
				expect(paddedLength(length)).toBeGreaterThanOrEqual(length);
				expect(paddedLength(length)).toBeLessThanOrEqual(length * 1.12);
			})
		);
		expect(paddedLength(1)).toBe(1024);
	});

	test('is undone by unpacking, also for text that is not English', () => {
		for (const text of ['', 'naïve', '夜の手紙', '🌙', 'a\u0000b', 'x'.repeat(100_000)]) {
			expect(decodePadded(encodePadded(text))).toBe(text);
		}
	});

	test.each([
		['too short', new Uint8Array(3)],
		['a length beyond the end', new Uint8Array([0, 0, 0, 200, 1, 2])],
		['no JSON', new Uint8Array([0, 0, 0, 1, 123])],
		['no UTF-8', new Uint8Array([0, 0, 0, 3, 34, 255, 34])]
	])('refuses bytes of another form: %s', (_, bytes) => {
		expect(() => decodePadded(bytes)).toThrow(expect.objectContaining({ code: 'damaged-record' }));
	});
});

describe('a device slot', () => {
	test('opens the vault it was made for', async () => {
		const vault = await Vault.create();
		const record = await sealOne(vault, 'still here');
		for (const asBytes of [false, true]) {
			const { slot, key } = await vault.makeDeviceSlot(asBytes);
			const again = await Vault.unlock(vault.id, slot, { kind: 'device', key });
			expect(await again?.decrypt([record])).toMatchObject([{ value: 'still here' }]);
			expect(await vault.canUnlock(slot, { kind: 'device', key })).toBe(true);
		}
	});

	test('gives null for another key, and for a slot that was changed', async () => {
		const vault = await Vault.create();
		const { slot, key } = await vault.makeDeviceSlot();
		const other = await vault.makeDeviceSlot();
		expect(await Vault.unlock(vault.id, slot, { kind: 'device', key: other.key })).toBeNull();
		expect(await Vault.unlock(randomId(), slot, { kind: 'device', key })).toBeNull();
		expect(await Vault.unlock(vault.id, { ...slot, epoch: 2 }, { kind: 'device', key })).toBeNull();
		expect(
			await Vault.unlock(vault.id, { ...slot, id: randomId() }, { kind: 'device', key })
		).toBeNull();
	});

	test('refuses a slot of a form it does not know', async () => {
		const vault = await Vault.create();
		const { slot, key } = await vault.makeDeviceSlot();
		const unknown = { ...slot, kind: 'telepathy' as 'device' };
		await expect(Vault.unlock(vault.id, unknown, { kind: 'device', key })).rejects.toMatchObject({
			code: 'damaged-slot'
		});
	});

	test('keeps its key where it cannot be exported', async () => {
		const vault = await Vault.create();
		const { key } = await vault.makeDeviceSlot();
		expect(key).toBeInstanceOf(CryptoKey);
		await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
	});
});

test('a closed vault opens nothing', async () => {
	const vault = await Vault.create();
	const record = await sealOne(vault, 'gone');
	vault.close();
	await expect(vault.decrypt([record])).rejects.toMatchObject({ code: 'no-worker' });
});
