import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/*
 * Journals that stand ready, frozen as a browser keeps them, for every test that is not about making one. What protects
 * them is the app's own: the closed one asks for a passphrase at the least cost that the app accepts, which its slot
 * carries.
 */

type Rows = Record<string, unknown>[];

interface Frozen {
	stores: Record<string, Rows>;
}

const frozen = JSON.parse(readFileSync('tests/fixtures/seeded.json', 'utf8')) as {
	/** Opens by itself, and holds no page. */
	opened: Frozen;
	/** Opens by itself, and holds three pages. */
	withPages: Frozen;
	/** Opens by a passphrase and a recovery code alone, and holds no page. */
	closed: Frozen & { passphrase: string; code: string };
};

export type Seeded = keyof typeof frozen;

/** A word that stands in each page of `withPages`, and in no page of the app. */
export const canary = 'marzipan-lighthouse-4417';

/** What opens the closed journal. */
export const { passphrase, code } = frozen.closed;

/**
 * Puts a frozen journal into the browser as its first visit left it, from a page that has no code of the app. `at` is
 * an address of the app's origin.
 */
export async function seed(page: Page, which: Seeded, at = '/offline/'): Promise<void> {
	await page.goto(at);
	await page.evaluate(async (stores) => {
		const withBytes = (value: unknown): unknown => {
			if (typeof value === 'string' && value.startsWith('hex:')) {
				return Uint8Array.from(value.slice(4).match(/../g) ?? [], (two) => parseInt(two, 16));
			}
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withBytes(one)]));
		};
		await new Promise<void>((resolve, reject) => {
			// The version that Dexie gives its first, times ten.
			const opening = indexedDB.open('own-voice', 10);
			opening.onupgradeneeded = () => {
				for (const [store, keyPath] of Object.entries({
					r: 'id',
					meta: 'key',
					slots: 'id',
					keys: 'id'
				})) {
					opening.result.createObjectStore(store, { keyPath });
				}
			};
			opening.onerror = () => {
				reject(new Error('not seeded'));
			};
			opening.onsuccess = () => {
				const db = opening.result;
				const work = db.transaction(Object.keys(stores), 'readwrite');
				for (const [store, rows] of Object.entries(stores)) {
					for (const row of rows) work.objectStore(store).put(withBytes(row));
				}
				work.oncomplete = () => {
					db.close();
					resolve();
				};
				work.onabort = () => {
					reject(new Error('not seeded'));
				};
			};
		});
		localStorage.setItem('own-voice:journal', '1');
	}, frozen[which].stores);
}
