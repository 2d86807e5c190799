import type { Page } from '@playwright/test';
import { App, expect, test } from './app';
import { beginClosed, ClosedPage, passphrase, toWays } from './vault-app';

/* Two tabs on one journal: what is changed in one shows in the other, and neither keeps the other from anything. */

// A passphrase is made slow on purpose, and these tests share two cores.
test.describe.configure({ timeout: 120_000 });

const words = 'two lanterns on one sill';

/** Types a name for a way in, and leaves it to be kept. */
async function typeName(page: Page, before: string, name: string): Promise<void> {
	await page.getByRole('button', { name: `Rename ${before}` }).click();
	await page.getByLabel('A name for it').fill(name);
}
const keepName = (page: Page): Promise<void> =>
	page.getByRole('button', { name: 'Keep the name' }).click();
const names = (page: Page): Promise<string[]> =>
	page.getByRole('listitem').locator('.name').allInnerTexts();

test('two tabs name the ways in by turns and at once, and show the same names without a reload', async ({
	app,
	page,
	context
}) => {
	const { writing } = await beginClosed(app);
	await writing.write(words);
	await toWays(page);
	const other = await context.newPage();
	await new App(other).open('/settings/ways/');
	await new ClosedPage(other).open(passphrase);
	for (const tab of [page, other]) {
		await expect(tab.getByRole('heading', { name: 'Ways in' })).toBeVisible();
	}

	await typeName(page, 'Passphrase', 'At home');
	await keepName(page);
	for (const tab of [page, other]) await expect.poll(() => names(tab)).toContain('At home');
	await typeName(other, 'At home', 'In the drawer');
	await keepName(other);
	for (const tab of [page, other]) await expect.poll(() => names(tab)).toContain('In the drawer');

	await typeName(page, 'In the drawer', 'From one');
	await typeName(other, 'Recovery code', 'From the other');
	await Promise.all([keepName(page), keepName(other)]);
	for (const tab of [page, other]) {
		await expect.poll(() => names(tab)).toEqual(['From one', 'From the other']);
	}

	await typeName(page, 'From one', 'Last here');
	await typeName(other, 'From one', 'Last there');
	await keepName(page);
	await expect.poll(() => names(page)).toContain('Last here');
	// What is typed stays as it is while the other tab gives a name.
	await expect(other.getByLabel('A name for it')).toHaveValue('Last there');
	await keepName(other);
	for (const tab of [page, other]) {
		await expect.poll(() => names(tab)).toEqual(['Last there', 'From the other']);
		await expect(tab.getByRole('alert')).toHaveCount(0);
	}
});

test(
	'a question of one’s own that is kept in one tab stands in the other at once',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
		await (await app.justWrite()).write(words);
		const other = await context.newPage();
		await new App(other).open('/read/4/');
		await app.open('/read/4/');
		await page.getByRole('button', { name: 'Ask a question of your own' }).click();
		await page.getByLabel('A question of your own').fill('Whose lamp was that?');
		await page.getByRole('button', { name: 'Keep this question' }).click();
		for (const tab of [page, other]) {
			await expect(
				tab.locator('.prompt-text.user-text').getByText('Whose lamp was that?').first()
			).toBeVisible();
		}
	}
);
