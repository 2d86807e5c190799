import { expect, JournalPage, test } from './app';

/** How the app looks is chosen under Settings, kept in clear, and there before the first paint. */

const root = 'html';

test(
	'light, letters, typeface and lines change at once, and stay',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/settings/');
		const usual = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
		expect(usual).toBe('16px');
		for (const word of ['night', 'large', 'easy to tell apart', 'short']) {
			await page.getByRole('radio', { name: word, exact: true }).check();
		}
		const chosen = {
			'data-theme': 'night',
			'data-letters': 'large',
			'data-typeface': 'clear',
			'data-line': 'short'
		};
		for (const [name, value] of Object.entries(chosen)) {
			await expect(page.locator(root)).toHaveAttribute(name, value);
		}
		await app.open('/read/4/');
		for (const [name, value] of Object.entries(chosen)) {
			await expect(page.locator(root)).toHaveAttribute(name, value);
		}
		expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
			'20px'
		);
		const passage = page.locator('.text p').first();
		expect(await passage.evaluate((one) => getComputedStyle(one).fontFamily)).toContain('Atkinson');
		expect(
			await page.evaluate(async () => {
				await document.fonts.ready;
				return [...document.fonts].some(
					({ family, status }) => family.includes('Atkinson') && status === 'loaded'
				);
			})
		).toBe(true);

		await app.open('/settings/');
		await expect(page.getByRole('radio', { name: 'large', exact: true })).toBeChecked();
		await page.getByRole('radio', { name: 'of a book' }).check();
		await page.getByRole('radio', { name: 'as this device' }).check();
		expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual([
			'own-voice:letters',
			'own-voice:line'
		]);
	}
);

test('before any script of the app has run, the page looks as chosen', async ({ app, page }) => {
	await app.open('/settings/');
	await page.getByRole('radio', { name: 'very large' }).check();
	await page.route('**/_app/**/*.js', (route) => route.abort());
	await page.goto('/about/');
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
		'24px'
	);
});

test('times and weeks are said as chosen', { tag: '@whole' }, async ({ opened: app, page }) => {
	await page.clock.setFixedTime(new Date('2026-11-22T21:47:00'));
	await app.open('/settings/');
	await page.getByRole('radio', { name: '9:47 pm' }).check();
	await page.getByRole('radio', { name: 'Sunday' }).check();
	const writing = await app.answerIn(4);
	await writing.write('Something');
	await expect(writing.kept).toContainText('9:47 pm');
	await (await writing.stop()).keep();
	await app.open('/journal/');
	await new JournalPage(page).openEntry();
	await expect(page.locator('.entry-dates')).toContainText('9:47 pm');
	await app.open('/calendar/');
	await expect(page.getByRole('columnheader').first()).toHaveText('Sun');
	// The first of November 2026 is a Sunday: it stands in the first place of its week.
	const week = page.getByRole('row').nth(1);
	await expect(week.getByRole('gridcell').first()).toContainText('1');
	await page.getByRole('button', { name: /22 November|November 22/ }).focus();
	await page.keyboard.press('End');
	await expect(page.locator(':focus')).toHaveAccessibleName(/28/);
});

test.describe('on a wide screen', () => {
	test.use({ viewport: { width: 1440, height: 900 } });

	test(
		'very large letters leave room for the questions',
		{ tag: '@whole' },
		async ({ app, page }) => {
			await page.addInitScript(() => localStorage.setItem('own-voice:letters', 'largest'));
			await app.open('/read/4/');
			const question = page
				.getByRole('heading', { name: 'Questions' })
				.locator('xpath=ancestor::*[2]');
			expect((await question.boundingBox())?.width ?? 0).toBeGreaterThan(600);
		}
	);
});
