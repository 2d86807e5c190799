import { expect, test, type App } from './app';
import { breakWrites } from './database';
import { expectNoFault } from './faults';
import { tabTo } from './keys';

/* The texts a page had before: to read, to lay beside what came after, and to have back. */

const first = 'The lamp was on, and it rained all the long day.';
const second = 'Soup, in the kitchen.';
const now = 'The lamp was off, and nobody came all the long day.';

/** Writes a page whose text is replaced twice, and opens it. */
async function writeThrice(app: App): Promise<void> {
	const writing = await app.justWrite();
	await writing.write(first);
	const entry = await writing.stopHere();
	for (const text of [second, now]) {
		const again = await entry.goOnWriting();
		await again.box.fill(text);
		await again.saved();
		await again.stopHere();
	}
}

test(
	'earlier versions are listed, compared and put back by keyboard alone',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeThrice(app);
		const text = page.locator('[data-entry-text]');
		await expect(text).toHaveText(now);
		await tabTo(page, 'Earlier versions');
		await page.keyboard.press('Enter');
		const dates = page.locator('summary').filter({ hasText: /^Until / });
		await expect(dates).toHaveCount(2);
		await expect(page.getByText(first)).toHaveCount(0);
		await tabTo(page, /^Until /);
		await page.keyboard.press('Enter');
		await expect(page.getByText(second)).toBeVisible();
		await tabTo(page, /^Until /);
		await page.keyboard.press('Enter');
		await expect(page.getByText(first)).toBeVisible();
		await tabTo(page, /^What changed/);
		await page.keyboard.press('Enter');
		const changes = page.getByRole('group', { name: 'What changed' });
		// Nothing of the first text is left in the one that replaced it.
		await expect(page.getByText('So much changed')).toBeVisible();
		await expect(changes).toHaveCount(0);
		await page.keyboard.press('Enter');
		await expect(page.getByText('So much changed')).toHaveCount(0);
		await tabTo(page, /^Put this version back/);
		await page.keyboard.press('Enter');
		await expect(
			page.getByRole('status').filter({ hasText: 'This version is back.' })
		).toBeVisible();
		await expect(text).toHaveText(first);
		await expect(dates).toHaveCount(3);
		await expect(page.locator(':focus')).toContainText('The text as it is now is the same.');
		// The text that was replaced is the newest version now, and what changed since is marked.
		await dates.first().focus();
		await page.keyboard.press('Enter');
		await expect(page.getByText(now)).toBeVisible();
		await tabTo(page, /^What changed/);
		await page.keyboard.press('Enter');
		await expect(changes.locator('del')).toHaveText(['[taken out:off]', '[taken out:nobody came]']);
		await expect(changes.locator('ins')).toHaveText(['[added:on]', '[added:it rained]']);
		await expect(changes).toHaveText(
			'The lamp was [taken out:off][added:on], and [taken out:nobody came][added:it rained] all the long day.'
		);
		await expectNoFault(page, 'what changed');
		await page.reload();
		await expect(text).toHaveText(first);
	}
);

test(
	'a version that cannot be put back says so, and the page is as it was',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeThrice(app);
		await page.getByText('Earlier versions').click();
		await page
			.locator('summary')
			.filter({ hasText: /^Until / })
			.first()
			.click();
		const mend = await breakWrites(page);
		const button = page.getByRole('button', { name: /^Put this version back/ });
		await button.click();
		await expect(
			page.getByRole('alert').filter({ hasText: 'The page is as it was.' })
		).toBeVisible();
		await expect(page.locator('[data-entry-text]')).toHaveText(now);
		await expect(page.getByText('This version is back.')).toHaveCount(0);
		await mend();
		await button.click();
		await expect(
			page.getByRole('status').filter({ hasText: 'This version is back.' })
		).toBeVisible();
		await expect(page.getByRole('alert').filter({ hasText: 'as it was' })).toHaveCount(0);
		await expect(page.locator('[data-entry-text]')).toHaveText(second);
	}
);

test(
	'a sealed page shows no earlier version until it is opened',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeThrice(app);
		await page.getByRole('button', { name: 'Seal until a day' }).click();
		await page.getByRole('button', { name: 'Seal this page' }).click();
		await expect(page.locator('[data-time-locked]')).toBeVisible();
		await expect(page.getByText('Earlier versions')).toHaveCount(0);
		expect(await page.content()).not.toContain('lamp was');
	}
);

test(
	'a page that was opened early and is sealed again is shut again',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeThrice(app);
		const seal = async () => {
			await page.getByRole('button', { name: 'Seal until a day' }).click();
			await page.getByRole('button', { name: 'Seal this page' }).click();
			await expect(page.locator('[data-time-locked]')).toBeFocused();
			await expect(page.locator('[data-entry-text]')).toHaveCount(0);
		};
		await seal();
		await page.getByRole('button', { name: 'Open it early' }).click();
		await page.getByRole('button', { name: 'Open it now' }).click();
		await page.getByRole('button', { name: 'Take the seal off' }).click();
		await expect(page.getByText('It is not sealed any more.')).toBeVisible();
		await expect(page.locator('[data-entry-text]')).toBeVisible();
		await seal();
	}
);

for (const { name, viewport, colorScheme } of [
	// High enough that the running foot lies over nothing.
	{ name: 'phone by day', viewport: { width: 320, height: 1800 }, colorScheme: 'light' },
	{ name: 'desk by night', viewport: { width: 1440, height: 1800 }, colorScheme: 'dark' }
] as const) {
	test.describe(name, { tag: '@whole' }, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('the earlier versions of a page have no fault that axe can find', async ({
			opened: app,
			page
		}) => {
			await writeThrice(app);
			await page.getByText('Earlier versions').click();
			const dates = page.locator('summary').filter({ hasText: /^Until / });
			const changes = page.getByRole('button', { name: /^What changed/ });
			for (const at of [0, 1]) {
				await dates.nth(at).click();
				await changes.nth(at).click();
			}
			await expect(page.getByText('So much changed')).toHaveCount(2);
			await expectNoFault(page, 'earlier versions');
		});
	});
}
