import { expect, test, type App } from './app';

/* Finding a page by its words. */

async function write(app: App, section: number, text: string): Promise<void> {
	const writing = await app.answerIn(section);
	await writing.write(text);
	await (await writing.stop()).keep();
}

test('pages are found as one types, by part too, and the place of the words is marked', async ({
	app,
	page
}) => {
	await write(app, 4, 'The café was closed, and the harbour was quiet.');
	await write(app, 5, 'A lighthouse, seen from the window.');
	await app.open('/journal/');
	const field = page.getByRole('searchbox', { name: 'Search your pages' });
	const said = page.getByRole('status').filter({ hasText: /pages?|found/ });
	await field.fill('cafe');
	await expect(page.locator('.row')).toHaveCount(1);
	await expect(said).toHaveText('1 page.');
	// The text itself stays covered.
	await expect(page.getByText('harbour')).toHaveCount(0);
	await page.locator('.row').getByRole('link').click();
	await expect(page.locator('mark')).toHaveText('café');
	await page.goBack();
	await expect(field).toHaveValue('cafe');
	await field.fill('ligthouse');
	await expect(said).toContainText('small differences');
	await expect(page.locator('.row')).toHaveCount(1);
	await field.fill('nothing of the kind');
	await expect(said).toHaveText('Nothing found.');
	await field.fill('');
	await expect(page.locator('.row')).toHaveCount(2);
	await page.locator('.pick select').selectOption('Afterwards');
	await expect(page.locator('.row')).toHaveCount(1);
	// No address and no history holds what was looked for.
	await field.fill('lighthouse');
	await expect(page.locator('.row')).toHaveCount(1);
	const traces = await page.evaluate(() =>
		JSON.stringify([
			location.href,
			history.state,
			Object.entries(sessionStorage),
			Object.entries(localStorage)
		])
	);
	expect(traces).not.toContain('lighthouse');
});

test('a hidden or sealed page is not found', async ({ app, page }) => {
	const writing = await app.answerIn(4);
	await writing.write('marzipan by the window');
	await (await writing.stop()).choose('hide', 'Hide this page');
	const other = await app.answerIn(5);
	await other.write('marzipan again');
	await (await other.stop()).choose('seal until a day', 'Seal this page');
	await write(app, 6, 'Nothing sweet.');
	await app.open('/journal/');
	await page.getByRole('searchbox', { name: 'Search your pages' }).fill('marzipan');
	await expect(page.getByText('Nothing found.')).toBeVisible();
	await expect(page.locator('.row')).toHaveCount(0);
});
