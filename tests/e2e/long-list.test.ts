import type { Page } from '@playwright/test';
import { expect, JournalPage, test, type App } from './app';
import { limitOf } from './limits';

/* A list too long to stand in the document as a whole. */

const COUNT = 260;

/** Brings so many pages in, one a day, from a text of another journal. */
async function withManyPages(app: App, page: Page): Promise<void> {
	const writing = await app.answerIn(4);
	await writing.write('The newest of all');
	await (await writing.stop()).keep();
	const text = Array.from({ length: COUNT }, (_, index) => {
		const day = new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
		return `[${day} 09:00] Page ${index}\nThe words of page ${index}.\n`;
	}).join('\n');
	await app.open('/copies/bring-in/');
	await page
		.locator('input[type="file"]')
		.setInputFiles({ name: 'journal.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
	await page.getByRole('button', { name: 'Bring them in' }).click();
	await expect(page.getByText('They are in the journal.')).toBeVisible();
}

const focusedTop = (page: Page): Promise<number> =>
	page.evaluate(
		() => document.activeElement?.closest('[data-line]')?.getBoundingClientRect().top ?? -1
	);

test(
	'whoever comes back from a page finds the long list where they left it, and goes on by keys',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		test.setTimeout(limitOf({ loads: 4, steps: 60 }));
		await withManyPages(app, page);
		await app.open('/journal/');
		const journal = new JournalPage(page);
		await journal.rows.first().waitFor();
		// At first the newest sixty stand there; whoever is on one of them stays on it when the others come.
		await journal.rows.first().getByRole('link').focus();
		await expect(page.locator('[data-line="0"]')).toHaveAttribute(
			'aria-setsize',
			String(COUNT + 1)
		);
		await expect(page.locator('[data-line]:has(:focus)')).toHaveAttribute('data-line', '0');
		const place = page.locator('[data-line]:has(:focus)');
		for (const [key, at] of [
			['End', COUNT],
			['ArrowUp', COUNT - 1],
			['Home', 0],
			['ArrowDown', 1],
			['End', COUNT]
		] as const) {
			await page.keyboard.press(key);
			await expect(place).toHaveAttribute('data-line', String(at));
		}
		for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowUp');
		await expect(place).toHaveAttribute('data-line', String(COUNT - 30));
		const before = await focusedTop(page);
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Open', exact: true }).waitFor();
		await page.goBack();
		await expect(place).toHaveAttribute('data-line', String(COUNT - 30));
		await expect.poll(async () => Math.abs((await focusedTop(page)) - before)).toBeLessThan(4);
	}
);
