import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { expectNoFault } from './faults';
import { limitOf } from './limits';
import { seed } from './seeded';
import { ClosedPage, passphrase, rowsIn } from './vault-app';

/* Somebody with the developer tools put a key of their own among the ways in while the journal was closed. */

// A passphrase that is set is derived for its slot, and again to try it.
test.describe.configure({ timeout: limitOf({ loads: 6, derivations: 6, steps: 40 }) });

/** Puts the row of the passphrase, changed in this, among the slots. */
async function putSlot(page: Page, changed: { id?: string; kdf?: object }): Promise<void> {
	await page.evaluate(
		(changed) =>
			new Promise<void>((resolve) => {
				indexedDB.open('own-voice').onsuccess = ({ target }) => {
					const db = (target as IDBOpenDBRequest).result;
					const work = db.transaction('slots', 'readwrite');
					const slots = work.objectStore('slots');
					slots.getAll().onsuccess = ({ target: found }) => {
						const rows = (found as IDBRequest<{ kind: string; kdf: object }[]>).result;
						const one = rows.find(({ kind }) => kind === 'passphrase');
						slots.put({ ...one, ...changed, kdf: { ...one?.kdf, ...changed.kdf } });
					};
					work.oncomplete = () => {
						db.close();
						resolve();
					};
				};
			}),
		changed
	);
}

for (const [name, colorScheme] of [
	['by day', 'light'],
	['by night', 'dark']
] as const) {
	test.describe(name, colorScheme === 'dark' ? { tag: '@whole' } : {}, () => {
		test.use({ viewport: { width: 320, height: 640 }, colorScheme, reducedMotion: 'reduce' });

		test('the page of the ways in names a slot without proof, says why nothing can be changed, and what to do', async ({
			app,
			page
		}, info) => {
			await seed(page, 'closed');
			await app.open('/journal/');
			const closed = new ClosedPage(page);
			await closed.title.waitFor();
			await putSlot(page, { id: 'f'.repeat(32) });
			await closed.open(passphrase);
			await expect(page.getByText('The ways to open your pages are not')).toBeVisible();
			await page.getByRole('link', { name: 'How pages are kept' }).first().click();

			const slip = page.getByRole('alert');
			await expect(slip).toContainText('A passphrase that was not made in this journal');
			await expect(slip).toContainText('so that no new key goes to anybody else');
			await expect(page.getByRole('link', { name: 'make a backup' })).toBeVisible();
			for (const change of [/^Change/, /^Make a new/, /^Rename/, /^Remove/, /^Add/]) {
				await expect(page.getByRole('button', { name: change })).toHaveCount(0);
			}
			await expectNoFault(page, 'ways in that are not as they were left');
			await page.screenshot({ path: info.outputPath('planted.png'), fullPage: true });

			await page.getByRole('button', { name: 'Go on with these alone' }).click();
			await expect(page.getByRole('group', { name: 'Remove the others?' })).toBeFocused();
			await page.getByRole('button', { name: 'Remove the others' }).click();
			await expect(page.getByText('Only the ways in below open your pages now')).toBeFocused();
			await page.screenshot({ path: info.outputPath('settled.png'), fullPage: true });
			expect(await rowsIn(page, 'slots')).toBe(2);
			await expect(page.getByRole('button', { name: /^Rename/ })).toHaveCount(2);
			await page.reload();
			await closed.open(passphrase);
			await expect(page.getByRole('button', { name: /^Rename/ })).toHaveCount(2);
			await expect(slip).toHaveCount(0);
		});
	});
}

test(
	'a journal that used to ask for a passphrase and opens by itself says so, until that is meant',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await (await app.justWrite()).write('marzipan');
		await page.evaluate(() => {
			localStorage.setItem('own-voice:journal', 'locked');
		});
		await app.open('/journal/');
		const slip = page.getByText('Your pages opened by themselves. Before,');
		await expect(slip).toBeVisible();
		await app.open('/settings/ways/');
		await expect(slip).toBeVisible();
		await expectNoFault(page, 'a journal that opened unasked');
		await page.getByRole('button', { name: 'They are meant to open by themselves' }).click();
		await expect(slip).toHaveCount(0);
		await page.reload();
		await expect(page.getByRole('button', { name: 'Set a passphrase' })).toBeVisible();
		await expect(slip).toHaveCount(0);
	}
);

test('a slot that asks for too much memory says so, and not that it was wrong', async ({
	app,
	page
}) => {
	await seed(page, 'closed');
	await app.open('/journal/');
	const closed = new ClosedPage(page);
	await closed.title.waitFor();
	await putSlot(page, { kdf: { m: 4_000_000 } });
	await closed.open(passphrase);
	await expect(closed.fault).toContainText('asks for more memory');
});
