import type { Page, Response } from '@playwright/test';
import { expect, type App } from './app';

/* What the tests of letting go have in common. */

export const words = 'Nobody else is to read this line';

/** Writes a page, chooses a light and waits for the offline copy: now there is everything to let go of. */
export async function keepSomething(app: App): Promise<void> {
	const { page } = app;
	await app.open('/settings/');
	await page.getByRole('radio', { name: 'night' }).check();
	const writing = await app.answerIn(4);
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

/** The two actions, from wherever one is. Returns the host's answer for the page that is shown then. */
export async function letGo(page: Page): Promise<Response> {
	await link(page).click();
	const shown = page.waitForResponse(
		(one) => one.url().endsWith('/wipe/') && one.request().isNavigationRequest()
	);
	await button(page).click();
	await expect(page).toHaveURL(/\/wipe\/$/);
	return shown;
}
