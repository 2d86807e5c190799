import { expect, test } from '../app';
import { ClosedPage } from '../pages/closed-page';

/* Before the journal closes by itself it says so, and whatever a person does keeps it open. */

test.beforeEach(async ({ page, closed }) => {
	await page.clock.install();
	const writing = await closed.openAndWrite();
	await writing.write('A page');
	await page.getByRole('link', { name: 'Help' }).click();
	await page.getByRole('heading', { name: 'Talk to someone' }).waitFor();
});

test('a journal that closes by itself says so twenty seconds before, and a key is enough', async ({
	page
}) => {
	const soon = page.getByText('This closes in a moment.');
	await page.clock.fastForward(95_000);
	await expect(soon).toHaveCount(0);
	await page.clock.fastForward(8_000);
	await expect(soon).toBeVisible();
	await page.keyboard.press('Shift');
	await expect(soon).toHaveCount(0);
	await page.clock.fastForward(95_000);
	await expect(soon).toHaveCount(0);
});

test(
	'moving through the page without a key or a touch keeps the journal open',
	{ tag: '@whole' },
	async ({ page }) => {
		const ways = [
			() => page.evaluate(() => scrollBy(0, 40)),
			() => page.getByRole('link', { name: 'Settings' }).focus(),
			() => page.evaluate(() => getSelection()?.selectAllChildren(document.body)),
			() => page.getByRole('heading', { level: 1 }).dispatchEvent('click')
		];
		for (const way of ways) {
			await page.clock.fastForward(105_000);
			await expect(page.getByText('This closes in a moment.')).toBeVisible();
			await way();
			await expect(page.getByText('This closes in a moment.')).toHaveCount(0);
		}
		await page.clock.fastForward(130_000);
		await new ClosedPage(page).title
			.or(page.getByRole('link', { name: 'Journal' }))
			.first()
			.waitFor();
		await expect(page.getByRole('button', { name: 'Lock' })).toHaveCount(0);
	}
);
