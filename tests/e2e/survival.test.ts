import { App, expect, test } from './app';
import { OwnBrowser } from './own-browser';

/* What is left when the browser dies, or the network does. */

test('an answer survives the killing of the browser, and both of its days are seen', async ({
	baseURL
}) => {
	const browser = await OwnBrowser.withNewProfile();
	try {
		const context = await browser.start();
		const page = await context.newPage();
		const first = new App(page);
		await page.clock.setSystemTime('2026-03-02T22:30:00Z');
		await page.goto(`${baseURL}/read/4/`);
		await first.alive();
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		const writing = await first.writing();
		const asked = await writing.question.innerText();
		await writing.write('Every word of this');
		await browser.kill();

		const later = await (await browser.start()).newPage();
		const app = new App(later);
		await later.clock.setSystemTime('2026-03-09T08:15:00Z');
		await later.goto(`${baseURL}/journal/`);
		await app.alive();
		await expect(later.locator('.row')).toContainText(asked);
		await later.locator('.row').getByRole('link').click();
		await expect(later.locator('[data-entry-text]')).toHaveText('Every word of this');
		await later.getByRole('link', { name: 'Go on writing' }).click();
		await (await app.writing()).write(', and a week later this');
		const entry = await (await app.writing()).stopHere();
		await expect(entry.text).toHaveText('Every word of this, and a week later this');
		await expect(entry.when).toContainText(/Monday,? (2 March|March 2),? 2026/);
		await expect(entry.when).toContainText(/Monday,? (9 March|March 9),? 2026/);
	} finally {
		await browser.remove();
	}
});

test('the whole journey works offline after one visit', async ({ app, page, context }) => {
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

test('two tabs on one entry lose neither text', async ({ app, page, context }) => {
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
	await expect(page.locator('.found')).toHaveText([/The beginning, from/, /The beginning, from/]);
	const texts = (await page.locator('.found').allInnerTexts()).sort();
	expect(texts).toEqual(['The beginning, from one tab', 'The beginning, from the other, and on']);
});

test('a tab that only reads along follows the one that writes', async ({ app, page, context }) => {
	const one = await app.justWrite();
	await one.write('a');
	const other = new App(await context.newPage());
	await other.open('/journal/');
	await other.page.locator('.row').getByRole('link').click();
	await one.write(' and b');
	await expect(other.page.locator('[data-entry-text]')).toHaveText('a and b');
	expect(page.url()).toContain('/write/');
});
