import { expect, test } from './app';

/* A page that was left in the middle: taken up again where that is asked for, and left alone where a new one is. */

const words = 'Left in the middle';

test('answering again begins a new page', { tag: '@whole' }, async ({ opened: app, page }) => {
	await (await app.answerIn(4)).write(words);
	await app.open('/journal/');
	await page.locator('.row').getByRole('link').click();
	await page.getByRole('link', { name: 'Answer again' }).click();
	const again = await app.writing();
	await expect(again.box).toHaveValue('');
	await again.write('Begun anew');
	await page.reload();
	await expect(again.box).toHaveValue('Begun anew');
	await app.open('/journal/');
	await expect(page.locator('.row')).toHaveCount(2);
});

test(
	'the same question, a little later, goes on with it and says when it was begun',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const begun = page.getByText(/^You began this page today at \d\d:\d\d\.$/);
		const writing = await app.answerIn(4);
		await expect(begun).toHaveCount(0);
		await writing.write(words);
		await expect(begun).toHaveCount(0);
		const again = await app.answerIn(4);
		await expect(again.box).toHaveValue(words);
		await expect(begun).toBeVisible();
	}
);
