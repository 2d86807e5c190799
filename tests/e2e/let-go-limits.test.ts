import type { Page } from '@playwright/test';
import { App, expect, test } from './app';
import { someSealedBytes } from './database';
import { backends, filesHolding } from './disk';
import { words, keepSomething, whatIsKept, nothing, button, letGo } from './let-go-app';
import { expectNoFault } from './faults';
import { OwnBrowser } from './own-browser';

/* Letting go of everything: what it says, and what is there when it cannot. */

test('works offline, and says which step is missing', async ({ app, page, context }) => {
	await keepSomething(app);
	await app.open('/let-go/');
	await context.setOffline(true);
	await button(page).click();
	await expect(page.getByRole('alert')).toContainText('Everything has been let go.');
	await expect(page.getByRole('alert')).toContainText('One step is left');
	await expect(page.getByRole('alert')).toBeFocused();
	expect(await whatIsKept(page)).toEqual(nothing);
	await expectNoFault(page, 'offline');
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
	await expect(page.getByRole('alert')).toContainText('One step is left');
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
		await expectNoFault(page, 'not everything gone');
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
		await expectNoFault(page, 'the last page');
	}
});
