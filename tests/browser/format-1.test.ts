import type { Entry } from '$lib/model/entry';
import { Journal } from '$lib/journal/journal.svelte';
import { RecordStore } from '$lib/records/record-store';
import { RecordDatabase } from '$lib/storage/storage';
import { Vault, type DeviceKey, type KeySlot } from '$lib/vault/vault';
import { expect, test } from 'vitest';
import fixture from '../fixtures/format-1.json';
import { thaw } from './thaw';

async function open(name: string): Promise<Journal> {
	const storage = new RecordDatabase(name);
	const found = await storage.readHeader();
	if (!found) throw new Error('nothing was thawed');
	const { header, slots, keys } = found;
	const vault = await Vault.unlock(header.vaultId, slots[0] as KeySlot, {
		kind: 'device',
		key: keys[0]?.key as DeviceKey
	});
	if (!vault) throw new Error('the slot does not open');
	const journal = await Journal.load(new RecordStore(vault, storage, header.root));
	await journal.loaded;
	return journal;
}

test('a journal of format 1 opens, word for word, and can be written on', async () => {
	const name = `thawed-${Date.now()}`;
	await thaw(name, fixture.stores);
	const journal = await open(name);
	expect(journal.damage).toEqual([]);
	expect(journal.entries).toMatchObject(fixture.says.entries);
	expect(journal.settings).toMatchObject(fixture.says.settings);
	const answer = journal.entries.find(({ versions }) => versions.length > 0) as Entry;
	expect(await journal.versionsOf(answer)).toEqual(fixture.says.versions);

	const stored = journal.find(answer.id);
	await journal.save({ ...answer, text: 'and on' }, stored?.rev ?? null);
	const again = await open(name);
	expect(again.find(answer.id)?.entry.text).toBe('and on');
	expect(again.damage).toEqual([]);
});
