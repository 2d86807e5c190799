import { afterEach, expect, test, vi } from 'vitest';
import { closeTestJournals, connectAnew, openTestJournal } from './open-test-journal';
import { Journal } from '$lib/journal/journal.svelte';
import { recordDeletion } from '$lib/model/settings';

/* Choices that wait for one another, and for other tabs: none of them is lost, and none is made twice. */

afterEach(() => {
	vi.restoreAllMocks();
	closeTestJournals();
});

test('two choices that wait are both kept when another tab was first', async () => {
	const one = await openTestJournal();
	await one.journal.changeSettings({ minutes: 10 });
	const two = await one.again();
	// What the first tab is told of it comes later than its own choices.
	const unheard = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockReturnValue();
	await two.journal.changeSettings({ here: 's3' });
	unheard.mockRestore();
	await Promise.all([
		one.journal.changeSettings({ folderCode: 'A' }),
		one.journal.changeSettings({ spellcheck: true })
	]);
	const chosen = { minutes: 10, here: 's3', folderCode: 'A', spellcheck: true };
	expect(one.journal.settings).toMatchObject(chosen);
	expect((await one.again()).journal.settings).toMatchObject(chosen);
});

test('a choice that could not be kept is kept with the next, beside what another tab chose', async () => {
	const one = await openTestJournal();
	await one.journal.changeSettings({ minutes: 10 });
	const two = await one.again();
	vi.spyOn(one.storage, 'write').mockRejectedValueOnce(new Error('no answer'));
	await one.journal.changeSettings({ folderCode: 'A' });
	await two.journal.changeSettings({ here: 's3' });
	await expect.poll(() => one.journal.settings.here).toBe('s3');
	expect(one.journal.settings.folderCode).toBe('A');
	await one.journal.changeSettings({ spellcheck: true });
	const again = await one.again();
	expect(again.journal.settings).toMatchObject({ here: 's3', folderCode: 'A', spellcheck: true });
});

test('a choice whose answer got lost is not made a second time', async () => {
	const one = await openTestJournal();
	await one.journal.changeSettings({ minutes: 10 });
	const write = one.storage.write.bind(one.storage);
	vi.spyOn(one.storage, 'write').mockImplementationOnce(async (...input) => {
		await write(...input);
		throw new Error('late');
	});
	await one.journal.changeSettings(recordDeletion('a page'));
	await one.journal.changeSettings({ spellcheck: true });
	const chosen = { gone: ['a page'], spellcheck: true };
	expect(one.journal.settings).toMatchObject(chosen);
	expect((await one.again()).journal.settings).toMatchObject(chosen);
});

test('a choice made while others write again and again is kept', async () => {
	const one = await openTestJournal();
	await one.journal.changeSettings({ minutes: 10 });
	const { records } = await connectAnew(one);
	const other = await Journal.load(records);
	const read = one.storage.read.bind(one.storage);
	let times = 2;
	vi.spyOn(one.storage, 'read').mockImplementation(async (ids) => {
		const rows = await read(ids);
		if (times > 0 && ids.length === 1) {
			times -= 1;
			await other.changeSettings({ minutes: 20 + times });
		}
		return rows;
	});
	const unheard = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockReturnValue();
	await other.changeSettings({ here: 's3' });
	await one.journal.changeSettings({ folderCode: 'A' });
	unheard.mockRestore();
	other.close();
	expect((await one.again()).journal.settings).toMatchObject({ here: 's3', folderCode: 'A' });
});
