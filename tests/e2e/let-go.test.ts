import AxeBuilder from '@axe-core/playwright';
import type { Page, Response } from '@playwright/test';
import { App, expect, pages, test } from './app';
import { breakWrites, someSealedBytes } from './database';
import { backends, filesHolding } from './disk';
import { OwnBrowser } from './own-browser';

/* Letting go of everything: what it removes, what it says, and what is there when it cannot. */

const words = 'Nobody else is to read this line';

/** Writes a page, chooses a light and waits for the offline copy: now there is everything to let go of. */
async function keepSomething(app: App): Promise<void> {
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
function whatIsKept(page: Page): Promise<Record<string, unknown[]>> {
	return page.evaluate(async () => ({
		databases: (await indexedDB.databases()).map(({ name }) => name),
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
		local: Object.keys(localStorage),
		session: Object.keys(sessionStorage),
		cookies: document.cookie.split(';').filter((one) => one !== '')
	}));
}
const nothing = { databases: [], caches: [], workers: [], local: [], session: [], cookies: [] };

const link = (page: Page) =>
	page.getByRole('contentinfo').getByRole('link', { name: 'Let everything go' });
const button = (page: Page) => page.getByRole('button', { name: 'Let everything go' });

/** The two actions, from wherever one is. Returns the host's answer for the page that is shown then. */
async function letGo(page: Page): Promise<Response> {
	await link(page).click();
	const shown = page.waitForResponse(
		(one) => one.url().endsWith('/wipe/') && one.request().isNavigationRequest()
	);
	await button(page).click();
	await expect(page).toHaveURL(/\/wipe\/$/);
	return shown;
}

test('every page leads to it, and the writing page through Help', async ({ app, page }) => {
	for (const address of [...pages, '/nowhere/']) {
		if (address === '/let-go/') {
			await page.goto(address);
			await expect(link(page)).toHaveCount(0);
			continue;
		}
		await page.goto(address);
		if (address === '/write/') {
			await app.writing();
			await page.getByRole('link', { name: 'Help' }).click();
			await expect(page).toHaveURL(/\/help\/$/);
		}
		await link(page).click();
		await expect(page).toHaveURL(/\/let-go\/$/);
		await expect(button(page)).toBeVisible();
	}
	await page.goto('/settings/');
	await page.getByRole('main').getByRole('link', { name: 'Let everything go' }).click();
	await expect(button(page)).toBeVisible();
});

test('removes everything in two actions, and the app begins as on the first day', async ({
	app,
	page
}) => {
	await keepSomething(app);
	const before = await whatIsKept(page);
	for (const place of ['databases', 'caches', 'workers', 'local', 'session']) {
		expect([place, before[place]]).not.toEqual([place, []]);
	}
	const answer = await letGo(page);
	expect(await answer.headerValue('clear-site-data')).toBe('"cache", "storage"');
	expect(answer.fromServiceWorker()).toBe(false);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything was let go.');
	expect(await whatIsKept(page)).toEqual(nothing);
	expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();

	await page.getByRole('link', { name: 'Go to the start' }).click();
	await app.alive();
	await expect(page.getByRole('link', { name: 'Begin with the first part' })).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
	await app.journal();
	await expect(page.getByText('Nothing here yet.')).toBeVisible();
	// No way back: the history leads to no text either.
	await page.goBack();
	await page.goBack();
	await page.goBack();
	await app.alive();
	await expect(page.getByText(words)).toHaveCount(0);
	const writing = await app.justWrite();
	await writing.write('A new beginning');
	await app.open('/journal/');
	await expect(page.locator('.row')).toHaveCount(1);
});

test('keeping everything keeps everything', async ({ app, page }) => {
	await keepSomething(app);
	await link(page).click();
	const choices = page.locator('.acts.with-scripts > *');
	await expect(choices).toHaveText(['Let everything go', 'Keep everything']);
	const sizes = await choices.evaluateAll((all) =>
		all.map((one) => [one.getBoundingClientRect().height, getComputedStyle(one).fontWeight])
	);
	expect(sizes[0]).toEqual(sizes[1]);
	await page.getByRole('link', { name: 'Keep everything' }).click();
	await app.journal();
	await expect(page.locator('.row')).toHaveCount(1);
});

test('other tabs show no text, can save nothing, and say why', async ({ app, page, context }) => {
	await keepSomething(app);
	const reading = new App(await context.newPage());
	await reading.open('/journal/');
	await reading.page.getByRole('switch', { name: 'Show the writing' }).check();
	await expect(reading.page.getByText(words)).toBeVisible();
	const writer = new App(await context.newPage());
	const writing = await writer.justWrite();
	await writing.write('Kept in another tab');
	await writing.type(', and this is not saved yet');

	await letGo(page);
	for (const other of [reading.page, writer.page]) {
		await expect(other.getByRole('alert')).toContainText('Everything was let go in another tab.');
		await expect(other.getByRole('textbox')).toHaveCount(0);
		expect(await other.content()).not.toMatch(/Nobody else|another tab, and|Kept in another/);
	}
	await writer.page.evaluate(() => {
		dispatchEvent(new Event('pagehide'));
		dispatchEvent(new Event('pageshow'));
	});
	expect(await whatIsKept(page)).toEqual(nothing);
	expect(await whatIsKept(writer.page)).toEqual(nothing);

	await writer.page.getByRole('link', { name: 'Go to the start' }).click();
	await writer.alive();
	await writer.journal();
	await expect(writer.page.getByText('Nothing here yet.')).toBeVisible();
});

test('words that could not be saved hold nothing up', async ({ app, page }) => {
	const asked: string[] = [];
	page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void dialog.accept();
	});
	const writing = await app.justWrite();
	await writing.write('Kept');
	await breakWrites(page);
	await writing.type(', and not kept');
	await expect(writing.kept).toContainText('Not saved');
	await page.getByRole('link', { name: 'Help' }).click();
	await letGo(page);
	expect(asked).toEqual([]);
	expect(await whatIsKept(page)).toEqual(nothing);
});

test('a tab that was not told saves nothing either, and says why', async ({
	app,
	page,
	context
}) => {
	await keepSomething(app);
	const deaf = await context.newPage();
	await deaf.addInitScript(() => {
		Reflect.deleteProperty(globalThis, 'BroadcastChannel');
	});
	const writing = await new App(deaf).justWrite();
	await writing.write('Kept');
	await letGo(page);
	await writing.type(', and too late');
	await expect(writing.heard).toContainText('no longer in this browser');
	await expect(writing.box).toHaveValue('Kept, and too late');
	expect((await whatIsKept(page))['databases']).toEqual([]);
});

test('works offline, and says which step is missing', async ({ app, page, context }) => {
	await keepSomething(app);
	await app.open('/let-go/');
	await context.setOffline(true);
	await button(page).click();
	await expect(page.getByRole('alert')).toContainText('Everything was let go.');
	await expect(page.getByRole('alert')).toContainText('One step is missing.');
	await expect(page.getByRole('alert')).toBeFocused();
	expect(await whatIsKept(page)).toEqual(nothing);
	await checkWithAxe(page);
	await context.setOffline(false);
	const answer = page.waitForResponse((one) => one.url().endsWith('/wipe/'));
	await page.getByRole('link', { name: 'Clear the browser’s files' }).click();
	expect(await (await answer).headerValue('clear-site-data')).toContain('"storage"');
	await expect(page).toHaveURL(/\/wipe\/$/);
	await page.waitForLoadState();
	expect(await whatIsKept(page)).toEqual(nothing);
});

test('claims no clearing by the browser where the host does not ask for it', async ({
	app,
	page
}) => {
	await keepSomething(app);
	await app.open('/let-go/');
	await page.route('**/wipe/', (route) => route.fulfill({ status: 200, body: '' }));
	await button(page).click();
	await expect(page.getByRole('alert')).toContainText('One step is missing.');
	expect(await whatIsKept(page)).toEqual(nothing);
});

test.describe('with a tab that holds the database and does not answer', () => {
	async function holdDatabase(page: Page): Promise<void> {
		// An address without a script of ours.
		await page.goto('/robots.txt');
		await page.evaluate(
			() =>
				new Promise<void>((resolve) => {
					indexedDB.open('own-voice').onsuccess = (event) => {
						Object.assign(globalThis, { held: event });
						resolve();
					};
				})
		);
	}

	test('says what is still there, and goes on when that tab is closed', async ({
		app,
		page,
		context
	}) => {
		await keepSomething(app);
		const hanging = await context.newPage();
		await holdDatabase(hanging);
		await app.open('/let-go/');
		await button(page).click();
		const alert = page.getByRole('alert');
		await expect(alert).toContainText('Not everything is gone.', { timeout: 15_000 });
		await expect(alert.getByRole('listitem')).toHaveText([/^The sealed pages\./]);
		await expect(page).toHaveURL(/\/let-go\/$/);
		const { databases, ...rest } = await whatIsKept(page);
		expect(databases).toEqual(['own-voice']);
		expect(rest).toEqual({ caches: [], workers: [], local: [], session: [], cookies: [] });
		await checkWithAxe(page);
		await hanging.close();
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page).toHaveURL(/\/wipe\/$/);
		expect(await whatIsKept(page)).toEqual(nothing);
	});

	test('the browser itself can still clear it', async ({ app, page, context }) => {
		await keepSomething(app);
		await holdDatabase(await context.newPage());
		await app.open('/let-go/');
		await button(page).click();
		await page.getByRole('link', { name: 'Ask the browser' }).click({ timeout: 15_000 });
		await expect(page).toHaveURL(/\/wipe\/$/);
		expect(await whatIsKept(page)).toEqual(nothing);
	});
});

test('without scripts the browser is asked at once', async ({ browser, baseURL }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		...(baseURL && { baseURL })
	});
	const page = await context.newPage();
	await page.goto('/let-go/');
	await expect(button(page)).toBeHidden();
	const answer = page.waitForResponse((one) => one.url().endsWith('/wipe/'));
	await page.getByRole('main').getByRole('link', { name: 'Let everything go' }).click();
	expect(await (await answer).headerValue('clear-site-data')).toContain('"storage"');
	await context.close();
});

test('the page that clears is never answered from the offline copy', async ({
	app,
	page,
	context
}) => {
	await keepSomething(app);
	const held = await page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		const requests = await (await caches.open(name)).keys();
		return requests.map(({ url }) => new URL(url).pathname);
	});
	expect(held).toContain('/let-go/');
	expect(held.filter((path) => path.startsWith('/wipe'))).toEqual([]);
	await context.setOffline(true);
	await expect(page.goto('/wipe/')).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
	await expect(page.goto('/wipe')).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
	await context.setOffline(false);
	const answer = await page.goto('/wipe/');
	expect(answer?.fromServiceWorker()).toBe(false);
});

test('nothing that was sealed is left in the browser’s files', async ({ baseURL }) => {
	test.slow();
	for (const backend of backends) {
		const browser = await OwnBrowser.withNewProfile();
		try {
			const page = await (await browser.start(...backend)).newPage();
			const app = new App(page);
			await page.goto(`${baseURL}/write/`);
			const writing = await app.writing();
			await writing.write(words);
			await writing.type(', written over once');
			await writing.saved();
			const sealed = await someSealedBytes(page);
			expect(sealed.length).toBeGreaterThan(3);
			await browser.close();
			for (const bytes of sealed) {
				expect(await filesHolding(browser.profile, [bytes])).not.toEqual([]);
			}

			const again = await (await browser.start(...backend)).newPage();
			await again.goto(`${baseURL}/journal/`);
			await expect(again.locator('.row')).toHaveCount(1);
			await letGo(again);
			await browser.close();
			expect(await filesHolding(browser.profile, sealed)).toEqual([]);
		} finally {
			await browser.remove();
		}
	}
});

test('the last page has no fault that axe can find, on a phone and on a desk', async ({ page }) => {
	for (const viewport of [
		{ width: 320, height: 640 },
		{ width: 1440, height: 900 }
	]) {
		await page.setViewportSize(viewport);
		await page.goto('/wipe/');
		await checkWithAxe(page);
	}
});

async function checkWithAxe(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over).toBe(0);
}
