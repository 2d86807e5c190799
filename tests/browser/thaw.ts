import { fromHex } from '$lib/id/random-id';
import { Dexie } from 'dexie';

/** Puts frozen stores into a database, as a browser of that time left them. */
export async function thaw(
	name: string,
	stores: Readonly<Record<string, readonly object[]>>
): Promise<void> {
	const db = new Dexie(name);
	db.version(1).stores({ r: 'id', meta: 'key', slots: 'id', keys: 'id' });
	await db.open();
	for (const [store, rows] of Object.entries(stores)) {
		await db.table(store).bulkPut(rows.map(withBytes));
	}
	db.close();
}

function withBytes(row: object): object {
	return Object.fromEntries(
		Object.entries(row).map(([key, value]: [string, unknown]) => [
			key,
			typeof value === 'string' && value.startsWith('hex:') ? fromHex(value.slice(4)) : value
		])
	);
}
