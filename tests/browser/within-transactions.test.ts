import { newEntry, type Entry } from '$lib/model/entry';
import { rekeyJournal } from '$lib/session/key-slots';
import { RecordDatabase } from '$lib/storage/storage';
import type { Secret } from '$lib/vault/vault';
import { afterEach, expect, test, vi } from 'vitest';
import { closeTestJournals, openTestJournal } from './open-test-journal';

/*
 * While a transaction that writes is open, nothing but the database is asked. Whoever waits for anything else meanwhile,
 * sealing above all, gets away with it in Chromium, and in Firefox and Safari finds the transaction over.
 */

let open = 0;
let transactions = 0;
let elsewhere: string[] = [];

/** Notes what is asked of WebCrypto and of workers while a transaction that writes is open. */
function watch(): void {
	const begin = IDBDatabase.prototype.transaction;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
		this: IDBDatabase,
		...input
	) {
		const work = begin.apply(this, input);
		if (input[1] !== 'readwrite') return work;
		open += 1;
		transactions += 1;
		for (const end of ['complete', 'abort']) {
			work.addEventListener(end, () => (open -= 1), { once: true });
		}
		return work;
	});
	note(Worker.prototype, 'postMessage');
	for (const name of ['encrypt', 'decrypt', 'digest', 'deriveBits', 'deriveKey'] as const) {
		note(SubtleCrypto.prototype, name);
	}
}

function note<Kind>(kind: Kind, name: keyof Kind & string): void {
	const original = kind[name] as (this: Kind, ...input: unknown[]) => unknown;
	Object.assign(kind as object, {
		[name](this: Kind, ...input: unknown[]) {
			if (open > 0) elsewhere.push(name);
			return original.apply(this, input);
		}
	});
	putBack.push(() => Object.assign(kind as object, { [name]: original }));
}
const putBack: (() => unknown)[] = [];

afterEach(() => {
	vi.restoreAllMocks();
	for (const one of putBack.splice(0)) one();
	closeTestJournals();
	[open, transactions, elsewhere] = [0, 0, []];
});

const page = (text: string): Entry => ({ ...newEntry({ companion: 'walking-away' }), text });
const secret: Extract<Secret, { kind: 'passkey' }> = {
	kind: 'passkey',
	output: new Uint8Array(32).fill(7)
};

test('a journal that is begun, written, sealed anew and emptied asks nothing else meanwhile', async () => {
	watch();
	const one = await openTestJournal();
	const { journal } = one;
	const [kept, changed] = [page('kept'), page('changed')];
	await journal.save(kept, null);
	await journal.save(changed, null);
	await journal.save({ ...changed, text: 'changed again' }, 1);
	await journal.changeSettings({ minutes: 30 });
	await journal.importer.apply({
		...{ entries: [page('brought')], versions: [], prompts: [], library: [] },
		settings: null
	});
	await journal.rebuildManifest();
	await journal.delete(kept.id);
	await rekeyJournal(
		one,
		[{ secret, label: 'a way' }],
		() => true,
		() => new RecordDatabase(one.name)
	);
	expect(transactions).toBeGreaterThan(8);
	expect(open).toBe(0);
	expect(elsewhere).toEqual([]);
});
