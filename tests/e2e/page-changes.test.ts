import { expect, test } from './app';

/* All pages have one title, which says nothing of them: a page that one goes to is told by its heading. */

test(
	'the heading of a page that one goes to has the focus',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/');
		const heading = page.getByRole('heading', { level: 1 });
		for (const name of ['Journal', 'Help', 'Settings', 'About', 'Read']) {
			await page.getByRole('navigation', { name: 'Pages' }).getByText(name).click();
			await expect(heading).toBeFocused();
		}
		await page.getByRole('link', { name: 'What if' }).click();
		await expect(heading).toContainText('What if');
		await expect(heading).toBeFocused();
		await page.goBack();
		await expect(heading).toBeFocused();
		await expect(page).toHaveTitle('Own Voice');
	}
);

test(
	'a page that was loaded, and a place within one, keep the focus where the browser has it',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/help/');
		await expect(page.getByRole('heading', { level: 1 })).not.toBeFocused();
		await app.open('/');
		await page.getByRole('link', { name: 'How it is kept' }).click();
		await page.getByRole('heading', { name: 'How it is kept' }).waitFor();
		await expect(page.getByRole('heading', { level: 1 })).not.toBeFocused();
	}
);

test(
	'a page that puts the focus somewhere itself keeps it there',
	{ tag: '@whole' },
	async ({ opened: app }) => {
		const writing = await app.answerIn(4);
		await expect(writing.box).toBeFocused();
	}
);
