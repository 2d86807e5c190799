import { Draft } from '$lib/draft/draft.svelte';
import { newLibraryItem } from '$lib/model/library-item';
import { newCustomPrompt } from '$lib/model/custom-prompt';
import { addSlot, rekeyJournal, type NewSlot } from '$lib/session/key-slots';
import { unlockWith } from '$lib/session/unlock-journal';
import { RecordDatabase } from '$lib/storage/storage';
import builtIn from '$lib/companion/walking-away.companion.md';
import type { KeySlot, Secret } from '$lib/vault/vault';
import { afterEach, expect, test, vi } from 'vitest';
import {
	closeTestJournals,
	openTestJournal,
	wholeOnDisk,
	type TestJournal
} from './open-test-journal';
import { blank } from './test-drafts';

/* The one way in which a journal writes: what it does when other tabs are first, once, often, or without end. */

afterEach(() => {
	vi.restoreAllMocks();
	closeTestJournals();
});

const page = (text: string) => ({ ...blank(), text });
const nothing = { versions: [], prompts: [], library: [], settings: null };
const secretOf = (seed: number): Extract<Secret, { kind: 'passkey' }> => {
	return { kind: 'passkey', output: new Uint8Array(32).fill(seed) };
};
const slotOf = (seed: number): NewSlot => ({ secret: secretOf(seed), label: `way ${seed}` });

async function opens(name: string, seed: number): Promise<boolean> {
	const storage = new RecordDatabase(name);
	const found = await storage.readHeader();
	if (!found) throw new Error('no journal');
	const slots = (found.slots as KeySlot[]).filter(({ epoch }) => epoch === found.header.epoch);
	const open = await unlockWith(storage, found.header, slots, secretOf(seed));
	open?.journal.close();
	storage.close();
	return open !== null;
}

/** Before its next write reaches the disk another tab writes. */
function overtaken(at: TestJournal, other: () => Promise<unknown>): void {
	const write = at.storage.write.bind(at.storage);
	vi.spyOn(at.storage, 'write').mockImplementationOnce(async (...input) => {
		await other();
		return write(...input);
	});
}

test('six tabs that write again and again at the same time all come through', async () => {
	const one = await openTestJournal();
	const tabs = await Promise.all(Array.from({ length: 6 }, () => one.again()));
	await Promise.all(
		tabs.flatMap(({ journal }, tab) =>
			Array.from({ length: 6 }, (_, index) =>
				Promise.all([
					journal.save(page(`tab ${tab}, page ${index}`), null),
					journal.savePrompt(newCustomPrompt('walking-away', 's4', `${tab} ${index}?`)),
					journal.changeSettings(({ marked }) => ({ marked: [...marked, `${tab} ${index}`] }))
				])
			)
		)
	);
	const { entries, prompts, settings } = await wholeOnDisk(one);
	expect([entries.length, prompts.length, new Set(settings.marked).size]).toEqual([36, 36, 36]);
});

test('a large write that small ones overtake is sealed once, and comes through', async () => {
	const one = await openTestJournal();
	const two = await one.again();
	const entries = Array.from({ length: 300 }, (_, index) => page(`brought ${index}`));
	const sealed = vi.spyOn(one.vault, 'encrypt');
	overtaken(one, async () => {
		for (let index = 0; index < 5; index += 1) await two.journal.save(page(`two ${index}`), null);
	});
	await one.journal.importer.apply({ ...nothing, entries });
	const sizes = sealed.mock.calls.map(([records]) => records.length);
	expect(sizes).toHaveLength(2);
	expect(sizes.map((size) => size >= 300)).toEqual([true, false]);
	expect((await wholeOnDisk(one)).entries).toHaveLength(305);
});

test('a file is planned anew where another tab chose something meanwhile, and takes nothing of it back', async () => {
	const one = await openTestJournal();
	await one.journal.changeSettings({ minutes: 10 });
	const two = await one.again();
	overtaken(one, () => two.journal.changeSettings({ here: 's3' }));
	const brought = { ...nothing, entries: [page('brought')], settings: { read: ['s1'] } };
	const { undo } = await one.journal.importer.apply(brought);
	expect((await wholeOnDisk(one)).settings).toMatchObject({
		minutes: 10,
		here: 's3',
		read: ['s1']
	});
	expect(await one.journal.importer.undo(undo)).toBe(true);
	const { settings } = await wholeOnDisk(one);
	expect(settings).toMatchObject({ minutes: 10, here: 's3', read: [] });
});

test('conflicts without end are told as busy, and nothing is lost by that', async () => {
	const one = await openTestJournal();
	const [kept, prompt] = [page('kept'), newCustomPrompt('walking-away', 's4', 'Here?')];
	const companion = newLibraryItem(builtIn);
	await one.journal.save(kept, null);
	const draft = new Draft(() => Promise.resolve(one.journal), blank(), null);
	// The pauses between the attempts are of random length: here of none.
	vi.spyOn(Math, 'random').mockReturnValue(0);
	const always = vi
		.spyOn(one.storage, 'write')
		.mockResolvedValue({ written: false, conflicts: [] });
	const busy = { code: 'busy' };
	draft.setText('typed meanwhile');
	const saving = draft.flush();
	await Promise.all([
		expect(one.journal.annotateAll([kept.id], () => ({ starred: true }))).rejects.toMatchObject(
			busy
		),
		expect(one.journal.savePrompt(prompt)).rejects.toMatchObject(busy),
		expect(one.journal.library.save(companion)).rejects.toMatchObject(busy),
		one.journal.changeSettings({ minutes: 20 }),
		saving
	]);
	expect([draft.status, draft.error]).toMatchObject(['not-saved', busy]);
	expect(draft.text).toBe('typed meanwhile');
	expect(one.journal.find(kept.id)?.entry.starred).toBe(false);
	expect(one.journal.settings.minutes).toBe(20);
	always.mockRestore();
	await draft.flush();
	await one.journal.changeSettings({ here: 's3' });
	await one.journal.savePrompt(prompt);
	const { entries, prompts, settings } = await wholeOnDisk(one);
	expect(entries.map(({ text }) => text).sort()).toEqual(['kept', 'typed meanwhile']);
	expect([prompts.length, settings.minutes, settings.here]).toEqual([1, 20, 's3']);
});

test('two ways in added in two tabs at once both open the journal, and both tabs list them', async () => {
	const one = await openTestJournal();
	const two = await one.again();
	const fresh = (): RecordDatabase => new RecordDatabase(one.name);
	await Promise.all([addSlot(one, slotOf(1), fresh), addSlot(two, slotOf(2), fresh)]);
	for (const { journal } of [one, two]) {
		await expect
			.poll(() => journal.slots.map(({ label }) => label).sort())
			.toEqual(['way 1', 'way 2']);
	}
	expect([await opens(one.name, 1), await opens(one.name, 2)]).toEqual([true, true]);
});

test('a way in that another tab added just before the key changes still opens the journal', async () => {
	const one = await openTestJournal();
	const fresh = (): RecordDatabase => new RecordDatabase(one.name);
	await addSlot(one, slotOf(1), fresh);
	const two = await one.again();
	vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockReturnValue();
	await addSlot(two, slotOf(2), fresh);
	await rekeyJournal(one, [slotOf(3)], ({ label }) => label !== 'way 1', fresh);
	const all = await Promise.all([1, 2, 3].map((seed) => opens(one.name, seed)));
	expect(all).toEqual([false, true, true]);
});

test('a journal sealed anew while another tab writes seals what it has sealed only once', async () => {
	const one = await openTestJournal();
	for (let index = 0; index < 12; index += 1) await one.journal.save(page(`page ${index}`), null);
	const two = await one.again();
	const reseal = one.storage.rekey.bind(one.storage);
	vi.spyOn(one.storage, 'rekey').mockImplementationOnce(async (all) => {
		await two.journal.save(page('two'), null);
		return reseal(all);
	});
	const opened = vi.spyOn(one.vault, 'decrypt');
	await rekeyJournal(
		one,
		[slotOf(1)],
		() => true,
		() => new RecordDatabase(one.name)
	);
	const sizes = opened.mock.calls.map(([rows]) => rows.length);
	expect(sizes.filter((size) => size >= 12)).toHaveLength(1);
	expect(await opens(one.name, 1)).toBe(true);
});
