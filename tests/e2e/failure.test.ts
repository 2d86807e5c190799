import type { Page } from '@playwright/test';
import { expect, test } from './app';

/* What a person sees when something cannot work. */

test('says before a word is typed that storage is denied', async ({ app, page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(IDBFactory.prototype, 'open', {
			value: () => {
				throw new DOMException('denied', 'SecurityError');
			}
		});
	});
	await app.open('/write/');
	await expect(page.getByRole('alert')).toContainText('does not let this app keep anything');
	await expect(page.getByRole('textbox')).toHaveCount(0);
	await page.getByRole('link', { name: 'Go to the reading' }).click();
	await expect(page.getByRole('list', { name: 'The nine parts' })).toBeVisible();
});

test('says before a word is typed that there is no database at all', async ({ app, page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
	});
	await app.open('/write/');
	await expect(page.getByRole('alert')).toContainText('does not let this app keep anything');
	await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('says before a word is typed that there is no WebCrypto', async ({ app, page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
	});
	await app.open('/write/');
	await expect(page.getByRole('alert')).toContainText('cannot seal');
	await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('says before a word is typed that no worker can be started', async ({ app, page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, 'Worker', { value: undefined });
	});
	await app.open('/write/');
	await expect(page.getByRole('alert')).toContainText('could not be started');
	await expect(page.getByRole('textbox')).toHaveCount(0);
});

test.describe('a full disk', () => {
	// The offline copy of the app would take up the room that this test is about.
	test.use({ serviceWorkers: 'block' });

	test('says not saved, keeps the text, and saves it when there is room', async ({
		app,
		page,
		context,
		baseURL
	}) => {
		const origin = baseURL ?? '';
		const devtools = await context.newCDPSession(page);
		await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
		const writing = await app.justWrite();
		await writing.write('Saved while there was room. ');
		const long = 'x'.repeat(900_000);
		await writing.type(long);
		await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
		await expect(writing.heard).toContainText('no room left');
		expect(await writing.box.inputValue()).toBe(`Saved while there was room. ${long}`);
		await expect(page.getByRole('button', { name: 'Copy my words' })).toBeVisible();
		await devtools.send('Storage.overrideQuotaForOrigin', { origin });
		await page.getByRole('button', { name: 'Try again' }).click();
		await writing.saved();
		await page.reload();
		await writing.box.waitFor();
		expect(await writing.box.inputValue()).toBe(`Saved while there was room. ${long}`);
	});
});

test('a text that could not be saved is still there after going elsewhere', async ({
	app,
	page
}) => {
	const writing = await app.justWrite();
	await writing.write('Kept. ');
	await breakWrites(page);
	await writing.type('Not kept yet.');
	await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
	await page.getByRole('link', { name: 'Help' }).click();
	await expect(page).toHaveURL(/\/help\/$/);
	await page.getByRole('link', { name: 'Go to that page' }).click();
	await expect(writing.box).toHaveValue('Kept. Not kept yet.');
	await mendWrites(page);
	await page.getByRole('button', { name: 'Try again' }).click();
	await writing.saved();
});

test('a damaged record is named, the others stay readable, and nothing is deleted', async ({
	app,
	page
}) => {
	for (const text of ['first page', 'second page']) {
		const writing = await app.justWrite();
		await writing.write(text);
		await writing.stopHere();
	}
	const damaged = await damageOne(page);
	await app.open('/journal/');
	await expect(page.getByRole('alert')).toContainText(/A page from .* cannot be opened/);
	await expect(page.locator('.row')).toHaveCount(1);
	expect(await readRow(page, damaged)).toBe(true);
	const writing = await app.justWrite();
	await writing.write('writing goes on');
	await app.open('/journal/');
	await expect(page.locator('.row')).toHaveCount(2);
});

test('data of a newer version is not touched, and the page says so', async ({ app, page }) => {
	const writing = await app.justWrite();
	await writing.write('Written by now. ');
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('own-voice');
				opening.onsuccess = () => {
					const change = opening.result.transaction('meta', 'readwrite');
					const store = change.objectStore('meta');
					const asked = store.get('vault');
					asked.onsuccess = () => store.put({ ...(asked.result as object), format: 2 });
					change.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			})
	);
	await writing.type('Written too late.');
	await expect(writing.heard).toContainText('newer version of this app');
	await app.open('/journal/');
	await expect(page.getByRole('alert')).toContainText('newer version of this app');
});

test('a journal that is gone is missed, and never replaced unasked', async ({ app, page }) => {
	const writing = await app.justWrite();
	await writing.write('Here once');
	await app.open('/help/');
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const deleting = indexedDB.deleteDatabase('own-voice');
				deleting.onsuccess = () => resolve();
			})
	);
	for (const address of ['/journal/', '/write/']) {
		await app.open(address);
		await expect(page.getByRole('alert')).toContainText('not here any more');
		await expect(page.getByRole('textbox')).toHaveCount(0);
	}
	await page.getByRole('button', { name: 'Begin a new journal' }).click();
	await (await app.writing()).write('Begun again');
	await app.open('/journal/');
	await expect(page.locator('.row')).toHaveCount(1);
});

async function breakWrites(page: Page): Promise<void> {
	await page.evaluate(() => {
		const original = IDBObjectStore.prototype.put;
		Object.assign(globalThis, { mend: () => (IDBObjectStore.prototype.put = original) });
		IDBObjectStore.prototype.put = function (...input) {
			const request = original.apply(this, input);
			this.transaction.abort();
			return request;
		};
	});
}

async function mendWrites(page: Page): Promise<void> {
	await page.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
}

/** Flips one bit in the longest-lived record of an entry, and returns its id. */
async function damageOne(page: Page): Promise<string> {
	await page.goto('/journal/');
	await page.locator('.row').first().getByRole('link').click();
	await page.locator('[data-entry-text]').waitFor();
	const id = await page.evaluate(
		() => (history.state as { 'sveltekit:states': { entry: string } })['sveltekit:states'].entry
	);
	await page.evaluate(
		(key) =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('own-voice');
				opening.onsuccess = () => {
					const change = opening.result.transaction('r', 'readwrite');
					const store = change.objectStore('r');
					const asked = store.get(key);
					asked.onsuccess = () => {
						const row = asked.result as { c: Uint8Array };
						row.c[40] = (row.c[40] ?? 0) ^ 1;
						store.put(row);
					};
					change.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			}),
		id
	);
	return id;
}

async function readRow(page: Page, id: string): Promise<boolean> {
	return page.evaluate(
		(key) =>
			new Promise<boolean>((resolve) => {
				const opening = indexedDB.open('own-voice');
				opening.onsuccess = () => {
					const asked = opening.result.transaction('r').objectStore('r').get(key);
					asked.onsuccess = () => {
						opening.result.close();
						resolve(asked.result !== undefined);
					};
				};
			}),
		id
	);
}
