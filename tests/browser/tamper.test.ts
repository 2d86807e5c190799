import { newEntry, type Entry } from '$lib/model/entry';
import { decodeShard, decodeRoot, type Damage } from '$lib/records/manifest-format';
import { Journal } from '$lib/journal/journal.svelte';
import { momentAt } from '$lib/model/moment';
import { RecordStore } from '$lib/records/record-store';
import { randomId } from '$lib/id/random-id';
import { Vault } from '$lib/vault/vault';
import type { RecordRow } from '$lib/storage/storage';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runs, thorough } from '../thorough';
import { openTestJournal, type TestJournal } from './open-test-journal';

/*
 * Somebody who can change the files of the browser, and has no key: whatever they do to a row, the journal
 * names it, shows all the rest, and removes nothing by itself. That every single bit counts is a property of the sealing,
 * which Node tries (tests/unit/vault/encryption.test.ts); here a journal is opened for each kind of record, and in the whole
 * run for every row.
 */

let one: TestJournal;
/** The rows as they should be, and as they were before each was last written. */
let rows: RecordRow[] = [];
let older = new Map<string, RecordRow>();
/** What each row is: the kind of its record. */
let kinds = new Map<string, string>();

const allRows = (): Promise<RecordRow[]> => one.raw((db) => db.table<RecordRow>('r').toArray());
const idOf = (kind: string): string => [...kinds].find(([, each]) => each === kind)?.[0] ?? '';
const isInventory = (id: string): boolean => ['inventory', 'root'].includes(kinds.get(id) ?? '');
const entryIds = (): string[] =>
	[...kinds].filter(([, kind]) => kind === 'entry').map(([id]) => id);

beforeAll(async () => {
	one = await openTestJournal();
	const { journal } = one;
	const sizes = [0, 1, 700, 1100, 5000, 40_000];
	const entries = sizes.map((size): Entry => {
		return { ...newEntry({ companion: 'walking-away' }), text: 'word '.repeat(size / 5 + 1) };
	});
	for (const entry of entries) await journal.save(entry, null);
	await journal.changeSettings({ stance: 'recent' });
	const note = {
		id: randomId(),
		kind: 'passphrase',
		label: 'a',
		made: momentAt(1),
		mark: ''
	} as const;
	await journal.changeSlotInfos(() => [note]);
	const before = await allRows();
	for (const entry of entries) {
		const version = { id: randomId(), entry: entry.id, text: entry.text, kept: momentAt(1) };
		const next = { ...entry, text: `${entry.text} and on`, versions: [version.id] };
		await journal.save(next, 1, [version]);
	}
	await journal.changeSettings({ here: 's3' });
	await journal.changeSlotInfos(() => [{ ...note, label: 'b' }]);
	rows = await allRows();
	older = new Map(before.map((row) => [row.id, row]));
	const opened = await one.vault.decrypt(rows);
	kinds = new Map(
		opened.map((record) => [
			record.id,
			'value' in record ? (record.value as { kind: string }).kind : ''
		])
	);
});

afterEach(async () => {
	await one.raw(async (db) => {
		await db.table('r').clear();
		await db.table('r').bulkAdd(rows);
	});
});

/** Puts rows in, or takes them out, and opens the journal; then puts everything back. */
async function found(put: readonly RecordRow[], remove: readonly string[] = []): Promise<Found> {
	await one.raw(async (db) => {
		await db.table('r').bulkDelete([...remove]);
		await db.table('r').bulkPut([...put]);
	});
	const damaged = await allRows();
	const journal = await openNow();
	const result = {
		damage: journal.damage,
		entries: journal.entries.map(({ id }) => id).sort(),
		untouched: same(await allRows(), damaged)
	};
	journal.close();
	await one.raw(async (db) => {
		await db.table('r').bulkDelete(put.map(({ id }) => id));
		const touched = new Set([...put.map(({ id }) => id), ...remove]);
		await db.table('r').bulkPut(rows.filter(({ id }) => touched.has(id)));
	});
	return result;
}

interface Found {
	damage: readonly Damage[];
	/** The entries that can be read. */
	entries: string[];
	/** Whether opening has left the rows as they were. */
	untouched: boolean;
}

async function openNow(): Promise<Journal> {
	const header = (await one.storage.readHeader())?.header;
	const journal = await Journal.load(new RecordStore(one.vault, one.storage, header?.root ?? ''));
	await journal.loaded;
	return journal;
}

function same(a: readonly RecordRow[], b: readonly RecordRow[]): boolean {
	const text = (all: readonly RecordRow[]): string =>
		all.map(({ id, rev, ep, n, c }) => [id, rev, ep, n.join(), c.join()].join()).join('\n');
	return text(a) === text(b);
}

/** Expects that these rows, and no others, are named with this code, and that all else can be read. */
function expectNamed(result: Found, ids: readonly string[], code: Damage['code']): void {
	expect(result.damage.map((each) => [each.id, each.code]).sort()).toEqual(
		ids.map((id) => [id, code]).sort()
	);
	expect(result.entries).toEqual(
		entryIds()
			.filter((id) => !ids.includes(id))
			.sort()
	);
	expect(result.untouched).toBe(true);
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
	const copy = new Uint8Array(bytes);
	copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
	return copy;
}

test('the journal to be changed has every kind of record, and is whole', async () => {
	expect(new Set(kinds.values())).toEqual(
		new Set(['entry', 'version', 'settings', 'slots', 'inventory', 'root'])
	);
	const result = await found([]);
	expectNamed(result, [], 'unreadable');
	expect(result.entries).toHaveLength(6);
});

test('an entry that breaks its schema is named, and every other is shown', async () => {
	const id = idOf('entry');
	const rev = rows.find((row) => row.id === id)?.rev ?? 0;
	const broken = await one.vault.encrypt([{ id, rev, value: { kind: 'entry', text: 3 } }]);
	expectNamed(await found(broken), [id], 'unreadable');
});

/** The rows that are tried one by one: the longest of each kind, and in the whole run all. */
function triedRows(): RecordRow[] {
	const byLength = rows.toSorted((a, b) => a.c.length - b.c.length);
	const longest = new Map(byLength.map((row) => [kinds.get(row.id), row]));
	return thorough ? rows : [...longest.values()];
}

describe('of every row', { timeout: thorough ? 1_200_000 : 120_000 }, () => {
	test('a flipped bit is named, wherever in it', async () => {
		for (const row of triedRows()) {
			const bits = row.c.length * 8;
			const places = runs(16, 16);
			const inText = Array.from({ length: places }, (_, at) => Math.floor((bits * at) / places));
			const versions = [
				...[...inText, bits - 1].map((bit) => ({ ...row, c: flipped(row.c, bit) })),
				{ ...row, n: flipped(row.n, 41) },
				{ ...row, c: row.c.slice(0, -1) }
			];
			for (const version of versions) expectNamed(await found([version]), [row.id], 'unreadable');
		}
	});

	test('another revision, epoch or id on it is named', async () => {
		for (const row of triedRows()) {
			for (const change of [{ rev: row.rev + 1 }, { rev: row.rev - 1 }, { ep: 2 }, { ep: 0 }]) {
				expectNamed(await found([{ ...row, ...change }]), [row.id], 'unreadable');
			}
			const elsewhere = randomId();
			const { damage, entries, untouched } = await found([{ ...row, id: elsewhere }], [row.id]);
			expect(damage).toContainEqual(expect.objectContaining({ id: row.id, code: 'missing' }));
			expect(damage).toContainEqual(expect.objectContaining({ id: elsewhere, code: 'unreadable' }));
			expect(damage).toHaveLength(2);
			expect(entries).toEqual(
				entryIds()
					.filter((id) => id !== row.id)
					.sort()
			);
			expect(untouched).toBe(true);
		}
	});

	test('the sealed text of another in its place is named, for both', async () => {
		const tried = triedRows();
		for (const [index, row] of tried.entries()) {
			const other = tried[(index + 1) % tried.length] as RecordRow;
			const result = await found([
				{ ...row, n: other.n, c: other.c },
				{ ...other, n: row.n, c: row.c }
			]);
			expectNamed(result, [row.id, other.id], 'unreadable');
			// With the revision taken along, too: a record is bound to its own id.
			const whole = await found([
				{ ...other, id: row.id },
				{ ...row, id: other.id }
			]);
			expectNamed(whole, [row.id, other.id], 'unreadable');
		}
	});

	test('its absence is named', async () => {
		for (const { id } of triedRows()) expectNamed(await found([], [id]), [id], 'missing');
	});

	test('an older state of it is named', async () => {
		const replayed = rows.filter(({ id, rev }) => (older.get(id)?.rev ?? rev) < rev);
		expect(new Set(replayed.map(({ id }) => kinds.get(id)))).toEqual(
			new Set(['entry', 'settings', 'slots', 'inventory', 'root'])
		);
		for (const { id } of replayed) {
			const result = await found([older.get(id) as RecordRow]);
			if (kinds.get(id) !== 'root') {
				expect(result.damage.map((each) => [each.id, each.code])).toEqual([[id, 'rolled-back']]);
			} else {
				// An older root speaks of older pages: they are what does not fit.
				expect(result.damage.length).toBeGreaterThan(0);
				expect(result.damage.every((each) => isInventory(each.id))).toBe(true);
			}
			expect(result.entries).toEqual(entryIds().sort());
			expect(result.untouched).toBe(true);
		}
	});
});

test('an older root together with its older pages is named by what was written since', async () => {
	const inventory = [...older.values()].filter(({ id }) => isInventory(id));
	const { damage, entries } = await found(inventory);
	const written = rows.filter(({ id, rev }) => !isInventory(id) && older.get(id)?.rev !== rev);
	const named = damage.map(({ id }) => id);
	expect(written.length).toBeGreaterThan(10);
	for (const { id } of written) {
		expect([kinds.get(id), named.includes(id)]).toEqual([kinds.get(id), true]);
	}
	expect(entries).toEqual(entryIds().sort());
});

test('a foreign record is named: of another vault, copied under a new id, or made up', async () => {
	const foreign = await Vault.create();
	const id = randomId();
	const [sealed] = await foreign.encrypt([
		{ id, rev: 1, value: { kind: 'entry', text: 'not theirs' } }
	]);
	foreign.close();
	const first = rows[0] as RecordRow;
	const random = crypto.getRandomValues(new Uint8Array(1040));
	const madeUp = { id, rev: 1, ep: 1, n: random.slice(0, 12), c: random };
	for (const row of [sealed as RecordRow, { ...first, id }, madeUp]) {
		expectNamed(await found([row]), [id], 'unreadable');
	}
});

test('every row at once: all are named, and nothing is removed', async () => {
	const result = await found(rows.map((row) => ({ ...row, c: flipped(row.c, 77) })));
	expect(result.entries).toEqual([]);
	expect(result.damage.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
	expect(result.untouched).toBe(true);
});

test('a header that names another root, or another page as root, is noticed', async () => {
	for (const root of [randomId(), idOf('inventory'), idOf('entry')]) {
		await one.raw((db) => db.table('meta').update('vault', { root }));
		const journal = await openNow();
		await one.raw((db) => db.table('meta').update('vault', { root: idOf('root') }));
		expect(journal.damage).toContainEqual(
			expect.objectContaining({ id: root, label: 'inventory' })
		);
		journal.close();
	}
	expect(same(await allRows(), rows)).toBe(true);
});

test('while something is wrong with the inventory nothing is written, and everything can be read', async () => {
	for (const id of [...kinds.keys()].filter(isInventory)) {
		await one.raw((db) => db.table('r').delete(id));
		const journal = await openNow();
		expect(journal.entries).toHaveLength(6);
		const kept = journal.save({ ...newEntry({ companion: 'walking-away' }), text: 'new' }, null);
		await expect(kept).rejects.toMatchObject({ code: 'damaged-manifest' });
		journal.close();
		await one.raw((db) => db.table('r').bulkPut(rows));
	}
	expect(same(await allRows(), rows)).toBe(true);
});

test('the two kinds of inventory records are told from all others', async () => {
	const opened = await one.vault.decrypt(rows);
	for (const record of opened) {
		const value = 'value' in record ? record.value : null;
		expect(decodeRoot(value) !== null || decodeShard(value) !== null).toBe(isInventory(record.id));
	}
});
