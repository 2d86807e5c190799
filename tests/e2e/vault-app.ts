import { expect, type Page } from '@playwright/test';
import { type App, BeforePage, type WritingPage } from './app';
import { limitOf } from './limits';
import { passphrase } from './seeded';

export { ClosedPage } from './pages/closed-page';
export { passphrase } from './seeded';

/* What a person does about passphrases, recovery codes and locks. */

/** Goes through the form: one's own passphrase, then the recovery code, which is returned. */
export async function chooseWays(page: Page, secret = passphrase): Promise<string> {
	await page.getByRole('button', { name: 'Choose my own' }).click();
	await page.getByLabel('Your passphrase').fill(secret);
	await page.getByLabel('The same once more').fill(secret);
	await page.getByRole('button', { name: 'Use this' }).click();
	return keepCode(page);
}

/** Reads the recovery code and types it, as carelessly as a person may. */
export async function keepCode(page: Page): Promise<string> {
	const groups = page.locator('.groups li');
	await groups.first().waitFor();
	const code = (await groups.allInnerTexts()).join('-');
	await page.getByRole('button', { name: 'I have written it down' }).click();
	await page.getByLabel('Recovery code').fill(` ${code.toLowerCase().replaceAll('-', ' ')}`);
	await page.getByRole('button', { name: 'Go on' }).click();
	return code;
}

/** Begins a journal that only a passphrase opens; returns its recovery code and the page to write on. */
export async function beginClosed(
	app: App,
	answer: 'Yes' | 'Not sure' = 'Yes'
): Promise<{ code: string; writing: WritingPage }> {
	await app.open('/write/');
	await app.page.getByRole('button', { name: new RegExp(`^${answer}`) }).click();
	const code = await chooseWays(app.page);
	await expect(new BeforePage(app.page).begin).toBeVisible({
		timeout: limitOf({ derivations: 2 })
	});
	return { code, writing: await app.writing() };
}

/** Goes to the ways in from wherever the journal is open, without a new document. */
export async function toWays(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Help' }).first().click();
	await page.getByRole('link', { name: 'Settings' }).click();
	await page.getByRole('link', { name: 'How pages are kept' }).click();
}

/** All that the page's origin keeps anywhere, as one text; bytes as Latin letters. */
export async function dumpOf(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const text = (value: unknown): unknown => {
			if (value instanceof Uint8Array) return `bytes ${String.fromCharCode(...value)}`;
			if (Array.isArray(value)) return value.map(text);
			if (typeof value !== 'object' || value === null) return value;
			if (value instanceof CryptoKey) return 'CryptoKey';
			return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, text(one)]));
		};
		const ended = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => {
					resolve(request.result);
				};
				request.onerror = () => {
					reject(new Error('request failed'));
				};
			});
		const found: unknown[] = [
			location.href,
			document.title,
			history.state,
			Object.entries(localStorage),
			Object.entries(sessionStorage),
			document.cookie
		];
		for (const { name = '' } of await indexedDB.databases()) {
			// Empty, and about to be deleted: to open it would make it anew.
			if (name === 'own-voice-log') continue;
			const db = await ended(indexedDB.open(name));
			for (const store of db.objectStoreNames) {
				const rows = db.transaction(store).objectStore(store);
				found.push([store, text(await ended(rows.getAll())), await ended(rows.getAllKeys())]);
			}
			db.close();
		}
		for (const name of await caches.keys()) {
			for (const { url } of await (await caches.open(name)).keys()) {
				// The app's own files are as they were built.
				if (!url.includes('/_app/')) found.push(await (await fetch(url)).text());
			}
		}
		return JSON.stringify(found);
	});
}

/** How many rows a table of the database has. */
export async function rowsIn(page: Page, store: string): Promise<number> {
	return page.evaluate(
		(name) =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open('own-voice');
				opening.onsuccess = () => {
					const db = opening.result;
					if (!db.objectStoreNames.contains(name)) {
						db.close();
						resolve(0);
						return;
					}
					const count = db.transaction(name).objectStore(name).count();
					count.onsuccess = () => {
						db.close();
						resolve(count.result);
					};
				};
			}),
		store
	);
}
