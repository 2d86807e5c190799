import type { Locator, Page, Request } from '@playwright/test';
import { expect, test as base } from './app';

/* What the tests of Leave quickly have in common. S1 to S8 are the promises it is held to. */

export const weather = 'https://www.bbc.co.uk/weather';
export const canary = 'marzipan-lighthouse-2207';

/** Everything outside the app answers with a page of a few words; nothing really goes out. */
export const test = base.extend<{ outside: Request[]; leave: Locator; goOn: Locator }>({
	outside: [
		async ({ context, baseURL }, use) => {
			const requests: Request[] = [];
			await context.route(
				({ origin }) => origin !== baseURL,
				async (route) => {
					requests.push(route.request());
					const body = '<title>Elsewhere</title><p>Some rain later</p>';
					await route.fulfill({ contentType: 'text/html', body });
				}
			);
			await use(requests);
		},
		{ auto: true }
	],
	leave: async ({ page }, use) => {
		await use(page.getByRole('link', { name: 'Leave quickly', exact: true }));
	},
	goOn: async ({ page }, use) => {
		await use(page.getByRole('button', { name: 'Go on', exact: true }));
	}
});

/** What a screen reader finds on the page, in order. */
export async function heard(page: Page): Promise<string[]> {
	const lines = (await page.locator('body').ariaSnapshot()).split('\n');
	return lines.map((line) => line.replace(/^\s*- /, ''));
}

/** Nothing can be read, heard or reached but the cover. */
export async function expectCover(page: Page): Promise<void> {
	await expect(page.getByRole('button', { name: 'Go on', exact: true })).toBeVisible();
	expect(await heard(page)).toEqual([
		'main:',
		'alert:',
		'heading "Loading" [level=1]',
		'button "Go on"'
	]);
	const seen = await page.evaluate(() => ({
		title: document.title,
		text: document.body.innerText.split(/\s+/).join(' ').trim(),
		marks: document.head.querySelectorAll('meta[name="theme-color"]').length
	}));
	expect(seen).toEqual({ title: 'Loading', text: 'Loading Go on', marks: 0 });
}

export async function expectNotCovered(page: Page): Promise<void> {
	// The keys were handled before; what they would have covered is painted with the next frame.
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
	await expect(page.locator('.root')).toBeVisible();
	expect(await page.evaluate(() => localStorage.getItem('own-voice:covered'))).toBeNull();
	await expect(page).toHaveTitle('Own Voice');
}

/** What is wrong with how the control stands on the screen right now. */
export async function faults(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const links = [...document.querySelectorAll('a[data-leave]')];
		const [link] = links;
		if (!link || links.length > 1) return [`there are ${links.length}`];
		const { left, top, right, bottom, width, height } = link.getBoundingClientRect();
		const found: string[] = [];
		if (width < 44 || height < 44) found.push(`${width} x ${height}`);
		const points = [
			[(left + right) / 2, (top + bottom) / 2],
			[left + 3, top + 3],
			[right - 3, top + 3],
			[left + 3, bottom - 3],
			[right - 3, bottom - 3]
		] as const;
		for (const [x, y] of points) {
			const hit = document.elementFromPoint(x, y);
			if (hit !== link) found.push(`at ${x},${y}: ${hit?.outerHTML.slice(0, 60) ?? 'off screen'}`);
		}
		return found;
	});
}

export const sizes = [
	{ width: 320, height: 256 },
	{ width: 320, height: 180 },
	{ width: 390, height: 480 },
	{ width: 390, height: 844 },
	{ width: 740, height: 400 },
	{ width: 1440, height: 900 }
];
