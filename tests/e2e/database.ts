import { expect, type Page } from '@playwright/test';

/* The database as somebody with the developer tools sees it, to look at and to damage. */

interface Order {
	store: string;
	/** A row to read; without it the rows are counted. */
	key?: string;
	/** Fields to put into that row. */
	assign?: Record<string, unknown>;
	/** Which byte of its ciphertext to change. */
	flip?: number;
}

/** Carries out one order in one transaction; returns the row as it was, or the count. */
async function carryOut(page: Page, order: Order): Promise<unknown> {
	return page.evaluate(
		({ store, key, assign, flip }: Order) =>
			new Promise((resolve, reject) => {
				const opening = indexedDB.open('own-voice');
				opening.onerror = () => {
					reject(new Error('no database'));
				};
				opening.onsuccess = () => {
					const db = opening.result;
					if (!db.objectStoreNames.contains(store)) {
						db.close();
						resolve(0);
						return;
					}
					const work = db.transaction(store, 'readwrite');
					const rows = work.objectStore(store);
					const asked = key === undefined ? rows.count() : rows.get(key);
					asked.onsuccess = () => {
						const row = asked.result as { c?: Uint8Array } | undefined;
						if (flip !== undefined && row?.c) row.c[flip] = (row.c[flip] ?? 0) ^ 1;
						if (key !== undefined && row && (assign || flip !== undefined)) {
							rows.put({ ...row, ...assign });
						}
					};
					work.oncomplete = () => {
						db.close();
						resolve(key === undefined ? asked.result : asked.result !== undefined);
					};
				};
			}),
		order
	);
}

/** How many sealed records there are. */
export async function countRecords(page: Page): Promise<number> {
	return (await carryOut(page, { store: 'r' })) as number;
}

/** Whether a record is there. */
export async function hasRecord(page: Page, id: string): Promise<boolean> {
	return (await carryOut(page, { store: 'r', key: id })) as boolean;
}

/** Some bytes of each record's ciphertext and of each wrapped key, to be looked for on the disk. */
export async function someSealedBytes(page: Page): Promise<Buffer[]> {
	const slices = await page.evaluate(
		() =>
			new Promise<number[][]>((resolve) => {
				indexedDB.open('own-voice').onsuccess = ({ target }) => {
					const db = (target as IDBOpenDBRequest).result;
					const work = db.transaction(['r', 'slots']);
					const records = work.objectStore('r').getAll();
					const slots = work.objectStore('slots').getAll();
					work.oncomplete = () => {
						db.close();
						const sealed = [
							...(records.result as { c: Uint8Array }[]).map(({ c }) => c),
							...(slots.result as { wrapped: Uint8Array }[]).map(({ wrapped }) => wrapped)
						];
						resolve(sealed.map((bytes) => [...bytes.slice(16, 40)]));
					};
				};
			})
	);
	return slices.map((bytes) => Buffer.from(bytes));
}

/** Changes one bit of a record's ciphertext. */
export async function damageRecord(page: Page, id: string): Promise<void> {
	await carryOut(page, { store: 'r', key: id, flip: 40 });
}

/** Makes the data look as if a later version of the app had written it. */
export async function setFormat(page: Page, format: number): Promise<void> {
	await carryOut(page, { store: 'meta', key: 'vault', assign: { format } });
}

/** Removes the whole database, as a browser that clears site data does. */
export async function removeDatabase(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				indexedDB.deleteDatabase('own-voice').onsuccess = () => {
					resolve();
				};
			})
	);
}

/** Makes every write of the page fail at the disk; returns what mends it. */
export async function breakWrites(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(() => {
		const original = IDBObjectStore.prototype.put;
		Object.assign(globalThis, {
			mend: () => {
				IDBObjectStore.prototype.put = original;
			}
		});
		IDBObjectStore.prototype.put = function (...input) {
			const request = original.apply(this, input);
			this.transaction.abort();
			return request;
		};
	});
	return () =>
		page.evaluate(() => {
			(globalThis as unknown as { mend(): void }).mend();
		});
}

/** A sum of the database's version and of all its rows, as they lie in its stores; a key that cannot be seen counts as one. */
export async function sumOfDatabase(page: Page): Promise<string> {
	return page.evaluate(
		() =>
			new Promise<string>((resolve) => {
				const spelled = (_: string, value: unknown): unknown =>
					value instanceof Uint8Array ? [...value] : value;
				indexedDB.open('own-voice').onsuccess = ({ target }) => {
					const db = (target as IDBOpenDBRequest).result;
					const names = [...db.objectStoreNames];
					const work = db.transaction(names);
					const rows = names.map((name) => work.objectStore(name).getAll());
					work.oncomplete = () => {
						db.close();
						const all = JSON.stringify(
							[db.version, names, rows.map(({ result }) => result as unknown)],
							spelled
						);
						void crypto.subtle.digest('SHA-256', new TextEncoder().encode(all)).then((sum) => {
							resolve([...new Uint8Array(sum)].join());
						});
					};
				};
			})
	);
}

/**
 * Does something that the journal keeps, and waits until it is on the disk: a clock that is put on while a write is
 * under way makes the app think that the disk does not answer.
 */
export async function untilKept(page: Page, act: () => Promise<void>): Promise<void> {
	const before = await sumOfDatabase(page);
	await act();
	await expect.poll(() => sumOfDatabase(page)).not.toBe(before);
}
