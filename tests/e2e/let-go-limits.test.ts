import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { allGone, keepSomething, whatIsKept, nothing, button, letGo } from './let-go-app';
import { expectNoFault } from './faults';

test.use({ serviceWorkers: 'allow' });

/* Letting go of everything: what it says, and what is there when it cannot. */

test('works offline, to the last step', { tag: '@whole' }, async ({ app, page, context }) => {
	await keepSomething(app);
	await app.open('/let-go/');
	await context.setOffline(true);
	await button(page).click();
	await expect(page.getByRole('alert')).toContainText('Everything has been let go.');
	await expect(page.getByRole('alert')).toBeFocused();
	expect(await whatIsKept(page)).toEqual(nothing);
	await context.setOffline(false);
});

test(
	'where the browser cannot clear its files it says so, and tries again',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await keepSomething(app);
		await app.open('/let-go/');
		await page.evaluate(() => {
			const { write } = FileSystemWritableFileStream.prototype;
			FileSystemWritableFileStream.prototype.write = () =>
				Promise.reject(new DOMException('', 'QuotaExceededError'));
			Object.assign(globalThis, {
				makeRoom: () => (FileSystemWritableFileStream.prototype.write = write)
			});
		});
		await button(page).click();
		const alert = page.getByRole('alert');
		await expect(alert.getByRole('listitem')).toHaveText([/^Old sealed bytes of your pages/]);
		expect(await whatIsKept(page)).toEqual(nothing);
		await page.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom());
		await page.getByRole('button', { name: 'Try again' }).click();
		await allGone(page);
	}
);

test('removes the caches and workers of this app alone', async ({ app, page, context }) => {
	await keepSomething(app);
	// Another project on the same origin, from an address without the app's policy for scripts.
	const other = await context.newPage();
	await other.goto('/robots.txt');
	await other.evaluate(async () => {
		await (await caches.open('another-project')).put('/kept', new Response('kept'));
		await navigator.serviceWorker.register('/service-worker.js', { scope: '/another/' });
	});
	await letGo(page);
	const { caches: names, workers } = await whatIsKept(page);
	expect(names).toContain('another-project');
	expect(names?.filter((name) => String(name).startsWith('own-voice-'))).toHaveLength(0);
	expect(workers).toEqual([new URL('/another/', page.url()).href]);
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

	test(
		'says what is still there, and goes on when that tab is closed',
		{ tag: '@whole' },
		async ({ app, page, context }) => {
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
			await allGone(page);
			expect(await whatIsKept(page)).toEqual(nothing);
		}
	);
});

test(
	'without scripts nothing is removed, and the page says how it can be',
	{ tag: '@whole' },
	async ({ browser, baseURL }) => {
		const context = await browser.newContext({
			javaScriptEnabled: false,
			...(baseURL && { baseURL })
		});
		const page = await context.newPage();
		await page.goto('/let-go/');
		await expect(button(page)).toBeHidden();
		await expect(page.getByText('Scripts are switched off here')).toBeVisible();
		await context.close();
	}
);

test(
	'what is said in the end has no fault that axe can find, on a phone and on a desk',
	{ tag: '@whole' },
	async ({ page }) => {
		await page.goto('/let-go/');
		await button(page).click();
		await allGone(page);
		for (const viewport of [
			{ width: 320, height: 640 },
			{ width: 1440, height: 900 }
		]) {
			await page.setViewportSize(viewport);
			await expectNoFault(page, 'the last page');
		}
	}
);
