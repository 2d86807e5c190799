import { addSlot, rekeyJournal, type NewSlot, type UnlockedJournal } from '$lib/session/key-slots';
import { createWithSecrets } from '$lib/session/create-journal';
import { findJournal, type LockedJournal } from '$lib/session/unlock-journal';
import { DATABASE_NAME } from '$lib/session/database-name';
import { RecordDatabase, type VaultHeader, type RecordRow } from '$lib/storage/storage';
import { Vault, type KeySlot, type Secret, type SecretSlot } from '$lib/vault/vault';
import { newEntry } from '$lib/model/entry';
import { Dexie } from 'dexie';
import { setBackToFormat1 } from './format-1-journal';

/* A locked journal as the app makes it, and somebody who can write into its database while it is closed. */

const nothing = (): void => undefined;

/** The secret of a number. A passkey's stands for every secret: its derivation takes no time. */
const secretOf = (seed: number): Extract<Secret, { kind: 'passkey' }> => ({
	kind: 'passkey',
	output: new Uint8Array(32).fill(seed)
});
export const wayOf = (seed: number): NewSlot => ({
	secret: secretOf(seed),
	label: `way ${seed}`,
	credential: new Uint8Array(16).fill(seed)
});
export const fresh = (): RecordDatabase => new RecordDatabase(DATABASE_NAME);

/** Begins a locked journal with these ways in and one page, and closes it. */
export async function beginLocked(...seeds: number[]): Promise<void> {
	const { journal } = await createWithSecrets(seeds.map(wayOf), nothing);
	await journal.save({ ...newEntry({ companion: 'walking-away' }), text: 'my words' }, null);
	journal.dispose();
}

/** Opens the journal as the app does; null if this way does not open it. */
export async function openBy(seed: number): Promise<UnlockedJournal | null> {
	const found = (await findJournal(nothing)) as LockedJournal;
	const open = await found.unlock(secretOf(seed));
	await open?.journal.loaded;
	if (!open) found.close();
	return open;
}

/** The same, where it has to open. */
export async function mustOpenBy(seed: number): Promise<UnlockedJournal> {
	const open = await openBy(seed);
	if (!open) throw new Error(`way ${seed} does not open`);
	return open;
}

/** Makes a new key with one more way in, as a new recovery code does, and returns what that threw. */
export async function newKey(open: UnlockedJournal, seed: number): Promise<unknown> {
	return caught(async () => {
		(await rekeyJournal(open, [wayOf(seed)], () => true, fresh)).close();
	});
}

/** Adds a way in, and returns what that threw. */
export async function oneMore(open: UnlockedJournal, seed: number): Promise<unknown> {
	return caught(() => addSlot(open, wayOf(seed), fresh));
}

async function caught(work: () => Promise<unknown>): Promise<unknown> {
	try {
		await work();
		return null;
	} catch (error) {
		return error;
	}
}

/** Works on the database itself. */
export async function inDatabase<T>(work: (db: Dexie) => Promise<T>): Promise<T> {
	const db = await new Dexie(DATABASE_NAME, { cache: 'disabled' }).open();
	try {
		return await work(db);
	} finally {
		db.close();
	}
}

export const slotRows = (): Promise<SecretSlot[]> =>
	inDatabase((db) => db.table<SecretSlot>('slots').toArray());
export const putSlot = (row: object): Promise<unknown> =>
	inDatabase((db) => db.table('slots').put(row));
export const setHeader = (change: Partial<VaultHeader>): Promise<unknown> =>
	inDatabase((db) => db.table('meta').update('vault', change));

/** The row of a way in, as it lies on the disk. */
export async function rowOf(seed: number): Promise<SecretSlot> {
	const rows = await slotRows();
	const row = rows.find(({ credential }) => credential?.[0] === seed);
	if (!row) throw new Error(`way ${seed} has no row`);
	return row;
}

/** Flips a bit of the sealed list, or removes it. A journal of format 1 is left as one unless it may be `upgraded`. */
export async function spoilList(
	how: 'damaged' | 'missing',
	{ upgraded = true }: { upgraded?: boolean } = {}
): Promise<void> {
	const open = await mustOpenBy(1);
	if (!upgraded) await setBackToFormat1(open);
	const rows = await inDatabase((db) => db.table<RecordRow>('r').toArray());
	const opened = await open.vault.decrypt(rows);
	const id = opened.find(
		(one) => 'value' in one && (one.value as { kind: string }).kind === 'slots'
	)?.id;
	const row = rows.find((one) => one.id === id);
	open.journal.dispose();
	if (!row) throw new Error('there is no list');
	row.c[40] = (row.c[40] ?? 0) ^ 1;
	await inDatabase(async (db) => {
		if (how === 'missing') await db.table('r').delete(row.id);
		else await db.table('r').put(row);
	});
}

/** A row as an attacker makes it, who has a key pair of their own and no vault key: it is wrapped for a key of theirs. */
export async function plantedRow(seed: number): Promise<SecretSlot> {
	const theirs = await Vault.create();
	const slot = await theirs.makeSecretSlot(secretOf(seed), new Uint8Array(16).fill(seed), {
		label: '',
		made: { at: 1, zone: 'UTC', day: '1970-01-01' }
	});
	theirs.close();
	const { epoch } = (await headerNow()) ?? { epoch: 1 };
	if (!slot) throw new Error('no slot');
	return { ...slot, epoch };
}

export async function headerNow(): Promise<VaultHeader | undefined> {
	return inDatabase((db) => db.table<VaultHeader>('meta').get('vault'));
}

/** Whether the attacker's secret opens any row that is on the disk now, whatever it says of itself. */
export async function opensAnything(seed: number): Promise<boolean> {
	const header = await headerNow();
	for (const row of (await slotRows()) as KeySlot[]) {
		const vault = await Vault.unlock(header?.vaultId ?? '', row, secretOf(seed)).catch(() => null);
		vault?.close();
		if (vault) return true;
	}
	return false;
}
