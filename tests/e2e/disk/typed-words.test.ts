import { App, expect, test } from '../app';
import { backends, filesHoldingText } from '../disk';
import { limitOf } from '../limits';
import { OwnBrowser } from '../own-browser';

const canary = 'marzipan-lighthouse-7731';

test('no word that was typed is on the disk in clear', async ({ baseURL }) => {
	test.setTimeout(limitOf({ browsers: 4, loads: 16, steps: 40 }));
	for (const backend of backends) {
		const browser = await OwnBrowser.withNewProfile();
		try {
			const page = await (await browser.start(...backend)).newPage();
			const app = new App(page);
			const address = (path: string): string => `${baseURL}${path}`;
			await page.goto(address('/write/'));
			await (await app.writing()).write(`${canary} one`);
			await page.reload();
			await (await app.writing()).write(`, ${canary} two`);
			await (await app.writing()).stopHere();
			await app.journal();
			await page.getByRole('switch', { name: 'Show the writing' }).check();
			await expect(page.locator('.row-text')).toContainText('two');
			await page.goto(address('/help/'));
			await page.goBack();
			await page.goto(address('/write/'));
			await (await app.writing()).write(`${canary} three, left open`);
			await browser.close();
			expect(await filesHoldingText(browser.profile, canary)).toEqual([]);

			const again = await (await browser.start(...backend)).newPage();
			await again.goto(address('/write/'));
			await (await new App(again).writing()).write(`${canary} four, killed`);
			await browser.kill();
			expect(await filesHoldingText(browser.profile, canary)).toEqual([]);
			// The search itself works: the address is there, as history keeps it.
			expect(await filesHoldingText(browser.profile, address('/write/'))).not.toEqual([]);
		} finally {
			await browser.remove();
		}
	}
});
