import { App, expect, JournalPage, test } from '../app';
import { someSealedBytes } from '../database';
import { choose, makeCopy, PASSPHRASE, typePassphrase } from '../deep-clean-app';
import { backends, filesHolding } from '../disk';
import { allGone } from '../let-go-app';
import { OwnBrowser } from '../own-browser';

/* A deep clean: a copy, checked where it was saved, an empty browser, and the pages back under a new key. */

const NEW_PASSPHRASE = 'a lantern between two harbours';

for (const backend of backends) {
	const title = `a copy is made and checked, the browser emptied, and nothing old is on the disk ${backend.join(' ')}`;
	test(title.trim(), async ({ baseURL }) => {
		test.setTimeout(240_000);
		const browser = await OwnBrowser.withNewProfile();
		try {
			const page = await (await browser.start(...backend)).newPage();
			const app = new App(page);
			await page.goto(`${baseURL}/write/`);
			const writing = await app.writing();
			await writing.write('written before there was a passphrase');
			await (await writing.stop()).keep();
			const old = await someSealedBytes(page);
			expect(old.length).toBeGreaterThan(2);

			await page.goto(`${baseURL}/copies/deep-clean/`);
			const file = await makeCopy(page);
			await choose(page, file, 'not these words', /^Check it$/);
			await expect(page.getByText('That did not open it.')).toBeVisible({ timeout: 40_000 });
			await choose(page, file, PASSPHRASE, /^Check it$/);
			await expect(page.getByText('The file you saved opens')).toBeVisible({ timeout: 40_000 });
			await page.getByRole('button', { name: 'Go on to emptying this browser' }).click();
			await expect(page.getByRole('heading', { name: 'Empty this browser?' })).toBeVisible();
			await page.getByRole('button', { name: 'Empty this browser' }).click();
			await allGone(page);
			await page.getByRole('link', { name: 'Bring in a backup' }).click();
			await choose(page, file, PASSPHRASE, /^Open it$/);
			await expect(page.getByText('1 page is new here.')).toBeVisible({ timeout: 40_000 });
			await page.getByRole('button', { name: 'Bring them in' }).click();
			await page.getByRole('button', { name: 'Choose another way' }).click();
			await page
				.getByRole('button', { name: /^Yes|^Not sure/ })
				.first()
				.click();
			await typePassphrase(page, NEW_PASSPHRASE);
			const groups = page.getByRole('list', { name: /recovery code/ }).getByRole('listitem');
			await expect(groups).toHaveCount(7);
			const code = (await groups.allTextContents()).join('-');
			await page.getByRole('button', { name: 'I have written it down' }).click();
			await page.getByLabel('Recovery code').fill(code);
			await page.getByRole('button', { name: 'Go on' }).click();
			await expect(page.getByText('They are in the journal.')).toBeVisible({ timeout: 40_000 });
			await page.getByRole('link', { name: 'Open the journal' }).click();
			await expect(new JournalPage(page).rows).toHaveCount(1);
			await browser.close();
			expect(await filesHolding(browser.profile, old)).toEqual([]);
		} finally {
			await browser.remove();
		}
	});
}
