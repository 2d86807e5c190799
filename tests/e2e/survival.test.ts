import { App, expect, test } from './app';

test.use({ serviceWorkers: 'allow' });

/* What is left when the network is gone, and when two tabs are open. */

test('the whole journey works offline after one visit', async ({ opened: app, page, context }) => {
	await app.open('/');
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller) {
			await new Promise((resolve) => {
				navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
			});
		}
	});
	await context.setOffline(true);
	const writing = await app.answerIn(4);
	await writing.write('Written with the network gone');
	await writing.stopHere();
	await app.open('/journal/');
	await expect(page.locator('.row')).toHaveCount(1);
	await page.reload();
	await page.locator('.row').getByRole('link').click();
	await expect(page.locator('[data-entry-text]')).toHaveText('Written with the network gone');
	for (const address of ['/help/', '/about/', '/settings/', '/read/9/']) {
		await app.open(address);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await page.goto('/read/77/');
	await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test(
	'two tabs on one entry lose neither text',
	{ tag: '@whole' },
	async ({ opened: app, page, context }) => {
		const one = await app.justWrite();
		await one.write('The beginning');
		const entry = await one.stopHere();
		const other = new App(await context.newPage());
		await other.open('/journal/');
		await other.page.locator('.row').getByRole('link').click();
		await other.page.getByRole('link', { name: 'Go on writing' }).click();
		const two = await other.writing();
		await entry.goOnWriting();
		await page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
		await one.write(', from one tab');
		await two.write(', from the other');
		await expect(two.kept).toHaveText('Changed in another tab. Both are kept.');
		await two.write(', and on');
		await app.open('/journal/');
		await page.getByRole('switch', { name: 'Show the writing' }).check();
		await expect(page.locator('.row-text')).toHaveText([
			/The beginning, from/,
			/The beginning, from/
		]);
		const texts = (await page.locator('.row-text').allInnerTexts()).sort();
		expect(texts).toEqual(['The beginning, from one tab', 'The beginning, from the other, and on']);
	}
);

test(
	'a tab that only reads along follows the one that writes',
	{ tag: '@whole' },
	async ({ opened: app, page, context }) => {
		const one = await app.justWrite();
		await one.write('a');
		const other = new App(await context.newPage());
		await other.open('/journal/');
		await other.page.locator('.row').getByRole('link').click();
		await one.write(' and b');
		await expect(other.page.locator('[data-entry-text]')).toHaveText('a and b');
		expect(page.url()).toContain('/write/');
	}
);
