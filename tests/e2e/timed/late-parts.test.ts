import { expect, test } from '../app';
import { passphrase } from '../seeded';

/* Parts of the app that are fetched when they are wanted, and do not arrive. */

// What the app keeps for being offline would bring them all the same.
test.use({ serviceWorkers: 'block' });
/** The files of the app but for what runs in a worker. */
const parts = '**/_app/immutable/{chunks,nodes,assets}/**';

test(
	'what does not arrive says so, and comes when it is asked for again',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/');
		await page.route(parts, (route) => route.abort());
		await page.keyboard.press('?');
		const slip = page.getByRole('alert');
		await expect(slip).toContainText('A part of this page did not arrive.');
		await page.unroute(parts);
		await slip.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await expect(slip).toHaveCount(0);
	}
);

test(
	'an open journal closes by itself though nothing more can be fetched',
	{ tag: '@whole' },
	async ({ app, page, closed }) => {
		const writing = await closed.openAndWrite();
		await writing.write('Words of one evening.');
		await app.open('/journal/');
		await closed.title.waitFor();
		await page.route(parts, (route) => route.abort());
		await closed.open();
		await page.locator('.row').waitFor();
		await page.unroute(parts);
		await page.clock.setFixedTime(Date.now() + 3_600_000);
		await expect(closed.title).toBeVisible();
	}
);

test(
	'a list of words that does not arrive is asked for again',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/write/');
		await page.getByRole('button', { name: /^Yes/ }).waitFor();
		await page.route(parts, (route) => route.abort());
		await page.getByRole('button', { name: /^Yes/ }).click();
		const slip = page.getByRole('alert');
		await expect(slip).toContainText('The list of words that this needs did not arrive.');
		await expect(page.getByRole('button', { name: 'Use these' })).toBeDisabled();
		await page.getByRole('button', { name: 'Choose my own' }).click();
		await expect(slip).toHaveCount(0);
		await page.getByLabel('Your passphrase').fill(passphrase);
		await page.getByLabel('The same once more').fill(passphrase);
		await page.getByRole('button', { name: 'Use this' }).click();
		await expect(slip).toBeVisible();
		await page.unroute(parts);
		await page.getByRole('button', { name: 'Five words instead' }).click();
		await expect(page.getByRole('button', { name: 'Use these' })).toBeEnabled();
		await expect(slip).toHaveCount(0);
	}
);

test(
	'a code that the browser does not let one copy is selected',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
		});
		await app.open('/write/');
		await page.getByRole('button', { name: /^Yes/ }).click();
		await page.getByRole('button', { name: 'Use these' }).click();
		const groups = page.locator('.groups li');
		await groups.first().waitFor();
		const code = (await groups.allInnerTexts()).join('');
		await page.getByRole('button', { name: 'Copy', exact: true }).click();
		await page.getByRole('button', { name: 'Copy it all the same' }).click();
		await expect(page.getByText('This browser did not allow that.')).toBeVisible();
		const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
		expect(selected.replaceAll(/\s/g, '')).toBe(code);
	}
);
