import { addSlot } from '$lib/session/key-slots';
import { findJournal, type LockedJournal } from '$lib/session/unlock-journal';
import { DATABASE_NAME } from '$lib/session/database-name';
import type { UnlockedJournal } from '$lib/session/key-slots';
import { deleteDatabases } from '$lib/storage/storage';
import { fromHex } from '$lib/id/random-id';
import type { Secret } from '$lib/vault/vault';
import { afterEach, expect, test } from 'vitest';
import fixture from '../fixtures/format-2.json';
import { fresh, wayOf } from './slot-attack';
import { thaw } from './thaw';

/* The frozen journals of format 2: one that secrets open, and one that opens by itself. */

const { secrets, locked, device } = fixture;
const ways: [string, Secret][] = [
	['passphrase', { kind: 'passphrase', text: secrets.passphrase }],
	['recovery code', { kind: 'recovery', text: secrets.code }],
	['passkey', { kind: 'passkey', output: fromHex(secrets.passkey.slice(4)) }]
];

afterEach(async () => {
	await deleteDatabases(DATABASE_NAME);
	localStorage.clear();
});

test.each(ways)(
	'a locked journal of format 2 opens by its %s, word for word, with its ways proven',
	async (_, secret) => {
		await thaw(DATABASE_NAME, locked.stores);
		const open = await ((await findJournal(() => undefined)) as LockedJournal).unlock(secret);
		if (!open) throw new Error('it does not open');
		await open.journal.loaded;
		expect(open.journal.damage).toEqual([]);
		expect(open.journal.entries).toMatchObject(locked.says.entries);
		expect(open.journal.settings).toMatchObject(locked.says.settings);
		expect(open.journal.slots).toEqual(locked.says.slots);
		expect(open.slotReport.faults).toEqual([]);
		await addSlot(open, wayOf(5), fresh);
		expect(open.journal.slots).toHaveLength(4);
		open.journal.dispose();
	}
);

test('a journal of format 2 that opens by itself does so', async () => {
	await thaw(DATABASE_NAME, device.stores);
	const open = (await findJournal(() => undefined)) as UnlockedJournal;
	await open.journal.loaded;
	expect(open.journal.damage).toEqual([]);
	expect(open.journal.entries).toMatchObject(device.says.entries);
	expect(open.slotReport.faults).toEqual([]);
	expect(open.unlockedUnexpectedly).toBe(false);
	open.journal.dispose();
});
