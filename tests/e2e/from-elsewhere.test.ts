import type { Page } from '@playwright/test';
import { App, expect, pages, test } from './app';
import {
	askQuietly,
	leaveFor,
	openWindow,
	serveApp,
	serveForeign,
	speculate
} from './foreign-site';
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
/** Those that the other website leads to in its own window, which takes longer, and where the app leads on to. */
const shown = [
	['/wipe/', '/'],
	['/wipe/nothing.png', '/wipe/nothing.png'],
	['/let-go/', '/let-go/']
] as const;
/**
 * What the quiet ways ask for: method and destination, as the browser names it. A frame and an object are asked for as
 * well; whether the host or the app's own worker answers them is the browser's choice.
 */
const quietWays = ['image', 'script', 'style', 'font', 'empty', 'video'].map((one) => `GET ${one}`);
quietWays.push('POST empty', 'POST iframe');
/**
 * All that the app keeps, by name and, of the choices, by value. The empty database of a new log comes and goes; a window
 * that is closed in between leaves it to the next start.
 */
async function everythingKept(page: Page): Promise<unknown> {
	const local = await page.evaluate(() => Object.entries(localStorage).sort());
	const { databases, caches, workers } = await whatIsKept(page);
	const lasting = databases?.filter((name) => name !== 'own-voice-log');
	return { local, databases: lasting, caches, workers };
}

for (const [where, host, asked] of [
	['another port', 'localhost', addresses],
	[
		'another name',
		'127.0.0.1',
		[...shown.map(([address]) => address), '/', '/write/', '/copies/deep-clean/', '/nowhere/']
	]
] as const) {
	// Every address takes long; the gate has those that matter, from the other name.
	const details = host === 'localhost' ? { tag: '@whole' } : {};
	const title = `another website, under ${where}, asks for addresses in sixteen ways and changes nothing`;
	test(title, details, async ({ page, context }) => {
		test.setTimeout(60_000 + asked.length * 4_000);
		const [app, foreign] = await Promise.all([serveApp(), serveForeign()]);
		try {
			const here = `http://localhost:${app.port}`;
			await page.goto(`${here}/`);
			await keepSomething(new App(page), here);
			await page.goto(`${here}/settings/`);
			const before = await everythingKept(page);

			const there = `http://${host}:${foreign.port}`;
			const other = await context.newPage();
			for (const [address, end] of shown) {
				for (const way of ['to', 'refresh']) {
					await other.goto(there);
					const leading = `${there}/${way}?${encodeURIComponent(`${here}${address}`)}`;
					await other.evaluate(leaveFor, leading);
					await other.waitForURL(`${here}${end}`);
					await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
				}
			}
			await other.goto(there);
			for (const [address] of shown) await other.evaluate(openWindow, `${here}${address}?window`);
			// The others are answered by the app's own worker, which the host does not see.
			await expect.poll(() => [...app.asked].join('\n')).toContain('/wipe/nothing.png?window');
			const targets = asked.map((address) => `${here}${address}`);
			app.asked.clear();
			await other.evaluate(askQuietly, targets);
			for (const address of asked) {
				for (const way of quietWays) {
					const arrived = [...app.asked].some((one) => one.startsWith(`${way} ${address}?`));
					expect([way, address, arrived]).toEqual([way, address, true]);
				}
			}
			// Last: Playwright cannot follow a window that was drawn beforehand.
			await other.evaluate(
				speculate,
				shown.map(([address]) => `${here}${address}`)
			);
			await expect
				.poll(() => [...app.asked].filter((one) => one.includes('prefetch')).join('\n'))
				.toContain('/wipe/');

			expect(await everythingKept(page)).toEqual(before);
			await page.goto(`${here}/journal/`);
			await page.getByRole('switch', { name: 'Show the writing' }).check();
			await expect(page.getByText(words)).toBeVisible();
			expect(await everythingKept(page)).toEqual(before);
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
