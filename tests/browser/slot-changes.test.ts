import { newEntry } from '$lib/model/entry';
import { Journal } from '$lib/journal/journal.svelte';
import { RecordStore } from '$lib/records/record-store';
import {
	addSlot,
	rekeyJournal,
	makeSlot,
	type NewSlot,
	type UnlockedJournal
} from '$lib/session/key-slots';
import { unlockWith } from '$lib/session/unlock-journal';
import { rebuildSlotList, type JournalParts } from '$lib/session/verify-slots';
import { RecordDatabase } from '$lib/storage/storage';
import { Vault, type KeySlot, type Secret } from '$lib/vault/vault';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tries } from '../thorough';

/*
 * Random sequences of changes to the ways in, with a crash at a random step of some of them. After each,
 * the journal is opened afresh from the disk: every way that counts opens it, none that was removed does,
 * and every word is there.
 *
 * Passkeys stand for all secrets: what differs between the kinds is the derivation of one key, which has
 * tests of its own, and a passphrase's would take a second each time.
 */
let count = 0;

class Crash extends Error {}

/** A storage that, once `dieAt` was called, dies at its n-th call from then on, and stays dead. */
function mortal(storage: RecordDatabase): { storage: RecordDatabase; dieAt(call: number): void } {
	let left = Infinity;
	const proxy = new Proxy(storage, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name, target);
			if (typeof value !== 'function') return value;
			return (...input: unknown[]): unknown => {
				left -= 1;
				if (left <= 0 && name !== 'close') throw new Crash('dead');
				return (value as (...input: unknown[]) => unknown).apply(target, input);
			};
		}
	});
	return {
		storage: proxy,
		dieAt(call) {
			left = call;
		}
	};
}

const secretOf = (seed: number): Extract<Secret, { kind: 'passkey' }> => ({
	kind: 'passkey',
	output: new Uint8Array(32).fill(seed)
});
const slotOf = (seed: number): NewSlot => ({ secret: secretOf(seed), label: `way ${seed}` });

async function openBy(
	name: string,
	seed: number,
	storage = new RecordDatabase(name)
): Promise<UnlockedJournal | null> {
	const found = await storage.readHeader();
	if (!found) throw new Error('no journal');
	const slots = (found.slots as KeySlot[]).filter(({ epoch }) => epoch === found.header.epoch);
	const open = await unlockWith(storage, found.header, slots, secretOf(seed));
	await open?.journal.loaded;
	return open;
}

/** Makes a journal; without `noted` it is left as a browser that dies in that moment leaves it. */
async function begin(seed: number, noted = true): Promise<string> {
	const name = `slots-${Date.now()}-${(count += 1)}`;
	const storage = new RecordDatabase(name);
	const vault = await Vault.create();
	const root = await RecordStore.newRoot(vault);
	const { slot, info } = await makeSlot(vault, slotOf(seed));
	const header = { vaultId: vault.id, epoch: 1, root: root.id };
	await storage.create({ header, slots: [slot], keys: [], root });
	const journal = await Journal.load(new RecordStore(vault, storage, root.id));
	if (noted) await journal.changeSlotInfos(() => [info]);
	close({ journal, vault, storage });
	return name;
}

function close({ journal, vault, storage }: JournalParts): void {
	journal.close();
	vault.close();
	storage.close();
}

type Step =
	{ do: 'add' | 'remove' | 'change'; pick: number; dieAt: number | null } | { do: 'write' };

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		do: fc.constantFrom('add' as const, 'remove' as const, 'change' as const),
		pick: fc.nat(20),
		dieAt: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null })
	}),
	fc.constant({ do: 'write' as const })
);

async function run(steps: readonly Step[]): Promise<void> {
	let next = 1;
	const name = await begin(next);
	const ways = new Set([next]);
	const gone = new Set<number>();
	let words = 0;
	for (const one of steps) {
		const using = [...ways][0] ?? 0;
		const storage = new RecordDatabase(name);
		const dieAt = 'dieAt' in one ? one.dieAt : null;
		const doomed = mortal(storage);
		const open = await openBy(name, using, doomed.storage);
		if (!open) throw new Error(`way ${using} does not open`);
		// It is the change that is to be interrupted.
		if (dieAt !== null) doomed.dieAt(dieAt);
		const added = (next += 1);
		const drop = 'pick' in one ? ([...ways][one.pick % ways.size] ?? using) : using;
		const fresh = (): RecordDatabase => new RecordDatabase(name);
		const dropped = (id: string): boolean =>
			open.journal.slots.find((note) => note.id === id)?.label === `way ${drop}`;
		let crashed = false;
		try {
			if (one.do === 'write') {
				const entry = { ...newEntry({ companion: 'walking-away' }), text: `words ${words}` };
				if (await open.journal.save(entry, null)) words += 1;
			} else if (one.do === 'add') {
				await addSlot(open, slotOf(added), fresh);
				ways.add(added);
			} else if (one.do === 'change' || ways.size > 1) {
				const with_ = one.do === 'change' ? [slotOf(added)] : [];
				const vault = await rekeyJournal(open, with_, (note) => !dropped(note.id), fresh);
				vault.close();
				ways.delete(drop);
				gone.add(drop);
				if (one.do === 'change') ways.add(added);
			}
		} catch (error) {
			if (!(error instanceof Crash)) throw error;
			crashed = true;
		}
		close(open);
		if (crashed) {
			// Wholly old or wholly new: what the disk says now must be one of the two.
			const isNew = (await opens(name, added)) && one.do !== 'write';
			const isOld = await opens(name, drop);
			expect([one.do, isNew || isOld]).toEqual([one.do, true]);
			if (isNew) ways.add(added);
			if (!isOld) {
				ways.delete(drop);
				gone.add(drop);
			}
		}
	}
	expect(ways.size).toBeGreaterThan(0);
	for (const seed of ways) {
		const open = await openBy(name, seed);
		expect([seed, open?.journal.entries.length]).toEqual([seed, words]);
		expect(open?.journal.damage).toEqual([]);
		if (open) close(open);
	}
	for (const seed of gone) expect([seed, await opens(name, seed)]).toEqual([seed, false]);
	indexedDB.deleteDatabase(name);
}

async function opens(name: string, seed: number): Promise<boolean> {
	const open = await openBy(name, seed);
	if (open) close(open);
	return open !== null;
}

test.each([
	['was cut short before it noted its slots', false],
	['has a damaged note of its slots', true]
])(
	'a journal that %s goes by the slot that opened it, and changes no key until a person says so',
	async (_, noted) => {
		const name = await begin(1, noted);
		if (noted) {
			const { vault, storage, ...rest } = (await openBy(name, 1)) as UnlockedJournal;
			const rows = await vault.decrypt((await storage.readAll()).rows);
			const note = rows.find(
				(one) => 'value' in one && (one.value as { kind: string }).kind === 'slots'
			);
			const [row] = await storage.read([note?.id ?? '']);
			if (!row) throw new Error('no note');
			const damaged = { ...row, n: new Uint8Array(12), c: new Uint8Array(row.c.length) };
			const root = (await storage.readHeader())?.header.root ?? '';
			const expected = { vaultId: vault.id, epoch: 1, root };
			await storage.write([{ row: damaged, baseRev: row.rev }], expected);
			close({ vault, storage, journal: rest.journal });
		}
		const open = (await openBy(name, 1)) as UnlockedJournal;
		expect(open.journal.damage).toHaveLength(noted ? 1 : 0);
		expect(open.journal.slots).toMatchObject([{ kind: 'passkey' }]);
		expect(open.slotReport.faults).toMatchObject([{ code: 'no-list' }]);
		const refused = addSlot(open, slotOf(2), () => new RecordDatabase(name));
		await expect(refused).rejects.toMatchObject({ code: 'slots-damaged' });
		await rebuildSlotList(open);
		await addSlot(open, slotOf(2), () => new RecordDatabase(name));
		close(open);
		const again = (await openBy(name, 2)) as UnlockedJournal;
		expect(again.journal.slots).toHaveLength(2);
		close(again);
		expect(await opens(name, 1)).toBe(true);
	}
);

test('a way that was removed opens nothing any more, and the others do', async () => {
	const name = await begin(1);
	const open = (await openBy(name, 1)) as UnlockedJournal;
	const fresh = (): RecordDatabase => new RecordDatabase(name);
	await addSlot(open, slotOf(2), fresh);
	const isFirst = (id: string): boolean =>
		open.journal.slots.find((note) => note.id === id)?.label === 'way 1';
	(await rekeyJournal(open, [], (note) => !isFirst(note.id), fresh)).close();
	close(open);
	expect([await opens(name, 1), await opens(name, 2)]).toEqual([false, true]);
});

test('random changes to the ways in, with crashes, always leave a way that opens', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
			await run(steps);
			expect(true).toBe(true);
		}),
		tries(500, 250)
	);
}, 900_000);
