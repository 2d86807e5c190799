import type { Page } from '@playwright/test';
import { expect, test, type App } from './app';
import { expectNoFault } from './faults';
import { limitOf } from './limits';

/* Looking back, and the calendar: drawn where one goes for it, and nowhere else. */

const words = 'marzipan-lighthouse-8126';

/** Writes a page on a day, with the two small questions answered afterwards, and a word chosen. */
async function writeOn(app: App, page: Page, day: string, feeling?: string): Promise<void> {
	await page.clock.setSystemTime(new Date(`${day}T20:00:00Z`));
	const writing = await app.answerIn(4);
	await writing.type(words);
	await page.clock.runFor(1000);
	await writing.saved();
	const after = await writing.stop();
	if (feeling) {
		await page.getByRole('radio', { name: 'a little pleasant' }).check();
		// Opened by key: a press would depend on where the bar at the foot lies.
		await page.getByText('Words, if any fit').press('Enter');
		await page.getByRole('checkbox', { name: feeling }).check();
	}
	await after.keep();
}

test.beforeEach(async ({ page }) => {
	await page.clock.install({ time: new Date('2025-11-20T20:00:00Z') });
});

test(
	'R1: days, check-ins and words are drawn on their own page alone, from the journal',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2026-11-20');
		for (const address of ['/', '/journal/', '/settings/']) {
			await app.open(address);
			await expect(page.locator('main').first()).toBeVisible();
			await expect(page.locator('.day-mark, table')).toHaveCount(0);
		}
		await app.journal();
		await page.getByRole('link', { name: 'Look back' }).click();
		await expect(page.getByRole('table', { name: 'Days with writing in 2026' })).toBeVisible();
		await expect(page.locator('td .day-mark.is-written')).toHaveCount(1);
		await expect(page).toHaveURL(/\/look-back\/$/);
	}
);

test(
	'R12: check-ins are off until turned on, and put away with one press',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2026-11-20', 'calm');
		await app.open('/look-back/');
		await expect(page.locator('circle')).toHaveCount(0);
		await page.getByRole('button', { name: 'Show the check-ins' }).click();
		await expect(page.getByRole('img', { name: /^How it felt/ })).toBeVisible();
		await expect(page.locator('circle')).toHaveCount(1);
		await page.getByRole('button', { name: 'Put this away' }).click();
		await expect(page.locator('circle')).toHaveCount(0);
		await expect(page.getByRole('heading', { name: 'Check-ins' })).toBeFocused();
		// Each visit asks anew, unless one said otherwise; putting it away takes that back.
		await page.getByRole('button', { name: 'Show the check-ins' }).click();
		await app.open('/look-back/');
		await expect(page.getByRole('button', { name: 'Show the check-ins' })).toBeVisible();
		await page.getByRole('button', { name: 'Show the check-ins' }).click();
		await page.getByLabel('Show this whenever I look back').check();
		await page.getByRole('link', { name: 'Journal', exact: true }).first().click();
		await page.getByRole('link', { name: 'Look back' }).click();
		await expect(page.locator('circle')).toHaveCount(1);
		await page.getByRole('button', { name: 'Put this away' }).click();
		await page.getByRole('link', { name: 'Journal', exact: true }).first().click();
		await page.getByRole('link', { name: 'Look back' }).click();
		await expect(page.getByRole('button', { name: 'Show the check-ins' })).toBeVisible();
	}
);

test(
	'every drawing has its table, and none holds a word of a page',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2025-03-05');
		await writeOn(app, page, '2026-11-20', 'calm');
		await app.open('/look-back/');
		await page.getByRole('button', { name: 'Show the check-ins' }).click();
		await page.getByRole('button', { name: 'Show the words' }).click();
		await expect(page.getByRole('img', { name: /^Words in each month of 2026/ })).toBeVisible();
		for (const summary of await page.locator('main summary').all()) await summary.click();
		const row = (text: string) => page.getByRole('row').filter({ hasText: text });
		await expect(row('20 November').filter({ hasText: 'a little pleasant' })).toBeVisible();
		await expect(row('calm').filter({ hasText: '20 November 2026' })).toBeVisible();
		await expect(
			row('What if').filter({ hasText: 'two pages, one question answered' })
		).toBeVisible();
		await expect(page.getByRole('table', { name: 'Words in each month of 2026' })).toContainText(
			'3'
		);
		expect(await page.content()).not.toContain(words);
		// A word leads to its days, and a day to its page.
		await page.getByRole('button', { name: 'calm' }).click();
		await expect(page.getByRole('link', { name: '20 November 2026' })).toBeVisible();
		// The year is turned, and coming back finds it.
		await page.getByRole('combobox', { name: 'Year of the days' }).selectOption('2025');
		await page.getByRole('link', { name: /^March, one day with writing/ }).click();
		await expect(page.getByRole('heading', { name: 'March 2025' })).toBeVisible();
		await page.goBack();
		await expect(page.getByRole('table', { name: 'Days with writing in 2025' })).toBeVisible();
		await page.reload();
		await expect(page.getByRole('table', { name: 'Days with writing in 2025' })).toBeVisible();
	}
);

test(
	'hidden and sealed pages are days, and show nothing else; one let go is not there',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await page.clock.setSystemTime(new Date('2026-11-18T20:00:00Z'));
		for (const [word, act] of [
			['hide', 'Hide this page'],
			['let go', 'Let this page go']
		] as const) {
			const writing = await app.answerIn(4);
			await writing.type(words);
			await page.clock.runFor(1000);
			await writing.saved();
			await (await writing.stop()).choose(word, act);
		}
		await app.open('/look-back/');
		await expect(page.locator('td .day-mark.is-written')).toHaveCount(1);
		await expect(page.getByRole('row').filter({ hasText: 'answered' })).toHaveCount(0);
		await page.getByRole('link', { name: /^November, one day/ }).click();
		await page.getByRole('button', { name: /18 November 2026.*one page/ }).click();
		await expect(
			page.getByRole('region', { name: 'Day' }).getByText(/^A hidden page/)
		).toBeVisible();
		expect(await page.content()).not.toContain(words);
	}
);

test(
	'the calendar leads to the pages of a day, and to the same day of other years when asked',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2025-11-20');
		await writeOn(app, page, '2026-11-20');
		await page.clock.setSystemTime(new Date('2026-11-22T20:00:00Z'));
		await app.open('/journal/');
		await page.getByRole('link', { name: 'Calendar' }).click();
		await expect(page.getByRole('gridcell').filter({ hasText: 'today' })).toHaveText(/22/);
		await page.getByRole('button', { name: 'Friday 20 November 2026, one page' }).click();
		const day = page.getByRole('region', { name: 'Day' });
		await expect(day.getByRole('link')).toHaveCount(1);
		await expect(day.getByRole('heading', { name: '2025' })).toHaveCount(0);
		await day.getByRole('button', { name: 'This day in other years' }).click();
		await expect(day.getByRole('heading', { name: '2025' })).toBeVisible();
		await expect(day.getByRole('link')).toHaveCount(2);
		expect(await page.content()).not.toContain(words);
		await expect(page).toHaveURL(/\/calendar\/$/);
		await page.getByLabel('Go to a month with pages').selectOption({ label: 'November 2025' });
		await expect(page.getByRole('heading', { name: 'November 2025' })).toBeVisible();
		await page.getByRole('button', { name: /20 November 2025/ }).click();
		await day.getByRole('link').click();
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await expect(page.locator('[data-entry-text]')).toHaveText(words);
		// The month and the day stay with their place in the history.
		await page.goBack();
		await expect(day.getByRole('heading', { name: /20 November 2025/ })).toBeVisible();
	}
);

test('the calendar is walked by keys', { tag: '@whole' }, async ({ opened: app, page }) => {
	await writeOn(app, page, '2026-11-20');
	await page.clock.setSystemTime(new Date('2026-11-22T20:00:00Z'));
	await app.open('/calendar/');
	const focused = page.locator('[role=gridcell] button:focus');
	await expect(
		page.getByRole('gridcell').getByRole('button').and(page.locator('[tabindex="0"]'))
	).toHaveCount(1);
	await page.getByRole('button', { name: /^Sunday 22 November 2026, today/ }).focus();
	for (const [key, day] of [
		['ArrowLeft', 'Saturday 21 November 2026'],
		['ArrowUp', 'Saturday 14 November 2026'],
		['Home', 'Monday 9 November 2026'],
		['End', 'Sunday 15 November 2026'],
		['ArrowRight', 'Monday 16 November 2026'],
		['PageUp', 'Friday 16 October 2026'],
		['PageDown', 'Monday 16 November 2026'],
		['ArrowDown', 'Monday 23 November 2026'],
		['ArrowDown', 'Monday 30 November 2026'],
		['ArrowRight', 'Tuesday 1 December 2026'],
		['ArrowLeft', 'Monday 30 November 2026']
	] as const) {
		await page.keyboard.press(key);
		await expect(focused).toHaveAccessibleName(day);
	}
	for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('region', { name: 'Day' }).getByRole('link')).toHaveCount(1);
});

test(
	'the calendar shows a whole year, and each of its months leads to its own days',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2025-11-20');
		await writeOn(app, page, '2026-11-20');
		await app.open('/calendar/');
		await page.getByRole('switch', { name: 'Show the whole year' }).check();
		const year = page.getByRole('region', { name: '2026' });
		await expect(year.locator('.day-mark.is-written')).toHaveCount(2);
		await page.getByRole('combobox', { name: 'Year of the days' }).selectOption('2025');
		await page.getByText('The same, as a list').click();
		await expect(page.getByRole('row', { name: 'November 20', exact: true })).toBeVisible();
		await page.getByRole('link', { name: /^November, one day/ }).click();
		await expect(page.getByRole('heading', { name: 'November 2025' })).toBeVisible();
		// The year stays with its place in the history.
		await page.goBack();
		await expect(page.getByRole('region', { name: '2025' })).toBeVisible();
		// So it does after a reload, whichever year is turned to then.
		await page.reload();
		await expect(page.getByRole('region', { name: '2025' })).toBeVisible();
		await page.getByRole('combobox', { name: 'Year of the days' }).selectOption('2026');
		await expect(page.getByRole('region', { name: '2026' })).toBeVisible();
		expect(await page.content()).not.toContain(words);
	}
);

for (const { name, viewport, colorScheme } of [
	{ name: 'phone by day', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
	{ name: 'desk by night', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }
] as const) {
	test.describe(name, { tag: '@whole' }, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('neither looking back nor the calendar has a fault that axe can find', async ({
			opened: app,
			page
		}) => {
			test.setTimeout(limitOf({ loads: 14, axes: 4, steps: 20 }));
			await writeOn(app, page, '2025-11-20');
			await writeOn(app, page, '2026-11-20', 'calm');
			await app.open('/look-back/');
			await page.getByRole('button', { name: 'Show the check-ins' }).click();
			await page.getByRole('button', { name: 'Show the words' }).click();
			await page.locator('rect').first().waitFor();
			await page.getByRole('button', { name: 'calm' }).click();
			for (const summary of await page.locator('main summary').all()) await summary.click();
			await expectNoFault(page, 'look back');
			await app.open('/calendar/');
			await page.getByRole('button', { name: /20 November 2026/ }).click();
			await page.getByRole('button', { name: 'This day in other years' }).click();
			await page.locator('main summary').click();
			await expectNoFault(page, 'calendar');
			await page.getByRole('switch', { name: 'Show the whole year' }).check();
			await expectNoFault(page, 'a year of the calendar');
		});
	});
}
