import type { Page } from '@playwright/test';
import { expect, test } from '../app';
import { untilKept } from '../database';

/* Covering the page while another one is in front. */

const canary = 'marzipan-lighthouse-2268';

/** Turns the page away or back, and tells what could be painted of it before that very task has ended. */
function turn(page: Page, state: 'hidden' | 'visible'): Promise<boolean> {
	return page.evaluate((value) => {
		Object.defineProperty(document, 'visibilityState', { value, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
		return (
			document
				.querySelector('main')
				?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false
		);
	}, state);
}

async function toWays(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Help' }).first().click();
	await page.getByRole('link', { name: 'Settings' }).click();
	await page.getByRole('link', { name: 'How pages are kept' }).click();
}

test('turning away covers the page in the same task, once that was chosen, and gives it back as it was', async ({
	app,
	page,
	closed
}) => {
	const writing = await closed.openAndWrite();
	await writing.write(canary);
	await toWays(page);
	const chosen = page.getByRole('switch', { name: 'Cover the page when I switch away' });
	await expect(chosen).not.toBeChecked();
	expect(await turn(page, 'hidden')).toBe(true);
	await turn(page, 'visible');
	await chosen.check();

	await app.journal();
	await page.locator('.row').getByRole('link').click();
	await page.getByRole('link', { name: 'Go on writing' }).click();
	await expect(writing.box).toBeFocused();
	await writing.box.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(3, 8));
	expect(await turn(page, 'hidden')).toBe(false);
	expect(await turn(page, 'visible')).toBe(true);
	await expect(writing.box).toBeFocused();
	expect(
		await writing.box.evaluate(({ selectionStart, selectionEnd }: HTMLTextAreaElement) => [
			selectionStart,
			selectionEnd
		])
	).toEqual([3, 8]);

	// It is a choice of the journal's: kept with it, and without effect while that is closed.
	await page.reload();
	await closed.title.waitFor();
	expect(await turn(page, 'hidden')).toBe(true);
	await turn(page, 'visible');
	await closed.open();
	await expect(writing.box).toHaveValue(canary);
	await expect.poll(() => turn(page, 'hidden')).toBe(false);
});

test(
	'what was covered comes back closed, if it was away for too long',
	{ tag: '@whole' },
	async ({ page, closed }) => {
		await page.clock.install();
		const writing = await closed.openAndWrite();
		await writing.write(canary);
		await toWays(page);
		const cover = page.getByRole('switch', { name: 'Cover the page when I switch away' });
		await untilKept(page, () => cover.check());
		const outOfSight = page.getByRole('group', { name: /out of sight/ });
		await untilKept(page, () => outOfSight.getByRole('radio', { name: '30 seconds' }).check());
		expect(await turn(page, 'hidden')).toBe(false);
		await page.clock.fastForward(40_000);
		// Locking loads a fresh document: the answer of this one may get lost.
		await turn(page, 'visible').catch(() => undefined);
		await closed.title.waitFor();
		expect(await turn(page, 'visible')).toBe(true);
		expect(await page.content()).not.toContain(canary);
	}
);
