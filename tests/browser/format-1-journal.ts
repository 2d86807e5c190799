import type { JournalParts } from '$lib/session/verify-slots';
import { Dexie } from 'dexie';

/**
 * Makes an open journal one of format 1: without proofs, and with a list that knows of none. `name` is that of its
 * database.
 */
export async function setBackToFormat1(
	{ journal }: JournalParts,
	name = 'own-voice'
): Promise<void> {
	if (journal.slots.length > 0) {
		await journal.changeSlotInfos((notes) => notes.map(({ proven: _, ...note }) => note));
	}
	const db = await new Dexie(name, {
		cache: 'disabled',
		chromeTransactionDurability: 'strict'
	}).open();
	await db.transaction('rw', ['meta', 'slots'], async () => {
		const rows = await db.table<Record<string, unknown>>('slots').toArray();
		await db.table('slots').bulkPut(rows.map(({ proof: _, qn: __, ...row }) => row));
		await db.table('meta').update('vault', { format: 1 });
	});
	db.close();
}
