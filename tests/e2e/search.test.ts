import { expect, test } from './app';
import { Seek, write } from './pages/seek';

/* Finding a page by its words. */

test('pages are found as one types, and the place of the words is marked', async ({
	opened: app,
	page
}) => {
	await write(app, 4, 'The café was closed, and the harbour was quiet.');
	await write(app, 5, 'A lighthouse, seen from the window.');
	await app.open('/journal/');
	const { field, said, rows } = new Seek(page);
	await field.fill('cafe');
	await expect(rows).toHaveCount(1);
	await expect(said).toHaveText('1 page.');
	// The text itself stays covered.
	await expect(page.getByText('harbour')).toHaveCount(0);
	await rows.getByRole('link').click();
	await expect(page.locator('mark')).toHaveText('café');
	await page.goBack();
	await expect(field).toHaveValue('cafe');
	await field.fill('ligthouse');
	await expect(said).toContainText('small difference');
	await expect(rows).toHaveCount(1);
	await field.fill('');
	await expect(rows).toHaveCount(2);
	// No address and no history holds what was looked for.
	await field.fill('lighthouse');
	await expect(rows).toHaveCount(1);
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

test(
	'of very many matches in a page the first are marked, which is said once',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 4, `${'tea and toast. '.repeat(200)}\n\n${'tea again. '.repeat(12_000)}`);
		await app.open('/journal/');
		const { field, rows } = new Seek(page);
		await field.fill('tea');
		await expect(rows).toHaveCount(1);
		await rows.getByRole('link').click();
		await expect(page.locator('mark')).toHaveCount(300);
		await expect(page.getByText('The first 300 matches on this page are marked.')).toHaveCount(1);
		await expect(page.locator('[data-entry-text]')).toContainText('tea again. tea again.');
	}
);

test(
	'what was not found is said, with something to go on with',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 4, 'The harbour was quiet.');
		await app.open('/journal/');
		const { field, said, rows } = new Seek(page);
		await field.fill('nothing of the kind');
		await expect(said).toHaveText('Nothing found.');
		await expect(rows).toHaveCount(0);
		await expect(page.getByText('fewer letters find more')).toBeVisible();
		await page.getByRole('button', { name: 'Clear the search' }).press('Enter');
		await expect(field).toBeFocused();
		await expect(field).toHaveValue('');
		await expect(rows).toHaveCount(1);
	}
);

test(
	'a page is found by its label, its tags and the notes beside it, and the notes are marked',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 4, 'The harbour was quiet.');
		await write(app, 5, 'Nothing of note.');
		await app.open('/journal/');
		const { field, rows } = new Seek(page);
		await rows.first().getByRole('link').click();
		await page.getByRole('button', { name: 'Add a note in the margin' }).click();
		await page.getByRole('textbox', { name: 'A note beside it' }).fill('You were right to wait.');
		await page.getByRole('button', { name: 'Done' }).click();
		await page.getByText('Label and tags').click();
		await page.getByLabel('A label of your own').fill('the green door');
		await page.getByRole('textbox', { name: 'A new tag' }).fill('patience');
		await page.getByRole('textbox', { name: 'A new tag' }).press('Enter');
		await expect(page.getByRole('checkbox', { name: 'patience' })).toBeChecked();
		await app.journal();
		for (const word of ['green doo', 'patience', 'right to']) {
			await field.fill(word);
			await expect(rows).toHaveCount(1);
			await field.fill('');
			await expect(rows).toHaveCount(2);
		}
		await field.fill('right');
		await expect(rows).toHaveCount(1);
		await rows.getByRole('link').click();
		await expect(page.getByRole('region', { name: 'In the margin' }).locator('mark')).toHaveText(
			'right'
		);
	}
);

test('a hidden or sealed page is not found', { tag: '@whole' }, async ({ opened: app, page }) => {
	const writing = await app.answerIn(4);
	await writing.write('marzipan by the window');
	await (await writing.stop()).choose('hide', 'Hide this page');
	const other = await app.answerIn(5);
	await other.write('marzipan again');
	await (await other.stop()).choose('seal until a day', 'Seal this page');
	await write(app, 6, 'Nothing sweet.');
	await app.open('/journal/');
	const { field, said, rows } = new Seek(page);
	await field.fill('marzipan');
	await expect(said).toHaveText('Nothing found.');
	await expect(rows).toHaveCount(0);
});

test(
	'typing on the list goes to the search, and from there one comes back by keys',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 4, 'The harbour was quiet.');
		await write(app, 5, 'A lighthouse.');
		await app.open('/journal/');
		const { field, rows } = new Seek(page);
		const link = rows.first().getByRole('link');
		await link.focus();
		await page.keyboard.type('Harb');
		await expect(field).toBeFocused();
		await expect(field).toHaveValue('Harb');
		await expect(rows).toHaveCount(1);

		// On the list again, a letter goes on, and a slash begins anew.
		await link.focus();
		await page.keyboard.type('o');
		await expect(field).toHaveValue('Harbo');
		await link.focus();
		await page.keyboard.press('/');
		await expect(field).toBeFocused();
		await page.keyboard.type('light/');
		await expect(field).toHaveValue('light/');
		await field.fill('');
		await field.press('ArrowDown');
		await expect(link).toBeFocused();
		await field.press('Enter');
		await expect(link).toBeFocused();

		// Keys that mean something else stay what they are.
		for (const key of ['Control+b', 'Alt+b', 'Shift+Tab', 'ArrowDown', 'Space', 'F2', 'Escape']) {
			await link.focus();
			await page.keyboard.press(key);
			await expect(field).not.toBeFocused();
		}
		await link.focus();
		await link.dispatchEvent('keydown', { key: 'k', isComposing: true, bubbles: true });
		await link.dispatchEvent('keydown', { key: 'Process', bubbles: true });
		await expect(link).toBeFocused();
		// Letters on a heading or a button are nobody's, and those in a field its own.
		await page.getByRole('switch', { name: 'Show the writing' }).focus();
		await page.keyboard.type('h');
		await expect(field).toHaveValue('');
	}
);
