import { App, expect, JournalPage, test } from './app';
import { choose, makeCopy, PASSPHRASE } from './deep-clean-app';
import { expectNoFault } from './faults';

test.use({ serviceWorkers: 'allow' });

/* A deep clean: what stands in the way of emptying the browser. Its whole way is in disk/deep-clean-traces.test.ts. */

test(
	'what was written after the copy stands in the way of emptying',
	{ tag: '@whole' },
	async ({ app, page }) => {
		test.slow();
		const writing = await app.answerIn(4);
		await writing.write('in the copy');
		await (await writing.stop()).keep();
		await app.open('/copies/deep-clean/');
		await expectNoFault(page, 'a deep clean');
		const file = await makeCopy(page);
		await expectNoFault(page, 'checking the copy');
		const other = await page.context().newPage();
		const later = await new App(other).justWrite();
		await later.write('not in the copy');
		await (await later.stop()).keep();
		await choose(page, file, PASSPHRASE, /^Check it$/);
		await expect(page.getByText('The file you saved opens')).toBeVisible({ timeout: 40_000 });
		await page.getByRole('button', { name: 'Go on to emptying this browser' }).click();
		await expect(page.getByText('Something was written since')).toBeVisible();
		await expect(page).toHaveURL(/deep-clean/);
		await page.getByRole('button', { name: 'Begin again' }).click();
		await expect(page.getByRole('heading', { name: 'First, the copy' })).toBeVisible();
	}
);

test(
	'another copy than the one just made is not taken for it',
	{ tag: '@whole' },
	async ({ app, page }) => {
		test.slow();
		const writing = await app.answerIn(4);
		await writing.write('in both copies');
		await (await writing.stop()).keep();
		await app.open('/copies/deep-clean/');
		const first = await makeCopy(page);
		await page.getByRole('button', { name: 'Begin again' }).click();
		await makeCopy(page);
		await choose(page, first, PASSPHRASE, /^Check it$/);
		await expect(page.getByText('This file opens, and is another copy.')).toBeVisible({
			timeout: 40_000
		});
		await expect(page.getByRole('button', { name: 'Go on to emptying this browser' })).toHaveCount(
			0
		);
	}
);

test(
	'whatever is said of a page after the copy, and a missing connection, hold the emptying up',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
		test.setTimeout(120_000);
		const writing = await app.answerIn(4);
		await writing.write('in the copy');
		await (await writing.stop()).keep();
		const cleaned = async (): Promise<void> => {
			await app.open('/copies/deep-clean/');
			const file = await makeCopy(page);
			await choose(page, file, PASSPHRASE, /^Check it$/);
			await page
				.getByRole('button', { name: 'Go on to emptying this browser' })
				.click({ timeout: 40_000 });
			await expect(page.getByRole('heading', { name: 'Empty this browser?' })).toBeVisible();
		};
		const empty = page.getByRole('button', { name: 'Empty this browser' });
		await cleaned();
		const other = await context.newPage();
		await other.goto('/journal/');
		await new JournalPage(other).rows.first().getByRole('link').click();
		await other.getByRole('button', { name: 'Star' }).click();
		await expect(other.getByRole('button', { name: 'Star' })).toHaveAttribute(
			'aria-pressed',
			'true'
		);
		await empty.click();
		await expect(
			page.getByRole('heading', { name: 'Not everything is in your copy.' })
		).toBeVisible();
		await expect(page.getByRole('alert')).toBeFocused();
		await other.close();

		await cleaned();
		await context.setOffline(true);
		await empty.click();
		await expect(page.getByRole('heading', { name: 'There is no connection.' })).toBeVisible();
		await context.setOffline(false);
		// After a reload nothing is known of the copy, so the page promises none.
		await app.open('/let-go/');
		await expect(page.getByRole('heading', { name: 'Let everything go?' })).toBeVisible();
		await app.open('/journal/');
		await expect(new JournalPage(page).rows).toHaveCount(1);
	}
);
