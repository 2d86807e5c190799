import type { Page } from '@playwright/test';
import { App, expect, pages, test } from './app';
import { askQuietly, openWindow, serveApp, serveForeign, speculate } from './foreign-site';
import { keepSomething, whatIsKept, words } from './let-go-app';

test.use({ serviceWorkers: 'allow' });

/*
 * No address, asked for from anywhere in any way, changes what is stored. The other website stands under another port
 * (another origin) and under another name (another site, too).
 */

/** `/wipe/` emptied the browser in older builds; nothing stands below it, nor at the last of these. */
const addresses = [
	...pages,
	'/wipe/',
	'/wipe',
	'/wipe/nothing.png',
	'/let-go/nothing/',
	'/nowhere/'
];
/** Those that are gone to in a window of their own, which takes longer. */
const shown = ['/wipe/', '/wipe/nothing.png', '/let-go/'];
/**
 * What the quiet ways ask for: method and destination, as the browser names it. A frame and an object are asked for as
 * well; whether the host or the app's own worker answers them is the browser's choice.
 */
const quietWays = ['image', 'script', 'style', 'font', 'empty', 'video'].map((one) => `GET ${one}`);
quietWays.push('POST empty', 'POST iframe');
/** All that the app keeps, by name and, of the choices, by value. */
async function everythingKept(page: Page): Promise<unknown> {
	const local = await page.evaluate(() => Object.entries(localStorage).sort());
	const { databases, caches, workers } = await whatIsKept(page);
	return { local, databases, caches, workers };
}

for (const [where, host, asked] of [
	['another port', 'localhost', addresses],
	['another name', '127.0.0.1', [...shown, '/', '/write/', '/copies/deep-clean/', '/nowhere/']]
] as const) {
	test(`another website, under ${where}, asks for addresses in sixteen ways and changes nothing`, async ({
		page,
		context
	}) => {
		test.setTimeout(60_000 + asked.length * 4_000);
		const [app, foreign] = await Promise.all([serveApp(), serveForeign()]);
		try {
			const here = `http://localhost:${app.port}`;
			await page.goto(`${here}/`);
			await keepSomething(new App(page), here);
			await page.goto(`${here}/settings/`);
			const before = await everythingKept(page);

			const other = await context.newPage();
			const there = `http://${host}:${foreign.port}`;
			await other.goto(there);
			const targets = asked.map((address) => `${here}${address}`);
			app.asked.clear();
			await other.evaluate(askQuietly, targets);
			for (const address of asked) {
				for (const way of quietWays) {
					const arrived = [...app.asked].some((one) => one.startsWith(`${way} ${address}?`));
					expect([way, address, arrived]).toEqual([way, address, true]);
				}
			}
			for (const address of shown.map((one) => `${here}${one}`)) {
				await other.evaluate(openWindow, address);
				for (const way of ['to', 'refresh']) {
					await other.evaluate(openWindow, `${there}/${way}?${encodeURIComponent(address)}`);
				}
				// The app cuts off who opened it, so the other website could not close them.
				const mine = [page, other];
				for (const one of context.pages()) if (!mine.includes(one)) await one.close();
			}

			// Last: Playwright cannot follow a window that was drawn beforehand.
			await other.evaluate(
				speculate,
				shown.map((address) => `${here}${address}`)
			);
			await expect
				.poll(() => [...app.asked].filter((one) => one.includes('prefetch')).join('\n'))
				.toContain('/wipe/');

			// The pages that were shown may just be beginning a new log, in a database that is there for a moment.
			await expect.poll(() => everythingKept(page)).toEqual(before);
			await page.goto(`${here}/journal/`);
			await page.getByRole('switch', { name: 'Show the writing' }).check();
			await expect(page.getByText(words)).toBeVisible();
			await expect.poll(() => everythingKept(page)).toEqual(before);
		} finally {
			await Promise.all([app.close(), foreign.close()]);
		}
	});
}

test('no answer of the host has the browser clear anything, whatever asks for it', async ({
	request
}) => {
	for (const address of addresses) {
		for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
			const answer = await request.fetch(address, { method, maxRedirects: 0 });
			expect([method, address, answer.headers()['clear-site-data']]).toEqual([
				method,
				address,
				undefined
			]);
		}
	}
});
