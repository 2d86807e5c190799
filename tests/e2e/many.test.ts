import { expect, JournalPage, test, type App } from './app';
import { expectNoFault } from './faults';

/* One thing done with several pages, and the bin. */

async function listOf(app: App): Promise<JournalPage> {
	await app.open('/journal/');
	return new JournalPage(app.page);
}

async function write(app: App, text: string): Promise<void> {
	const writing = await app.justWrite();
	await writing.write(text);
	await (await writing.stop()).keep();
}

async function threePages(app: App): Promise<void> {
	for (const text of ['first', 'second', 'third']) await write(app, text);
}

test(
	'several pages are chosen by keys, tagged, starred and hidden, and it can be taken back',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await threePages(app);
		const journal = await listOf(app);
		await page.getByRole('button', { name: 'Choose several' }).press('Enter');
		const ticks = journal.rows.getByRole('checkbox');
		await expect(ticks).toHaveCount(3);
		await ticks.first().press('Space');
		await ticks.first().press('ArrowDown');
		await expect(ticks.nth(1)).toBeFocused();
		await ticks.nth(1).press('Space');
		const bar = page.getByRole('group', { name: 'Chosen pages' });
		await expect(bar).toContainText('2 pages chosen');

		await bar.getByRole('button', { name: 'Star' }).click();
		await expect(bar.getByRole('status')).toHaveText('A star on 2 pages.');
		await expect(journal.rows.getByText('starred')).toHaveCount(2);
		await expect(bar).toBeFocused();
		await bar.getByRole('button', { name: 'Tag' }).click();
		await page.keyboard.type('home');
		await page.keyboard.press('Enter');
		await expect(journal.rows.filter({ hasText: 'home' })).toHaveCount(2);
		await bar.getByRole('button', { name: 'Take that back' }).click();
		await expect(journal.rows.filter({ hasText: 'home' })).toHaveCount(0);
		await expect(journal.rows.getByText('starred')).toHaveCount(2);

		await bar.getByRole('button', { name: 'Hide' }).click();
		await expect(journal.rows).toHaveCount(1);
		await bar.getByRole('button', { name: 'Take that back' }).click();
		await expect(journal.rows).toHaveCount(3);
		await bar.getByRole('button', { name: 'Done' }).click();
		await expect(ticks).toHaveCount(0);
	}
);

test(
	'a choice of pages is still there after looking into one of them',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await threePages(app);
		const journal = await listOf(app);
		await page.getByRole('button', { name: 'Choose several' }).click();
		const ticks = journal.rows.getByRole('checkbox');
		await ticks.nth(0).check();
		await ticks.nth(2).click({ modifiers: ['Shift'] });
		await expect(page.getByText('3 pages chosen')).toBeVisible();
		await page.getByRole('link', { name: 'Calendar' }).click();
		await page.getByRole('heading', { name: 'Calendar' }).waitFor();
		await page.goBack();
		await expect(page.getByText('3 pages chosen')).toBeVisible();
	}
);

test(
	'pages chosen that are not listed are told apart, and sealing keeps the focus on the bar',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await threePages(app);
		const journal = await listOf(app);
		await page.getByRole('button', { name: 'Choose several' }).click();
		await journal.rows.getByRole('checkbox').nth(0).check();
		const bar = page.getByRole('group', { name: 'Chosen pages' });
		await page.getByRole('searchbox').fill('second');
		await expect(journal.rows).toHaveCount(1);
		await expect(bar).toContainText('1 page chosen, not in this list');
		await bar.getByRole('button', { name: 'Choose all in this list' }).click();
		await expect(bar).toContainText('2 pages chosen, 1 of them in this list');
		await expect(bar.getByRole('button', { name: 'Choose none' })).toBeVisible();
		await bar.getByRole('button', { name: 'Seal', exact: true }).press('Enter');
		await expect(bar.getByRole('button', { name: 'Seal them' })).toBeVisible();
		await expect(bar).toBeFocused();
		await bar.getByRole('button', { name: 'Go back' }).press('Enter');
		await expect(bar).toBeFocused();
	}
);

test(
	'a page in the bin is in no list, can be put back, and is gone when it is let go',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await threePages(app);
		const journal = await listOf(app);
		await page.getByRole('button', { name: 'Choose several' }).click();
		await journal.rows.getByRole('checkbox').nth(0).check();
		await journal.rows.getByRole('checkbox').nth(1).check();
		await page.getByRole('button', { name: 'Bin', exact: true }).click();
		await expect(page.getByText('2 pages put in the bin.')).toBeVisible();
		await expect(journal.rows).toHaveCount(1);
		await page.getByRole('searchbox').fill('second');
		await expect(page.getByText('Nothing found.')).toBeVisible();

		await app.open('/bin/');
		await expect(journal.rows).toHaveCount(2);
		await journal.rows.first().getByRole('link').click();
		const place = page.locator('[data-binned]');
		await expect(place).toContainText('This page lies in the bin.');
		await expect(page.getByText('third', { exact: true })).toHaveCount(0);
		await page.getByRole('button', { name: 'Read it' }).click();
		await expect(page.locator('[data-entry-text]')).toHaveText('third');
		await expect(page.getByRole('link', { name: 'Go on writing' })).toHaveCount(0);
		await page.getByRole('button', { name: 'Close it again' }).click();
		await page.getByRole('button', { name: 'Put it back' }).click();
		await expect(page.locator('[data-entry-text]')).toHaveText('third');

		await app.open('/bin/');
		await journal.rows.first().getByRole('link').click();
		await page.getByRole('button', { name: 'Let it go now' }).click();
		await page.getByRole('button', { name: 'Keep it' }).click();
		await expect(place).toBeFocused();
		await page.getByRole('button', { name: 'Let it go now' }).click();
		await page.getByRole('button', { name: 'Let it go', exact: true }).click();
		await expect(page.getByText('The bin is empty.')).toBeVisible();
		await app.open('/journal/');
		await expect(journal.rows).toHaveCount(2);
	}
);

test(
	'the focus goes to the heading when the bin was emptied either way',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'stays in the list');
		for (const [text, act, sure] of [
			['first', 'Put it back', null],
			['second', 'Empty the bin', 'Let it go']
		] as const) {
			await write(app, text);
			const journal = await listOf(app);
			await page.getByRole('button', { name: 'Choose several' }).click();
			await journal.rows.getByRole('checkbox').first().check();
			await page.getByRole('button', { name: 'Bin', exact: true }).click();
			await expect(page.getByText(/page put in the bin\.$/)).toBeVisible();
			await app.open('/bin/');
			await page.getByRole('button', { name: act }).click();
			if (sure) await page.getByRole('button', { name: sure }).click();
			await expect(page.getByText('The bin is empty.')).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Bin' })).toBeFocused();
		}
	}
);

test(
	'after thirty days a page in the bin is gone with the next opening',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await page.clock.install({ time: new Date('2026-11-01T20:00:00Z') });
		const writing = await app.justWrite();
		await writing.type('for the bin');
		await page.clock.runFor(1000);
		const entry = await writing.stopHere();
		await page.getByRole('button', { name: 'Put it in the bin' }).click();
		await page.locator('[data-binned]').waitFor();
		await expect(entry.text).toHaveCount(0);
		await page.clock.setSystemTime(new Date('2026-11-30T20:00:00Z'));
		await app.open('/bin/');
		await expect(page.locator('.row')).toHaveCount(1);
		await page.clock.setSystemTime(new Date('2026-12-01T20:00:00Z'));
		await page.reload();
		await expect(page.getByText('The bin is empty.')).toBeVisible();
	}
);

test(
	'going back in history to a page that was put in the bin does not open it to write on',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.justWrite();
		await writing.write('for the bin');
		const entry = await writing.stopHere();
		await entry.goOnWriting();
		await page.goBack();
		await page.getByRole('button', { name: 'Put it in the bin' }).click();
		await page.locator('[data-binned]').waitFor();
		await page.goForward();
		await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
		await expect(page.getByText('for the bin')).toHaveCount(0);
	}
);

for (const { name, width, scheme } of [
	{ name: 'a small phone by day', width: 320, scheme: 'light' },
	{ name: 'a desk by night', width: 1280, scheme: 'dark' }
] as const) {
	test(
		`${name}: no fault that axe can find in choosing and in the bin`,
		{ tag: '@whole' },
		async ({ opened: app, page }) => {
			await page.setViewportSize({ width, height: 740 });
			await page.emulateMedia({ colorScheme: scheme });
			await threePages(app);
			const journal = await listOf(app);
			await page.getByRole('button', { name: 'Choose several' }).click();
			await journal.rows.getByRole('checkbox').nth(0).check();
			await expectNoFault(page, 'choosing');
			await page.getByRole('button', { name: 'Seal', exact: true }).click();
			await expectNoFault(page, 'sealing');
			await page.getByRole('button', { name: 'Go back' }).click();
			await page.getByRole('button', { name: 'Bin', exact: true }).click();
			await page.getByRole('link', { name: 'The bin' }).click();
			await expect(page.locator('.row')).toHaveCount(1);
			await expectNoFault(page, 'bin');
			await page.getByRole('button', { name: 'Empty the bin' }).click();
			await expectNoFault(page, 'emptying');
			await page.getByRole('button', { name: 'Let it go', exact: true }).click();
			await expect(page.getByText('The bin is empty.')).toBeVisible();
		}
	);
}
