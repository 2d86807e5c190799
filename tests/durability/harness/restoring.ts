import fc from 'fast-check';
import { makeBackup, openBackup } from '$lib/backup/backup';
import type { Journal } from '$lib/journal/journal.svelte';
import { momentAt } from '$lib/model/moment';
import { defaultSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { DATABASE_NAME } from '$lib/session/database-name';
import { createOnDevice } from '$lib/session/create-journal';
import { findJournal } from '$lib/session/unlock-journal';
import { deleteDatabases } from '$lib/storage/storage';
import { formatCode } from '$lib/vault/vault';
import { journals } from '../../unit/backup/journals';
import { differences } from './differences';

/* Journals that nobody wrote, backed up, deleted, and brought back into a new one. */

const DAY = 86_400_000;
const nothing = (): void => undefined;

/** A journal, and what its backup is sealed with. */
interface Case {
	whole: JournalSnapshot;
	secret: string;
}

/** What differs after one journal was brought back, field by field, and how much of it there was. */
interface Restored {
	differences: string[];
	entries: number;
	versions: number;
	prompts: number;
	bytes: number;
}

let cases: Case[] = [];

/** Makes the journals of a seed, each of up to so many pages. */
async function draw(seed: number, count: number, most: number): Promise<void> {
	const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
	const drawn = fc.sample(fc.tuple(journals(most), bytes), { seed, numRuns: count });
	cases = [];
	for (const [index, [sampled, random]] of drawn.entries()) {
		const code = await formatCode(random);
		// To make a key of a passphrase takes seconds, on purpose; of a code no time.
		const secret = index % 10 === 0 ? `émigré boats in a quiet harbour, ${code}` : code;
		// Plain objects, as a journal has them.
		const whole = JSON.parse(JSON.stringify(sampled)) as JournalSnapshot;
		cases.push({ whole: { ...whole, entries: whole.entries.map(notDue) }, secret });
	}
}

/** A page in the bin lies there for less time than after which the next opening lets it go. */
function notDue(entry: JournalSnapshot['entries'][number]): JournalSnapshot['entries'][number] {
	const at = Date.now() - (Math.abs(entry.binned?.at ?? 0) % (20 * DAY));
	return { ...entry, binned: entry.binned && momentAt(at, 'Europe/Lisbon') };
}

/** Keeps a journal, makes its backup, deletes it all, and brings the backup into a new journal. */
async function restore(index: number): Promise<Restored> {
	const one = cases[index];
	if (!one) throw new Error('there is no such journal');
	const { whole, secret } = one;
	await deleteEverything();
	await inNewJournal((journal) => keep(journal, whole));
	const { file } = await makeBackup(await readEverything(), secret);
	await deleteEverything();
	await inNewJournal(async (journal) => {
		const { incoming } = await openBackup(file, secret);
		await journal.importer.apply(incoming);
	});
	return {
		// What stays with the device is as in every new journal.
		differences: differences(await readEverything(), {
			...whole,
			settings: { ...defaultSettings, ...whole.settings }
		}),
		entries: whole.entries.length,
		versions: whole.versions.length,
		prompts: whole.prompts.length,
		bytes: file.size
	};
}

async function deleteEverything(): Promise<void> {
	const left = await deleteDatabases(DATABASE_NAME);
	if (left.length > 0) throw new Error(`${left.join()} could not be deleted`);
	if (await findJournal(nothing)) throw new Error('a journal is still there');
}

/** Begins a journal with a new vault, in a new database. */
async function inNewJournal(work: (journal: Journal) => Promise<void>): Promise<void> {
	const { journal } = await createOnDevice(nothing);
	try {
		await journal.loaded;
		await work(journal);
	} finally {
		journal.dispose();
	}
}

/** Keeps everything as it is kept while a person writes. */
async function keep(journal: Journal, whole: JournalSnapshot): Promise<void> {
	for (const entry of whole.entries) {
		const earlier = whole.versions.filter((version) => version.entry === entry.id);
		if (!(await journal.save(entry, null, earlier))) throw new Error('a page was not kept');
	}
	for (const prompt of whole.prompts) await journal.savePrompt(prompt);
	for (const one of whole.library) await journal.library.save(one);
	await journal.changeSettings(whole.settings);
}

/** Opens the journal anew, from the disk alone, and reads all of it. */
async function readEverything(): Promise<JournalSnapshot> {
	const open = await findJournal(nothing);
	if (!open || 'isLocked' in open) throw new Error('the journal does not open');
	try {
		await open.journal.loaded;
		const { snapshot: whole, damage } = await open.journal.readSnapshot();
		if (damage.length > 0) throw new Error(`damaged: ${JSON.stringify(damage)}`);
		return whole;
	} finally {
		open.journal.dispose();
	}
}

export const restoring = { draw, restore };
