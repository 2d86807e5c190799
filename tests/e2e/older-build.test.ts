import type { Page } from '@playwright/test';
import { App, expect, pages, test } from './app';
import { sumOfDatabase } from './database';

test.use({ serviceWorkers: 'allow' });

/*
 * This build, left open or held offline, on data that a later one has changed: it reads nothing wrongly, writes nothing,
 * and says what to do. No later format exists yet, so it is made up: another number, one more store, and a raised
 * version of the database, as Dexie raises it.
 */

/** Changes the database as a later version of the app would. */
async function upgrade(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				// Dexie's second version; it multiplies its numbers by ten.
				const opening = indexedDB.open('own-voice', 20);
				opening.onerror = () => {
					reject(new Error('not upgraded'));
				};
				opening.onupgradeneeded = () => {
					opening.result.createObjectStore('later', { keyPath: 'id' });
					const meta = opening.transaction?.objectStore('meta');
					const asked = meta?.get('vault');
					if (!meta || !asked) return;
					asked.onsuccess = () => {
						meta.put({ ...(asked.result as object), format: 3, later: 'a field of then' });
					};
				};
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
			})
	);
}

test(
	'writes nothing to data of a later build, on any page, and says so',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
		const writing = await app.justWrite();
		await writing.write('Of the format that this build knows. ');
		const later = await context.newPage();
		await later.goto('/about/');
		await upgrade(later);
		const before = await sumOfDatabase(later);
		await writing.type('Typed into the older build.');
		await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
		await expect(writing.box).toHaveValue(/Typed into the older build\.$/);
		await expect(writing.heard).toContainText('newer version of this app');
		for (const address of pages) await new App(later).open(address);
		for (const address of ['/journal/', '/write/', '/copies/', '/library/', '/settings/ways/']) {
			await new App(later).open(address);
			await expect(later.getByText(/newer version of this app/).first()).toBeVisible();
			await expect(later.getByRole('textbox')).toHaveCount(0);
		}
		await expect(page.getByRole('button', { name: 'Copy my words' })).toBeVisible();
		expect(await sumOfDatabase(later)).toBe(before);
	}
);
