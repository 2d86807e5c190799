import { expect, test } from './app';

/* Rules of care that hold over the whole app (docs/care.md). */

test('S17: what no app can do is said before the first word, not before reading, and can be passed over', async ({
	app,
	page
}) => {
	await app.open('/');
	await page.getByRole('link', { name: 'Begin with the first part' }).click();
	await expect(page.locator('article .text')).toBeVisible();
	await page.getByRole('link', { name: 'Write', exact: true }).click();
	await expect(page.getByText('Could someone else open this browser?')).toBeVisible();
	const said = page.locator('main');
	for (const word of [/history/, /watched|monitored/, /passphrase/, /cannot\s+get\s+it\s+back/]) {
		await expect(said).toContainText(word);
	}
	await page.getByRole('button', { name: 'Decide later' }).click();
	await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
});

test('S27: nothing of an old page is shown unless it is opened', async ({ app, page }) => {
	const words = 'marzipan-lighthouse-5512';
	const writing = await app.answerIn(4);
	await writing.write(words);
	await (await writing.stop()).keep();
	await expect(page.getByText(words)).toHaveCount(0);
});

test(
	'where one stands can be said on every page, and changes what is asked first',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/help/');
		await page.getByText('Where you are with this').click();
		await page.getByRole('radio', { name: 'just out of it' }).check();
		await page.getByLabel('I was the one who was left').check();
		await page.getByRole('navigation', { name: 'Pages' }).getByText('Read').click();
		await expect(page.getByRole('radio', { name: 'just out of it' })).toBeChecked();
		await page.getByRole('link', { name: /Afterwards/ }).click();
		await page.getByText('All questions of this part').click();
		// It changes what comes first, never what can be read.
		for (const group of ['Deciding', 'Just out of it', 'Looking back']) {
			await expect(page.getByRole('heading', { name: group })).toBeVisible();
		}
	}
);

test('a question has other words for who was left', { tag: '@whole' }, async ({ app, page }) => {
	await app.open('/read/5/');
	await page.getByRole('radio', { name: 'looking back' }).check();
	await page.getByText('All questions of this part').click();
	const questions = page.locator('details li .prompt-text');
	const before = await questions.allInnerTexts();
	await page.getByLabel('I was the one who was left').check();
	await expect(questions).not.toHaveText(before);
	await expect(questions).toHaveCount(before.length);
});

test(
	'the note about fear of another person stands above the questions of two parts, for everyone',
	{ tag: '@whole' },
	async ({ app, page }) => {
		for (const section of [4, 7]) {
			await app.open(`/read/${section}/`);
			await expect(page.locator('.support-note')).toContainText('not the place to plan');
			await expect(
				page.locator('.support-note').getByRole('link', { name: 'Talk to someone' })
			).toBeVisible();
		}
	}
);
