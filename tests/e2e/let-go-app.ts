import type { Page } from '@playwright/test';
import { expect, type App } from './app';

/* What the tests of letting go have in common. */

export const words = 'Nobody else is to read this line';

/** Writes a page, chooses a light and waits for the offline copy: now there is everything to let go of. */
export async function keepSomething(app: App, origin = ''): Promise<void> {
	const { page } = app;
	await app.open(`${origin}/settings/`);
	await page.getByRole('radio', { name: 'night' }).check();
	await app.open(`${origin}/read/4/`);
	await page.getByRole('link', { name: 'Write', exact: true }).click();
	const writing = await app.writing();
	await writing.write(words);
	await writing.stopHere();
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect.poll(() => page.evaluate(() => !!navigator.serviceWorker.controller)).toBe(true);
}

/** All that a site can keep in a browser, by name. */
export function whatIsKept(page: Page): Promise<Record<string, unknown[]>> {
	return page.evaluate(async () => ({
		databases: (await indexedDB.databases()).map(({ name }) => name),
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
		local: Object.keys(localStorage),
		session: Object.keys(sessionStorage),
		cookies: document.cookie.split(';').filter((one) => one !== '')
	}));
}
export const nothing = {
	databases: [],
	caches: [],
	workers: [],
	local: [],
	session: [],
	cookies: []
};

export const link = (page: Page) =>
	page.getByRole('contentinfo').getByRole('link', { name: 'Let everything go' });
export const button = (page: Page) => page.getByRole('button', { name: 'Let everything go' });

/** Waits until the page says that all of it is gone. */
export async function allGone(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything has been let go.', {
		timeout: 30_000
	});
}

/** The two actions, from wherever one is. */
export async function letGo(page: Page): Promise<void> {
	await link(page).click();
	await button(page).click();
	await allGone(page);
}
