import type { Page } from '@playwright/test';
import { expect, test } from './app';

/*
 * The app at an address that it shares: below a path, as a build with such a base is. The build of the tests has none,
 * so its pages are changed on their way as that build would have them.
 */

async function below(page: Page, base: string): Promise<void> {
	await page.route(`**${base}/**`, async (route) => {
		const url = new URL(route.request().url());
		url.pathname = url.pathname.slice(base.length);
		const response = await route.fetch({ url: url.href });
		const type = response.headers()['content-type'] ?? '';
		if (!type.includes('html')) return route.fulfill({ response });
		const html = (await response.text())
			.replace('base: ""', `base: ${JSON.stringify(base)}`)
			.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '');
		await route.fulfill({ response, body: html });
	});
}

test('below a path the app says before the first word that others share its address', async ({
	page
}) => {
	await below(page, '/project');
	await page.goto('/project/write/');
	await expect(page.getByRole('heading', { name: 'Could someone else' })).toBeVisible();
	const warning = page.getByRole('note').filter({ hasText: 'not a safe place to write' });
	await expect(warning).toContainText(new URL(page.url()).host);
	await expect(warning).toContainText('an address to itself');
});

test(
	'at the root of its address the app says nothing of others',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/write/');
		await expect(page.getByRole('heading', { name: 'Could someone else' })).toBeVisible();
		await expect(page.getByText('not a safe place to write')).toHaveCount(0);
	}
);
