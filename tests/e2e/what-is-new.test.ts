import { expect, test } from './app';

/** A newer version says so once, quietly, and only to those who had a journal in the one before. */

test(
	'whoever only reads is told nothing, and keeps nothing',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/read/4/');
		await app.open('/about/changes/');
		await expect(page.getByRole('heading', { name: /^\d+\.\d+\.\d+, / }).first()).toBeVisible();
		expect(await page.evaluate(() => localStorage.getItem('own-voice:version'))).toBeNull();
	}
);

test(
	'a journal that was open in another version is told once',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const writing = await app.justWrite();
		await writing.write('Something');
		await (await writing.stop()).keep();
		await app.open('/journal/');
		await page.locator('.row').waitFor();
		const news = page.getByRole('contentinfo').getByText('This app has changed.');
		await expect(news).toHaveCount(0);
		await page.evaluate(() => localStorage.setItem('own-voice:version', '0.0.1'));
		await app.open('/journal/');
		await expect(news).toBeVisible();
		await page.getByRole('link', { name: 'What changed' }).click();
		await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible();
		await expect(news).toHaveCount(0);
		await app.open('/journal/');
		await page.locator('.row').waitFor();
		await expect(news).toHaveCount(0);
	}
);

test(
	'the browser’s own hint to install is held back, and lies under Settings',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/settings/');
		await expect(page.getByText('Many browsers can install it')).toBeVisible();
		const heldBack = await page.evaluate(() => {
			const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
				prompt: () => {
					document.documentElement.dataset['asked'] = 'yes';
					return Promise.resolve({ outcome: 'accepted' });
				}
			});
			return !dispatchEvent(offer);
		});
		expect(heldBack).toBe(true);
		await page.getByRole('button', { name: 'Let the browser install it' }).click();
		await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
		await expect(page.getByText('Many browsers can install it')).toBeVisible();
	}
);
