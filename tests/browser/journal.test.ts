import { newEntry, type Entry } from '$lib/model/entry';
import type { Damage } from '$lib/records/manifest-format';
import { shardOf } from '$lib/records/manifest-format';
import type { RecordRow } from '$lib/storage/storage';
import { describe, expect, test } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

function entry(text: string): Entry {
	return { ...newEntry({ companion: 'walking-away' }), text };
}

const texts = ({ journal }: TestJournal): string[] =>
	journal.entries.map(({ text }) => text).sort();
const summary = (damage: readonly Damage[]): string[] =>
	damage.map(({ code, label }) => `${code} ${label}`).sort();

describe('a journal', () => {
	test('opens again with every word, field for field', async () => {
		const first = await openTestJournal();
		const written: Entry = {
			...entry('夜 – the kettle, “again” 🌙'),
			section: { id: 's4', number: 4, name: 'What if' },
			question: { promptId: 's4-deciding-1', text: 'Which?', stance: 'deciding', depth: 'gentle' }
		};
		await first.journal.save(written, null);
		const second = await first.again();
		expect(second.journal.find(written.id)).toEqual({ entry: written, rev: 1 });
		expect(second.journal.damage).toEqual([]);
	});

	test('lists the newest entry first', async () => {
		const { journal } = await openTestJournal();
		const at = (ms: number): Entry => {
			const one = entry(String(ms));
			return { ...one, written: { ...one.written, at: ms } };
		};
		for (const ms of [2000, 1000, 3000]) await journal.save(at(ms), null);
		expect(journal.entries.map(({ text }) => text)).toEqual(['3000', '2000', '1000']);
	});

	test('knows the answers to a prompt', async () => {
		const { journal } = await openTestJournal();
		const question = { promptId: 'p1', text: 'Which?', stance: 'recent', depth: 'deeper' } as const;
		await journal.save({ ...entry('yes'), question }, null);
		await journal.save(entry('no'), null);
		expect(journal.answersTo('p1').map(({ text }) => text)).toEqual(['yes']);
	});

	test('keeps settings, and takes in what another tab chose', async () => {
		const one = await openTestJournal();
		await one.journal.changeSettings({ stance: 'recent' });
		const two = await one.again();
		expect(two.journal.settings.stance).toBe('recent');
		await Promise.all([
			one.journal.changeSettings({ showWriting: true }),
			two.journal.changeSettings({ here: 's3' })
		]);
		const three = await one.again();
		expect(three.journal.settings).toMatchObject({
			stance: 'recent',
			showWriting: true,
			here: 's3'
		});
	});

	test('shows in one tab what another has kept', async () => {
		const one = await openTestJournal();
		const two = await one.again();
		await one.journal.save(entry('from the other tab'), null);
		await expect.poll(() => texts(two)).toEqual(['from the other tab']);
	});

	test('refuses a change to an entry that has moved on', async () => {
		const one = await openTestJournal();
		const two = await one.again();
		const written = entry('first');
		await one.journal.save(written, null);
		await one.journal.save({ ...written, text: 'second' }, 1);
		expect(await two.journal.save({ ...written, text: 'stale' }, 1)).toBeNull();
		expect(texts(await one.again())).toEqual(['second']);
	});

	test('loses nothing when two tabs write many entries at once', async () => {
		const one = await openTestJournal();
		const two = await one.again();
		const writes = Array.from({ length: 20 }, (_, index) => [
			one.journal.save(entry(`one ${index}`), null),
			two.journal.save(entry(`two ${index}`), null)
		]).flat();
		await Promise.all(writes);
		const again = await one.again();
		expect(again.journal.entries).toHaveLength(40);
		expect(again.journal.damage).toEqual([]);
	});
});

describe('damage', () => {
	async function threeEntries(): Promise<TestJournal & { ids: string[]; day: string }> {
		const one = await openTestJournal();
		const entries = ['a', 'b', 'c'].map(entry);
		for (const each of entries) await one.journal.save(each, null);
		return { ...one, ids: entries.map(({ id }) => id), day: entries[0]?.written.day ?? '' };
	}

	test('of one record is named, and the others stay readable', async () => {
		const one = await threeEntries();
		await one.raw(async (db) => {
			const row = (await db.table<RecordRow>('r').get(one.ids[1] ?? '')) as RecordRow;
			row.c[5] = (row.c[5] ?? 0) ^ 1;
			await db.table('r').put(row);
		});
		const { journal, ...again } = await one.again();
		expect(texts({ journal, ...again })).toEqual(['a', 'c']);
		expect(summary(journal.damage)).toEqual([`unreadable entry ${one.day}`]);
		expect(await one.raw((db) => db.table('r').count())).toBe(
			(await one.storage.readAll()).rows.length
		);
	});

	test('by deletion, by rolling back, by swapping and by adding is named', async () => {
		const one = await threeEntries();
		const [a, b, c] = one.ids as [string, string, string];
		const older = await one.raw((db) => db.table<RecordRow>('r').get(a));
		const kept = one.journal.find(a);
		if (kept) await one.journal.save({ ...kept.entry, text: 'a later' }, kept.rev);
		await one.raw(async (db) => {
			await db.table('r').put(older);
			await db.table('r').delete(b);
		});
		const again = await one.again();
		expect(summary(again.journal.damage)).toEqual([
			`missing entry ${one.day}`,
			`rolled-back entry ${one.day}`
		]);
		await one.raw(async (db) => {
			const rows = db.table<RecordRow>('r');
			const [rowA, rowC] = [(await rows.get(a)) as RecordRow, (await rows.get(c)) as RecordRow];
			await rows.bulkPut([
				{ ...rowA, id: c },
				{ ...rowC, id: a }
			]);
		});
		const swapped = await one.again();
		expect(summary(swapped.journal.damage)).toEqual([
			`missing entry ${one.day}`,
			`unreadable entry ${one.day}`,
			`unreadable entry ${one.day}`
		]);
	});

	test('in form of a deleted record that is back is named', async () => {
		const one = await threeEntries();
		const [stranger] = await one.vault.encrypt([
			{ id: 'f'.repeat(32), rev: 1, value: { kind: 'entry', ...entry('back') } }
		]);
		await one.raw((db) => db.table('r').put(stranger));
		const again = await one.again();
		expect(summary(again.journal.damage)).toEqual(['unexpected ']);
	});

	test('of the inventory stops new writing until a person has it made anew', async () => {
		const one = await threeEntries();
		const page = shardOf(one.ids[0] ?? '');
		await one.raw(async (db) => {
			const rows = await db.table<RecordRow>('r').toArray();
			const opened = await one.vault.decrypt(rows);
			const inventory = opened.find(
				(record) =>
					'value' in record &&
					(record.value as { kind: string; records?: [string][] }).kind === 'inventory' &&
					(record.value as { records: [string][] }).records.some(([id]) => shardOf(id) === page)
			);
			await db.table('r').delete(inventory?.id ?? '');
		});
		const again = await one.again();
		expect(summary(again.journal.damage)).toEqual(['missing inventory']);
		expect(texts(again)).toEqual(['a', 'b', 'c']);
		await expect(again.journal.save(entry('new'), null)).rejects.toMatchObject({
			code: 'damaged-manifest'
		});
		await again.journal.rebuildManifest();
		expect(again.journal.damage).toEqual([]);
		await again.journal.save(entry('new'), null);
		const last = await one.again();
		expect(texts(last)).toEqual(['a', 'b', 'c', 'new']);
		expect(last.journal.damage).toEqual([]);
	});
});

describe('an inventory that was made anew', () => {
	test('is taken over by another tab that writes on', async () => {
		const one = await openTestJournal();
		const written = entry('first');
		await one.journal.save(written, null);
		const two = await one.again();
		await one.journal.rebuildManifest();
		await two.journal.save({ ...written, text: 'second' }, 1);
		const last = await one.again();
		expect(texts(last)).toEqual(['second']);
		expect(last.journal.damage).toEqual([]);
	});
});

test('a journal that was ended shows nothing, keeps nothing, and leaves the database alone', async () => {
	const one = await openTestJournal();
	await one.journal.save(entry('early'), null);
	one.journal.dispose();
	expect(one.journal.entries).toEqual([]);
	await expect(one.journal.save(entry('late'), null)).rejects.toThrow();
	await expect(one.storage.readAll()).rejects.toMatchObject({ code: 'gone' });
	await expect(one.vault.encrypt([{ id: 'aa', rev: 1, value: 1 }])).rejects.toThrow();
});
