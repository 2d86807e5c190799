import { expect, test } from './app';
import type { Page } from '@playwright/test';

/** Presses Tab until the element with this accessible name has the focus, and returns how often. */
async function tabTo(page: Page, name: string | RegExp): Promise<number> {
	for (let presses = 1; presses <= 60; presses += 1) {
		await page.keyboard.press('Tab');
		const found = await page.evaluate(() => {
			const active = document.activeElement;
			if (!active) return '';
			const label = active.getAttribute('aria-label');
			const named = active.closest('label')?.textContent;
			return (label ?? named ?? active.textContent).trim();
		});
		if (typeof name === 'string' ? found === name : name.test(found)) return presses;
	}
	throw new Error(`Tab never reached ${String(name)}`);
}

test('the whole journey works by keyboard alone', async ({ app, page }) => {
	await app.open('/');
	expect(await tabTo(page, 'Skip to the page')).toBe(1);
	await tabTo(page, /What if/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/read\/4\/$/);
	await tabTo(page, 'Another question');
	await page.keyboard.press('Space');
	await tabTo(page, 'Write').catch(() => page.keyboard.press('Shift+Tab'));
	const question = await page.locator('.ask .question').innerText();
	await page.getByRole('link', { name: 'Write', exact: true }).focus();
	await page.keyboard.press('Enter');
	const writing = await app.writing();
	await expect(writing.question).toHaveText(question);
	await expect(writing.box).toBeFocused();
	await page.keyboard.type('By keyboard alone');
	await writing.saved();
	await tabTo(page, 'Stop here');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: 'And now?' }).waitFor();
	await tabTo(page, 'Keep this page');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: 'Kept.' }).waitFor();
	await tabTo(page, 'Read it again');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-entry-text]')).toHaveText('By keyboard alone');
	await tabTo(page, 'Journal');
	await page.keyboard.press('Enter');
	await page.locator('.row').waitFor();
	await tabTo(page, /today/);
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-entry-text]')).toHaveText('By keyboard alone');
	await tabTo(page, 'Go on writing');
	await page.keyboard.press('Enter');
	await writing.box.waitFor();
	await page.keyboard.type(', and changed');
	await writing.saved();
	await tabTo(page, 'Stop here');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-entry-text]')).toHaveText('By keyboard alone, and changed');
});
