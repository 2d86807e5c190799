import { expect, test } from './app';
import { countRecords } from './database';

test('what is written is found again, reread and changed', async ({ app, page }) => {
	const writing = await app.answerIn(4);
	const asked = await writing.question.innerText();
	await writing.write('It is about the size of a cup.\n\nSome evenings it is smaller.');
	const entry = await writing.stopHere();
	await expect(entry.question).toHaveText(asked);
	await expect(entry.text.locator('p')).toHaveText([
		'It is about the size of a cup.',
		'Some evenings it is smaller.'
	]);
	const journal = await app.journal();
	await expect(journal.rows).toHaveCount(1);
	await expect(journal.rows).toContainText(asked);
	await expect(journal.rows).toContainText('What if');
	await expect(journal.rows).not.toContainText('cup');
	await journal.showWriting.check();
	await expect(journal.rows).toContainText('cup');
	const again = await journal.openEntry();
	await (await again.goOnWriting()).write(' And quieter.');
	await page.goBack();
	await expect(again.text).toContainText('And quieter.');
});

test('a page is saved by itself, and a reload comes back to the same sentence', async ({
	app,
	page
}) => {
	const writing = await app.justWrite();
	await writing.write('You can stop in the middle of');
	await page.reload();
	await expect(writing.box).toHaveValue('You can stop in the middle of');
	await expect(writing.box).toBeFocused();
	await page.keyboard.insertText(' a sentence');
	await writing.saved();
	await page.reload();
	await expect(writing.box).toHaveValue('You can stop in the middle of a sentence');
});

test(
	'a question that was not answered yet survives a reload',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const writing = await app.answerIn(5);
		const asked = await writing.question.innerText();
		await page.reload();
		// Nothing is stored yet, not even how it would be kept: that is asked again.
		await app.writing();
		await expect(writing.question).toHaveText(asked);
	}
);

test(
	'an unfinished answer is taken up where it was left',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await (await app.answerIn(3)).write('A beginning');
		await app.open('/journal/');
		await expect(page.getByText('unfinished')).toBeVisible();
		const writing = await app.answerIn(3);
		await expect(writing.box).toHaveValue('A beginning');
	}
);

test(
	'the same question can be answered again, and answers stack',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await (await (await app.answerIn(4)).write('The first time'), await app.writing()).stopHere();
		await page.getByRole('link', { name: 'Answer again' }).click();
		const writing = await app.writing();
		await expect(writing.box).toHaveValue('');
		await writing.write('The second time');
		await writing.stopHere();
		await page.getByText('Other pages for this question').click();
		await page.locator('details .dates').getByRole('link').click();
		await expect(page.locator('[data-entry-text]')).toHaveText('The first time');
		await app.open('/read/4/');
		await page.getByRole('button', { name: 'Earlier pages' }).click();
		await expect(page.locator('.prompt-panel').getByRole('link', { name: /20\d\d/ })).toHaveCount(
			2
		);
	}
);

test('leaving at once for another page keeps the last key', async ({ app, page }) => {
	const writing = await app.justWrite();
	await writing.type('the last word');
	await page.getByRole('link', { name: 'Help' }).click();
	await expect(page).toHaveURL(/\/help\/$/);
	const journal = await app.journal();
	await journal.showWriting.check();
	await expect(journal.rows).toContainText('the last word');
});

test('a page without a word is not kept', { tag: '@whole' }, async ({ app, page }) => {
	const writing = await app.justWrite();
	await writing.type('  ');
	await page.getByRole('button', { name: 'Stop here' }).click();
	await expect(page).toHaveURL(/\/$/);
	await app.open('/journal/');
	await expect(page.getByText('Nothing here yet.')).toBeVisible();
});

test('nothing is stored by reading', { tag: '@whole' }, async ({ app, page }) => {
	await app.open('/');
	await app.open('/read/4/');
	await page.getByRole('radio', { name: 'just out of it' }).check();
	await app.open('/journal/');
	await expect(page.getByText('Nothing here yet.')).toBeVisible();
	expect(await countRecords(page)).toBe(0);
	const kept = await page.evaluate(() => [
		...Object.keys(localStorage),
		...Object.keys(sessionStorage)
	]);
	expect(kept.filter((key) => !key.startsWith('sveltekit:'))).toEqual([]);
});

test('the earlier text of a changed page can be seen', { tag: '@whole' }, async ({ app, page }) => {
	const text = 'A page that took somebody a whole evening to write down.';
	const writing = await app.justWrite();
	await writing.write(text);
	await writing.box.fill('');
	await writing.saved();
	await expect(page.locator('[data-save="saved"]')).toBeVisible();
	await writing.stopHere();
	await page.getByText('Earlier versions').click();
	await page
		.locator('summary')
		.filter({ hasText: /^Until / })
		.click();
	await expect(page.getByText(text)).toBeVisible();
});

test('the saved state is said to a screen reader once, politely', async ({ app }) => {
	const writing = await app.justWrite();
	await expect(writing.heard).toHaveText('');
	await writing.write('One line');
	await expect(writing.heard).toHaveText(/^Saved at \d\d:\d\d\s*$/);
});

test(
	'a page in a language that runs from right to left does so',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const writing = await app.justWrite();
		await writing.write('שלום, זה עמוד אחר.');
		expect(await writing.box.evaluate((box) => getComputedStyle(box).direction)).toBe('rtl');
		const entry = await writing.stopHere();
		const line = entry.text.locator('p').first();
		expect(await line.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
		expect(await page.evaluate(() => document.documentElement.dir)).toBe('');
	}
);
