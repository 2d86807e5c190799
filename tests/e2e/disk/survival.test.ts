import { App, expect, test } from '../app';
import { limitOf } from '../limits';
import { OwnBrowser } from '../own-browser';

/* What is left when the browser dies. */

test('an answer survives the killing of the browser, and both of its days are seen', async ({
	baseURL
}) => {
	test.setTimeout(limitOf({ browsers: 2, loads: 6, steps: 15 }));
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
