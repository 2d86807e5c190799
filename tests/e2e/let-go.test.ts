import { App, expect, pages, test } from './app';
import { breakWrites } from './database';
import { words, keepSomething, whatIsKept, nothing, link, button, letGo } from './let-go-app';

test.use({ serviceWorkers: 'allow' });

/* Letting go of everything: what it removes, and what the other tabs do. */

test(
	'every page leads to it, and the writing page through Help',
	{ tag: '@whole' },
	async ({ app, page }) => {
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
	}
);

test('removes everything in two actions, and the app begins as on the first day', async ({
	app,
	page
}) => {
	await keepSomething(app);
	const before = await whatIsKept(page);
	for (const place of ['databases', 'caches', 'workers', 'local', 'session']) {
		expect([place, before[place]]).not.toEqual([place, []]);
	}
	await letGo(page);
	expect(await whatIsKept(page)).toEqual(nothing);

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

test('keeping everything keeps everything', { tag: '@whole' }, async ({ app, page }) => {
	await keepSomething(app);
	await link(page).click();
	const choices = page.locator('.actions.with-scripts > *');
	await expect(choices).toHaveText(['Let everything go', 'Keep everything']);
	const sizes = await choices.evaluateAll((all) =>
		all.map((one) => [one.getBoundingClientRect().height, getComputedStyle(one).fontWeight])
	);
	expect(sizes[0]).toEqual(sizes[1]);
	await page.getByRole('link', { name: 'Keep everything' }).click();
	await app.journal();
	await expect(page.locator('.row')).toHaveCount(1);
});

test(
	'other tabs show no text, can save nothing, and say why',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
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
	}
);

test('words that could not be saved hold nothing up', { tag: '@whole' }, async ({ app, page }) => {
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

test(
	'a tab that was not told saves nothing either, and says why',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
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
	}
);
