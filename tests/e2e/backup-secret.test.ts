import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { BackupPage } from './pages/backup-page';
import { beginClosed, ClosedPage, keepCode, passphrase } from './vault-app';

/* What opens a backup cannot be taken for something else, and what it opened does not end up open. */

/** Saves the file that is ready, and returns what is in it. */
async function saveFile(page: Page): Promise<Buffer> {
	const backup = new BackupPage(page);
	await backup.ready();
	return readFile(await (await backup.save()).path());
}

/** Goes to the page of backups without loading it anew, which would lock the journal. */
async function toBackups(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Stop here' }).click();
	await page.getByRole('button', { name: 'Keep this page' }).click();
	await page.getByRole('link', { name: 'Journal' }).last().click();
	await page.getByRole('link', { name: 'Copies' }).click();
	await page.getByRole('link', { name: 'A backup' }).click();
	await page.getByRole('heading', { name: 'Make a backup' }).waitFor();
}

/** Opens a backup in a browser that holds no journal, as far as the button that brings it in. */
async function restore(page: Page, buffer: Buffer, secret: string): Promise<void> {
	await page.goto('/copies/bring-in/');
	await page.locator('html[data-ready]').waitFor();
	await page.locator('input[type="file"]').setInputFiles({ name: 'b.age', mimeType: '', buffer });
	await page.getByLabel('Its passphrase, or the recovery code').fill(secret);
	await page.getByRole('button', { name: 'Open it' }).click();
	await page.getByRole('button', { name: 'Bring them in' }).click({ timeout: 60_000 });
}

test('after a backup was saved, what opens it is the only secret shown until another is begun', async ({
	app,
	page
}) => {
	test.slow();
	await (await app.answerIn(4)).write('A page to keep');
	await app.open('/copies/backup/');
	const words = await new BackupPage(page).makeWithWords();
	await saveFile(page);
	await page.getByRole('button', { name: 'I have saved it' }).click();
	await expect(page.getByRole('group', { name: 'You have saved it.' })).toBeFocused();
	await expect(page.locator('p.words')).toHaveCount(1);
	await expect(page.locator('p.words')).toHaveText(words);
	await expect(page.getByRole('button', { name: 'Use these' })).toHaveCount(0);

	await page.getByRole('button', { name: 'Make another backup' }).click();
	await expect(page.getByRole('button', { name: 'Use these' })).toBeEnabled();
	await expect(page.locator('p.words')).not.toHaveText(words);
	expect(await page.content()).not.toContain(words);
});

test(
	'a file that was not saved shows no other words either',
	{ tag: '@whole' },
	async ({ app, page }) => {
		test.slow();
		await (await app.answerIn(4)).write('A page to keep');
		await app.open('/copies/backup/');
		const words = await new BackupPage(page).makeWithWords();
		await saveFile(page);
		await page.getByRole('button', { name: 'I did not save it' }).click();
		await expect(page.locator('p.words')).toHaveText(words);
		await expect(page.getByText('It does not count as saved.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Make another backup' })).toBeVisible();
	}
);

test('a journal with a passphrase offers that one for its backup, tries it first, and comes back locked with it', async ({
	app,
	page,
	browser
}) => {
	test.slow();
	const { writing } = await beginClosed(app);
	await writing.write('Behind a passphrase.');
	await toBackups(page);
	await expect(page.getByLabel('this journal’s passphrase')).toBeChecked();
	await expect(page.locator('p.words')).toHaveCount(0);
	const field = page.getByLabel('The passphrase of this journal');
	const make = page.getByRole('button', { name: 'Make the backup' });
	await make.click();
	await expect(page.getByRole('alert')).toHaveText('Type the passphrase of this journal.');
	await field.fill('not the passphrase of it');
	await make.click();
	await expect(page.getByRole('alert')).toHaveText('That does not open this journal.', {
		timeout: 60_000
	});
	await expect(field).toBeFocused();
	await field.fill(passphrase.toUpperCase());
	await make.click();
	const buffer = await saveFile(page);
	await expect(page.getByText('It opens with the passphrase of this journal')).toBeVisible();
	expect(await page.content()).not.toContain(passphrase);
	await page.getByRole('button', { name: 'I have saved it' }).click();
	expect(await page.content()).not.toContain(passphrase);
	await page.getByRole('link', { name: 'Copies' }).click();
	await page.getByRole('link', { name: 'A deep clean' }).click();
	await expect(page.getByLabel('this journal’s passphrase')).toBeChecked();
	await expect(page.locator('p.words')).toHaveCount(0);

	const context = await browser.newContext();
	const fresh = await context.newPage();
	await restore(fresh, buffer, passphrase);
	const same = fresh.getByRole('button', { name: 'Lock it with the same passphrase' });
	await expect(same).toBeVisible();
	await expect(fresh.getByRole('button', { name: /^No, only me/ })).toHaveCount(0);
	await same.click();
	await keepCode(fresh);
	await expect(fresh.getByText('They are in the journal.')).toBeVisible({ timeout: 60_000 });
	await fresh.goto('/journal/');
	const closed = new ClosedPage(fresh);
	await closed.open(passphrase);
	await expect(fresh.locator('.row')).toHaveCount(1);
	await context.close();
});

test(
	'a restored journal can be kept in another way than its backup, by a second choice',
	{ tag: '@whole' },
	async ({ app, page, browser }) => {
		test.slow();
		await (await app.answerIn(4)).write('A page to keep');
		await app.open('/copies/backup/');
		const words = await new BackupPage(page).makeWithWords();
		const buffer = await saveFile(page);

		const context = await browser.newContext();
		const fresh = await context.newPage();
		await restore(fresh, buffer, words);
		await fresh.getByRole('button', { name: 'Choose another way' }).click();
		await fresh.getByRole('button', { name: /^No, only me/ }).click();
		await expect(fresh.getByText('They are in the journal.')).toBeVisible({ timeout: 60_000 });
		await context.close();
	}
);
