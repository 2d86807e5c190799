import type { Page } from '@playwright/test';
import { AfterPage, expect, JournalPage, pages, test } from './app';
import { breakWrites } from './database';
import { translateEverything, translatorOf } from './translator';
import { beginClosed, ClosedPage, passphrase } from './vault-app';

/* A translator takes the text nodes out of the document while the app lives: what is said stays true. */

let thrown: string[];
test.beforeEach(async ({ page }) => {
	thrown = [];
	page.on('pageerror', (error) => thrown.push(error.message));
	await translateEverything(page);
});
test.afterEach(async ({ page }) => {
	expect(thrown).toEqual([]);
	expect((await translatorOf(page)).replaced).toBeGreaterThan(0);
});

const words = (page: Page, selector: string): Promise<string> => page.locator(selector).innerText();

test('translated while one writes, the page says at each step whether it is saved', async ({
	app,
	page
}) => {
	const writing = await app.answerIn(4);
	await writing.write('First words. ');
	await expect(writing.kept).toHaveText(/^\s*Saved at \d\d:\d\d$/);
	const mend = await breakWrites(page);
	await writing.type('Not kept yet. ');
	await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
	await expect(writing.heard).toContainText('Not saved. Your words are still here.');
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(writing.heard).toContainText('Still not saved.');
	await mend();
	await page.getByRole('button', { name: 'Try again' }).click();
	await writing.saved();
	await expect(writing.kept).toHaveText(/^\s*Saved at \d\d:\d\d$/);
	await expect(page.getByText('Not saved')).toHaveCount(0);

	// What becomes of it is said in words that change with each choice.
	const after: AfterPage = await writing.stop();
	await page.getByLabel('seal until a day', { exact: true }).check();
	const sealed = await words(page, '#becomes-then');
	await page.getByLabel('keep', { exact: true }).check();
	expect(await words(page, '#becomes-then')).not.toBe(sealed);
	await after.keep();
	await page.getByRole('link', { name: 'Journal', exact: true }).click();
	await expect(new JournalPage(page).rows).toHaveCount(1);
});

test(
	'translated, another question takes the place of the one before, and nothing of that stays',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/read/4/');
		const question = page.locator('.prompt .question');
		const seen = new Set<string>();
		for (let turn = 0; turn < 3; turn += 1) {
			seen.add(await question.innerText());
			await page.getByRole('button', { name: 'Another question' }).click();
			await expect(question).toHaveCount(1);
		}
		expect(seen.size).toBe(3);
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		const writing = await app.writing();
		const asked = await writing.question.innerText();
		await page.getByRole('button', { name: 'Another question' }).click();
		await expect(writing.question).not.toHaveText(asked);
		await page.getByRole('button', { name: 'Just write' }).click();
		await expect(writing.question).toHaveText('Just writing');
	}
);

test('translated, a journal says that it is closed, that a try was wrong, and opens', async ({
	app,
	page
}) => {
	test.slow();
	const { writing } = await beginClosed(app);
	await writing.write('Behind a passphrase.');
	await page.getByRole('button', { name: 'Lock' }).click();
	const closed = new ClosedPage(page);
	await closed.open('not these words at all');
	await expect(closed.fault).toHaveText(/.+/);
	await closed.open(passphrase);
	await expect(closed.title).toHaveCount(0);
	await expect(page.getByText('Closed for now')).toHaveCount(0);
	await expect(page.getByRole('textbox', { name: 'Your page' })).toHaveValue(
		'Behind a passphrase.'
	);
});

test(
	'translated, every page of the app opens and goes on to the next without a fault',
	{ tag: '@whole' },
	async ({ app, page }) => {
		test.slow();
		const writing = await app.answerIn(2);
		await writing.write('Some words.');
		for (const address of pages) {
			await app.open(address);
			await page.getByRole('heading', { level: 1 }).first().waitFor();
			await page.getByRole('link', { name: /Own Voice/ }).click();
			await page.getByRole('heading', { name: 'Read slowly. Write for yourself.' }).waitFor();
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		}
	}
);
