import { makeBackup, openBackup } from '$lib/backup/backup';
import { newEntry, type Entry } from '$lib/model/entry';
import { addSlot, rekeyJournal } from '$lib/session/key-slots';
import type { RecordRow } from '$lib/storage/storage';
import { newRecoveryCode, type KeySlot } from '$lib/vault/vault';
import { setBackToFormat1 } from '../../browser/format-1-journal';
import { begin, fresh, mustOpenBy, openBy, secretOf } from './opening';

/*
 * What is going on when the browser is killed, and what the disk holds after that. What was done is said on the
 * console as soon as it was, since nothing can be asked any more.
 */

const nothing = { versions: [], prompts: [], library: [], settings: null };
const say = (what: object): void => {
	console.log(`said ${JSON.stringify(what)}`);
};
const page = (text: string): Entry => ({ ...newEntry({ companion: 'walking-away' }), text });
const pages = (count: number, word: string): Entry[] =>
	Array.from({ length: count }, (_, index) => page(`${word} ${index} `.repeat(60)));

/** Begins a journal of so many entries. */
async function fill(count: number): Promise<void> {
	await begin();
	const { journal } = await mustOpenBy(0);
	await journal.importer.apply({ ...nothing, entries: pages(count, 'page') });
}

/** Writes new entries and changes earlier ones without end, and says each that is kept. */
async function saving(opens: number): Promise<void> {
	const { journal } = await mustOpenBy(opens);
	await journal.loaded;
	say({ begun: true });
	let last: { entry: Entry; rev: number } | null = null;
	for (let count = 0; ; count += 1) {
		const isNew: boolean = count % 4 === 0 || last === null;
		const entry: Entry = isNew
			? page(`kept ${count} `)
			: { ...(last as { entry: Entry }).entry, text: `${last?.entry.text} and on ${count}` };
		last = await journal.save(entry, isNew ? null : (last?.rev ?? null));
		if (!last) throw new Error('was not kept');
		say({ kept: last.entry.id, text: last.entry.text });
	}
}

/** Adds a way to open the journal. */
async function adding(opens: number, added: number): Promise<void> {
	const open = await mustOpenBy(opens);
	await open.journal.loaded;
	say({ begun: true });
	await addSlot(open, { secret: secretOf(added), label: `way ${added}` }, fresh);
	say({ added });
}

/** Moves the journal to a new key that another secret opens. */
async function resealing(opens: number, next: number): Promise<void> {
	const open = await mustOpenBy(opens);
	await open.journal.loaded;
	say({ begun: true });
	await rekeyJournal(open, [{ secret: secretOf(next), label: `way ${next}` }], () => false, fresh);
	say({ resealed: next });
}

/** Opens a journal of format 1, which is taken over to this one. */
async function upgrading(opens: number): Promise<void> {
	const before = await mustOpenBy(opens);
	await before.journal.loaded;
	await setBackToFormat1(before);
	before.journal.dispose();
	say({ begun: true });
	const { journal } = await mustOpenBy(opens);
	say({ upgraded: true });
	await journal.loaded;
}

/** Brings in a file of so many new entries. */
async function bringingIn(opens: number, count: number): Promise<void> {
	const { journal } = await mustOpenBy(opens);
	await journal.loaded;
	const entries = pages(count, 'brought');
	say({ begun: true });
	await journal.importer.apply({ ...nothing, entries });
	say({ came: count });
}

/** Restores a backup of so many entries that are not there. */
async function bringingBack(opens: number, count: number): Promise<void> {
	const { journal } = await mustOpenBy(opens);
	const { snapshot: whole } = await journal.readSnapshot();
	const lost = { ...whole, entries: pages(count, 'restored'), versions: [], prompts: [] };
	const code = await newRecoveryCode();
	const { file } = await makeBackup({ ...lost, library: [] }, code);
	say({ begun: true });
	const { incoming } = await openBackup(file, code);
	await journal.importer.apply(incoming);
	say({ came: count });
}

/** What is on the disk: which of these secrets open it, its epochs, what is damaged, and every text by id. */
async function look(seeds: number[]): Promise<object> {
	// Before anything is opened: that would take it over.
	const stored = await fresh().readHeader();
	const slots = (stored?.slots ?? []) as KeySlot[];
	const counting = slots.filter(({ epoch: of }) => of === stored?.header.epoch);
	const proofs = counting.filter(({ proof }) => proof !== undefined).length;
	const { header, rows } = await fresh().readAll();
	const epochs = [...new Set(rows.map(({ ep }: RecordRow) => ep))];
	const openedBy: number[] = [];
	let found: { damage: number; texts: Record<string, string> } | null = null;
	for (const seed of seeds) {
		const open = await openBy(seed);
		if (!open) continue;
		openedBy.push(seed);
		if (!found) {
			const { snapshot: whole, damage } = await open.journal.readSnapshot();
			const texts = Object.fromEntries(whole.entries.map(({ id, text }) => [id, text]));
			found = { damage: damage.length, texts };
		}
		open.journal.dispose();
	}
	return {
		epoch: header?.epoch ?? null,
		format: header?.format ?? null,
		slots: counting.length,
		proofs,
		epochs,
		openedBy,
		damage: found?.damage,
		texts: found?.texts ?? {}
	};
}

export const killing = {
	fill,
	saving,
	adding,
	resealing,
	upgrading,
	bringingIn,
	bringingBack,
	look
};
