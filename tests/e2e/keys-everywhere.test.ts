import { expect, pages, test } from './app';
import { expectNoFault } from './faults';

/** A question mark shows the keys and Ctrl K finds a page: on every page, and never while one types. */

test(
	'a question mark shows the keys, and Escape gives the focus back',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/about/');
		const link = page.getByRole('link', { name: 'What changed' });
		await link.focus();
		await page.keyboard.press('?');
		const dialog = page.getByRole('dialog', { name: 'Keys' });
		await expect(dialog).toBeVisible();
		await expect(dialog.getByText('Finds a page of the app by its name')).toBeVisible();
		await expect(dialog.getByRole('heading', { name: 'Keys' })).toBeFocused();
		await expect(dialog.getByRole('link', { name: 'Leave quickly' })).toBeVisible();
		await expectNoFault(page, 'the keys');
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
		await expect(link).toBeFocused();
	}
);

test('Ctrl K finds a page, by keys alone', { tag: '@whole' }, async ({ app, page }) => {
	await app.open('/');
	await page.keyboard.press('Control+k');
	const field = page.getByRole('combobox', { name: 'Its name' });
	await expect(field).toBeFocused();
	await page.keyboard.type('back');
	await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.type('up');
	await expect(page.getByRole('option', { name: 'Make a backup' })).toBeVisible();
	await expectNoFault(page, 'find a page');
	await page.keyboard.press('ArrowDown');
	const second = page.getByRole('option').nth(1);
	await expect(second).toHaveAttribute('aria-selected', 'true');
	await expect(field).toHaveAttribute(
		'aria-activedescendant',
		(await second.getAttribute('id')) ?? ''
	);
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/copies\/backup\/$/);
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test(
	'every page can be found, but those that one page alone leads to',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/settings/');
		await page.getByRole('button', { name: 'Find a page of the app' }).click();
		await expect(page.getByRole('option').first()).toBeVisible();
		const found: string[] = [];
		for (let index = 0; index < (await page.getByRole('option').count()); index += 1) {
			found.push((await page.getByRole('option').nth(index).getAttribute('data-href')) ?? '');
		}
		const ledTo = ['/journal/entry/', '/compare/', '/library/bring/', '/library/essay/'];
		ledTo.push('/library/make/', '/library/part/');
		expect(pages.filter((one) => !found.includes(one) && !ledTo.includes(one))).toEqual([]);
		await page.getByRole('combobox').fill('nothing like it');
		await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
			'No page has that in its name.'
		);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('dialog')).toBeVisible();
	}
);

test(
	'no key does anything while one types, under the cover, or once they are off',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const dialogs = page.getByRole('dialog');
		const writing = await app.justWrite();
		await writing.box.focus();
		await page.keyboard.type('who are they?');
		await page.keyboard.press('Control+k');
		await writing.saved();
		await expect(writing.box).toHaveValue('who are they?');
		await expect(dialogs).toHaveCount(0);
		await (await writing.stop()).keep();

		await app.open('/journal/');
		await page.locator('.row').first().getByRole('link').focus();
		await page.keyboard.press('?');
		await expect(page.getByRole('searchbox')).toHaveValue('?');
		await expect(dialogs).toHaveCount(0);

		await app.open('/settings/');
		await page.getByRole('switch', { name: /^A question mark/ }).uncheck();
		await app.open('/about/');
		await page.keyboard.press('?');
		await page.keyboard.press('Control+k');
		await expect(dialogs).toHaveCount(0);
		expect(await page.evaluate(() => localStorage.getItem('own-voice:keys'))).toBe('off');
	}
);
