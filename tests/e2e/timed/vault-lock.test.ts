import type { Page } from '@playwright/test';
import { App, expect, test } from '../app';
import { breakWrites, untilKept } from '../database';
import { limitOf } from '../limits';
import { code, passphrase } from '../seeded';
import { ClosedPage, dumpOf } from '../vault-app';

/* Closed, and closing. */

const canary = 'marzipan-lighthouse-9023';

test(
	'the recovery code opens, and a new passphrase is offered and not asked for',
	{ tag: '@whole' },
	async ({ app, page, closed }) => {
		const writing = await closed.openAndWrite();
		await writing.write(canary);
		await app.open('/journal/');
		await closed.openWithCode('0000-1111-2222-3333-4444-5555-6666');
		await expect(closed.fault).toHaveText('That did not open it.');
		await closed.open(code.replaceAll('-', '').toLowerCase(), 'Recovery code');
		await expect(page.locator('.row')).toHaveCount(1);
		await expect(page.getByText('You opened this with the recovery code.')).toBeVisible();
		await page.getByRole('button', { name: 'Not now' }).click();
		await expect(page.getByText('You opened this with the recovery code.')).toHaveCount(0);
	}
);

test('the lock closes every tab within a second, saves first, and no way back shows text', async ({
	app,
	page,
	context,
	closed
}) => {
	const writing = await closed.openAndWrite();
	await writing.write(canary);
	await writing.stopHere();
	const other = await context.newPage();
	await new App(other).open('/journal/');
	await new ClosedPage(other).open();
	await other.locator('.row').getByRole('link').click();
	await expect(other.locator('[data-entry-text]')).toHaveText(canary);
	await page.getByRole('link', { name: 'Go on writing' }).click();
	await (await app.writing()).type(', and not saved yet');

	await page.getByRole('button', { name: 'Lock' }).click();
	for (const tab of [page, other]) {
		await expect(tab.locator('body')).not.toContainText(canary, { timeout: 1000 });
		await showsNothing(tab);
	}
	for (const way of ['goBack', 'goBack', 'goForward', 'goForward', 'reload'] as const) {
		await page[way]();
		await app.alive();
		await showsNothing(page);
	}
	// A second tab as the browser makes one of a tab that is there: with its history and sessionStorage.
	const opened = page.waitForEvent('popup');
	await page.evaluate(() => void window.open(location.href));
	const duplicate = await opened;
	await new App(duplicate).alive();
	await showsNothing(duplicate);

	await app.open('/journal/');
	await closed.open();
	await page.getByRole('switch', { name: 'Show the writing' }).check();
	await expect(page.locator('.row-text')).toHaveText(`${canary}, and not saved yet`);
});

test(
	'closing loads a fresh document, in which nothing of the old one can be left',
	{ tag: '@whole' },
	async ({ page, closed }) => {
		const writing = await closed.openAndWrite();
		await writing.write(canary);
		await page.evaluate(() => Object.assign(globalThis, { left: true }));
		await page.getByRole('button', { name: 'Lock' }).click();
		// Nothing can be asked of a document that is on its way out.
		const left = (): Promise<boolean> =>
			page.evaluate(() => 'left' in globalThis).catch(() => true);
		await expect.poll(left).toBe(false);
	}
);

/** Expects the closed screen, and not a word of the journal in the document, its fields or any store. */
async function showsNothing(tab: Page): Promise<void> {
	await new ClosedPage(tab).title.waitFor();
	await expect(tab.getByRole('button', { name: 'Lock' })).toHaveCount(0);
	const held = await tab.evaluate(() => [
		document.documentElement.outerHTML,
		document.title,
		JSON.stringify(history.state),
		...[...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
	]);
	for (const one of [...held, await dumpOf(tab)]) {
		expect(one).not.toContain(canary);
		expect(one).not.toContain('and not saved yet');
		expect(one).not.toContain(passphrase);
	}
}

test(
	'reading goes on while it is closed, and the path says nothing of it',
	{ tag: '@whole' },
	async ({ app, page, closed }) => {
		await app.open('/read/4/');
		const writing = await closed.openAndWrite();
		await writing.write(canary);
		await app.open('/');
		await page.getByRole('link', { name: 'Journal' }).click();
		await closed.title.waitFor();
		await page.getByRole('link', { name: 'Read', exact: true }).click();
		await expect(page.getByRole('list', { name: /^The \w+ parts$/ })).toBeVisible();
		await expect(page.locator('.has-writing, .is-read, .is-here')).toHaveCount(0);
		await app.open('/read/5/');
		await expect(page.locator('article .text')).toBeVisible();
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		await expect(closed.title).toBeVisible();
	}
);

test('the journal closes by itself after two minutes, and not while somebody types', async ({
	page,
	closed
}) => {
	await page.clock.install();
	const writing = await closed.openAndWrite();
	await writing.write(canary);
	await page.clock.fastForward(110_000);
	await page.keyboard.press('End');
	await page.clock.fastForward(110_000);
	await expect(writing.box).toHaveValue(canary);
	await page.clock.fastForward(130_000);
	await expect(closed.title).toBeVisible();
	expect(await page.content()).not.toContain(canary);
});

test(
	'the journal closes when it was out of sight for longer than chosen',
	{ tag: '@whole' },
	async ({ page, closed }) => {
		await page.clock.install();
		await closed.openAndWrite();
		await page.getByRole('link', { name: 'Help' }).click();
		await page.getByRole('link', { name: 'Settings' }).click();
		await page.getByRole('link', { name: 'How pages are kept' }).click();
		const outOfSight = page.getByRole('group', { name: /out of sight/ });
		await untilKept(page, () => outOfSight.getByRole('radio', { name: '30 seconds' }).check());
		const untouched = page.getByRole('group', { name: /nothing is touched/ });
		await untilKept(page, () => untouched.getByRole('radio', { name: 'never' }).check());
		const show = (state: string): Promise<void> =>
			page.evaluate((value) => {
				Object.defineProperty(document, 'visibilityState', { value, configurable: true });
				document.dispatchEvent(new Event('visibilitychange'));
			}, state);
		await show('hidden');
		await page.clock.fastForward(20_000);
		await show('visible');
		await page.clock.fastForward(300_000);
		await expect(page.getByRole('heading', { name: 'How pages are kept' })).toBeVisible();
		await show('hidden');
		await page.clock.fastForward(40_000);
		await expect(closed.title).toBeVisible();
	}
);

/** Writes, lets no write through any more, and locks: the journal stays open for what is not saved. */
async function lockWithoutSaving(page: Page, closed: ClosedPage) {
	const writing = await closed.openAndWrite();
	await writing.write('Kept. ');
	const mend = await breakWrites(page);
	await writing.type(canary);
	await page.getByRole('button', { name: 'Lock' }).click();
	await expect(page.getByText('Not closed yet')).toBeVisible({ timeout: limitOf({ steps: 5 }) });
	return { writing, mend };
}

test(
	'closing waits for what cannot be saved, and shows nothing meanwhile',
	{ tag: '@whole' },
	async ({ page, closed }) => {
		const { writing, mend } = await lockWithoutSaving(page, closed);
		expect(await page.content()).not.toContain(canary);
		await mend();
		await page.getByRole('button', { name: 'Try again' }).click();
		await closed.open();
		await expect(writing.box).toHaveValue(`Kept. ${canary}`);
	}
);

test(
	'what stood in the way of closing is saved by itself, and then it closes',
	{ tag: '@whole' },
	async ({ page, closed }) => {
		const { writing, mend } = await lockWithoutSaving(page, closed);
		await mend();
		await closed.title.waitFor();
		await closed.open();
		await expect(writing.box).toHaveValue(`Kept. ${canary}`);
	}
);

test.describe('with the keyboard up', () => {
	test.use({ viewport: { width: 360, height: 400 } });

	test(
		'Help and the lock lie beside Leave quickly and not under it',
		{ tag: '@whole' },
		async ({ page, closed }) => {
			const writing = await closed.openAndWrite();
			await writing.write(canary);
			for (const one of [
				page.getByRole('link', { name: 'Help' }),
				page.getByRole('button', { name: 'Lock' })
			]) {
				expect(await one.evaluate(isOnTop)).toBe(true);
			}
			await page.getByRole('button', { name: 'Lock' }).click();
			await closed.title.waitFor();
		}
	);
});

/** In the page: whether a press in the middle of an element meets it. */
function isOnTop(element: Element): boolean {
	const { left, top, width, height } = element.getBoundingClientRect();
	const met = document.elementFromPoint(left + width / 2, top + height / 2);
	return met !== null && element.contains(met);
}
