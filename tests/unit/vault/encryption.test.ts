import { describe, expect, test } from 'vitest';
import { randomId } from '$lib/id/random-id';
import {
	deriveEncryptionKey,
	decryptRecord,
	encryptRecord,
	type EncryptedRecord,
	type EncryptionKey
} from '$lib/vault/encryption';
import { VaultError } from '$lib/vault/vault-error';

/*
 * Whoever can change a sealed record and has no key: there is no bit of it that could be another one. What the journal
 * makes of a record that does not open is tried in the browser (tests/browser/tamper.test.ts).
 */

const key = await deriveEncryptionKey(crypto.getRandomValues(new Uint8Array(32)), randomId(), 3);

/** What is sealed does not matter to the sealing; its size, which padding makes one of a few, might. */
const values = {
	'an empty page': { kind: 'entry', text: '' },
	'a page of some lines': { kind: 'entry', text: 'A line, and on. '.repeat(80) }
};

/** Whether a record opens: `false` only for the one error that says that it does not. */
async function opens(with_: EncryptionKey, record: EncryptedRecord): Promise<boolean> {
	try {
		await decryptRecord(with_, record);
		return true;
	} catch (error) {
		if (error instanceof VaultError && error.code === 'damaged-record') return false;
		throw error;
	}
}

/** Every copy of some bytes in which one bit is another one. */
function* flippedBits(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
	for (let bit = 0; bit < bytes.length * 8; bit += 1) {
		const copy = bytes.slice();
		copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
		yield copy;
	}
}

describe.each(Object.entries(values))('the sealed record of %s', (_, value) => {
	test('does not open when any one bit of its text, its tag or its nonce is another one', async () => {
		const record = await encryptRecord(key, randomId(), 7, value);
		expect(await decryptRecord(key, record)).toEqual(value);
		let opened = 0;
		for (const c of flippedBits(record.c)) if (await opens(key, { ...record, c })) opened += 1;
		for (const n of flippedBits(record.n)) if (await opens(key, { ...record, n })) opened += 1;
		expect(opened).toBe(0);
	});

	test('does not open when it is cut short anywhere, or something is put behind it', async () => {
		const record = await encryptRecord(key, randomId(), 7, value);
		let opened = 0;
		for (let length = 0; length < record.c.length; length += 1) {
			if (await opens(key, { ...record, c: record.c.slice(0, length) })) opened += 1;
		}
		const longer = new Uint8Array(record.c.length + 1);
		longer.set(record.c);
		if (await opens(key, { ...record, c: longer })) opened += 1;
		expect(opened).toBe(0);
	});

	test('opens under its own id, revision and epoch alone', async () => {
		const id = randomId();
		const record = await encryptRecord(key, id, 7, value);
		const others = [
			{ ...record, id: randomId() },
			...Array.from({ length: 32 }, (_, bit) => ({ ...record, rev: (7 ^ (1 << bit)) >>> 0 })),
			...[0, 1, 2, 4].map((ep) => ({ ...record, ep }))
		];
		for (const other of others) expect([other, await opens(key, other)]).toEqual([other, false]);
	});
});

test('a record does not open with another key, in another vault or in another epoch', async () => {
	const vaultKey = crypto.getRandomValues(new Uint8Array(32));
	const vaultId = randomId();
	const own = await deriveEncryptionKey(vaultKey, vaultId, 1);
	const record = await encryptRecord(own, randomId(), 1, 'a line');
	expect(await opens(own, record)).toBe(true);
	const others = [
		await deriveEncryptionKey(crypto.getRandomValues(new Uint8Array(32)), vaultId, 1),
		await deriveEncryptionKey(vaultKey, randomId(), 1),
		await deriveEncryptionKey(vaultKey, vaultId, 2)
	];
	for (const other of others) expect(await opens(other, record)).toBe(false);
	// Nor where the record claims the epoch of the key that is tried.
	expect(await opens({ ...own, epoch: 2 }, { ...record, ep: 2 })).toBe(false);
});
