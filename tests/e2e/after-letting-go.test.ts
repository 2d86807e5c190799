import type { Page } from '@playwright/test';
import { App, expect, JournalPage, test } from './app';
import { keepSomething, letGo, whatIsKept, words } from './let-go-app';
import { OwnBrowser } from './own-browser';

test.use({ serviceWorkers: 'allow' });

/* Everything was let go and a new journal begun: no way back in the browser harms the new one. */

const anew = 'The first line of a new beginning';

/** Begins again in the same tab, by the link that stands there. */
async function beginAnew(app: App): Promise<void> {
	const { page } = app;
	await page.getByRole('link', { name: 'Go to the start' }).click();
	await app.alive();
	await page.evaluate(() => navigator.serviceWorker.ready);
	await app.open(new URL('/write/', page.url()).href);
	const writing = await app.writing();
	await writing.write(anew);
}

/** The new journal opens with its one page, and with nothing of the one before. */
async function expectIntact(page: Page): Promise<void> {
	await page.goto(new URL('/journal/', page.url()).href);
	const journal = new JournalPage(page);
	await expect(journal.rows).toHaveCount(1);
	await journal.showWriting.check();
	await expect(page.getByText(anew)).toBeVisible();
	await expect(page.getByText(words)).toHaveCount(0);
}

test('back, forward, a reload and a bookmark leave the new journal and its choices alone', async ({
	app,
	page,
	context
}) => {
	test.slow();
	await keepSomething(app);
	await letGo(page);
	await beginAnew(app);
	await app.open('/settings/');
	await page.getByRole('radio', { name: 'night' }).check();
	const before = await page.evaluate(() => Object.entries(localStorage).sort());
	const steps = ['back', 'back', 'back', 'reload', 'back', 'back', 'forward', 'reload', 'forward'];
	const ways = { back: 'goBack', forward: 'goForward', reload: 'reload' } as const;
	for (const step of steps as (keyof typeof ways)[]) {
		await page[ways[step]]();
		await page.waitForLoadState();
	}
	for (const [bookmark, leads] of [
		['/let-go/', '/let-go/'],
		['/wipe/', '/'],
		['/wipe', '/'],
		['/wipe/nothing.png', '/wipe/nothing.png']
	] as const) {
		await page.goto(bookmark, { waitUntil: 'commit' });
		await page.waitForURL((url) => url.pathname === leads);
	}
	await page.goto('/settings/');
	expect(await page.evaluate(() => Object.entries(localStorage).sort())).toEqual(before);
	expect((await whatIsKept(page))['databases']).toContain('own-voice');
	const other = await context.newPage();
	await other.goto('/wipe/', { waitUntil: 'commit' });
	await expect(other).toHaveURL((url) => url.pathname === '/');
	await expectIntact(page);
});

test(
	'whoever goes back right after letting go finds nothing, on a page loaded anew',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await keepSomething(app);
		await app.open('/journal/');
		await letGo(page);
		await page.evaluate(() => Object.assign(globalThis, { before: true }));
		await page.goBack();
		await page.waitForFunction(() => !('before' in globalThis));
		await app.open('/journal/');
		await expect(page.getByText('Nothing here yet.')).toBeVisible();
	}
);

test(
	'an older build’s page that still asks for the old address removes nothing by it',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await keepSomething(app);
		const before = await whatIsKept(page);
		// What it did to see whether the browser clears, and where it went then.
		const kept = await page.evaluate(async () => {
			await caches.open('own-voice-probe');
			await fetch('/wipe/', { method: 'HEAD', cache: 'no-store' });
			const still = await caches.has('own-voice-probe');
			await caches.delete('own-voice-probe');
			return still;
		});
		expect(kept).toBe(true);
		await page.evaluate(() => location.replace('/wipe/'));
		await expect(page).toHaveURL((url) => url.pathname === '/');
		const after = await whatIsKept(page);
		expect({ ...after, session: [] }).toEqual({ ...before, session: [] });
	}
);

test('a session that the browser restores leaves the new journal alone', async ({ baseURL }) => {
	test.setTimeout(240_000);
	const origin = baseURL ?? '';
	const browser = await OwnBrowser.withNewProfile();
	try {
		const context = await browser.start();
		const page = await context.newPage();
		await keepSomething(new App(page), origin);
		await letGo(page);
		const later = await context.newPage();
		await later.goto(`${origin}/write/`);
		const writing = await new App(later).writing();
		await writing.write(anew);
		await browser.close();

		const again = await browser.start('--restore-last-session');
		await expect
			.poll(() => again.pages().map((one) => new URL(one.url()).pathname))
			.toContain('/let-go/');
		const restored = again.pages().find((one) => one.url().endsWith('/let-go/'));
		if (!restored) throw new Error('the tab was not restored');
		await expect(restored.getByRole('heading', { level: 1 })).toHaveText('Let everything go?');
		const mine = await again.newPage();
		await mine.goto(`${origin}/journal/`);
		await expectIntact(mine);
	} finally {
		await browser.remove();
	}
});
