import type { Page } from '@playwright/test';
import { App, expect } from '../app';
import { faultsOfAxe } from '../faults';
import { canary, expectCover, expectNotCovered, test, weather } from '../leave-app';

/* Leave quickly: where it goes, with a connection and without, and how Shift leads there. */

test('S6 without a connection Leave quickly goes to a page that is nobody’s', async ({
	app,
	page,
	context,
	leave,
	outside
}) => {
	await app.open('/');
	await page.evaluate(async () => {
		const { serviceWorker } = navigator;
		const taken = new Promise((resolve) =>
			serviceWorker.addEventListener('controllerchange', resolve, { once: true })
		);
		await serviceWorker.ready;
		if (!serviceWorker.controller) await taken;
	});
	await app.open('/read/4/');
	await context.setOffline(true);
	await leave.click();
	await expect(page).toHaveURL(/\/offline\/$/);
	await expect(page).toHaveTitle('No connection');
	await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
	const seen = await page.evaluate(() => ({
		html: document.documentElement.outerHTML,
		links: document.querySelectorAll('a').length,
		background: getComputedStyle(document.body).backgroundColor
	}));
	expect(seen.html).not.toMatch(/own.?voice|journal|#394456|#333e4f/i);
	expect(seen).toMatchObject({ links: 0, background: 'rgb(255, 255, 255)' });
	await page.goBack();
	await expectCover(page);
	expect(outside).toEqual([]);
	await page.goto('/offline/');
	await context.setOffline(false);
	expect(await faultsOfAxe(page)).toEqual([]);
});

test.describe('S6 without a connection and without an offline copy', () => {
	test.use({ serviceWorkers: 'block' });

	test(
		'Leave quickly stays at the cover',
		{ tag: '@whole' },
		async ({ app, page, context, leave }) => {
			await app.open('/read/4/');
			await context.setOffline(true);
			await leave.click();
			await expectCover(page);
			await expect(page).toHaveURL(/\/read\/4\/$/);
		}
	);
});

test(
	'S6 a website that does not answer is not waited for',
	{ tag: '@whole' },
	async ({ app, page, context, leave }) => {
		await context.route(weather, () => undefined);
		await page.clock.install();
		await app.open('/');
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.reload();
		await app.alive();
		await leave.click({ noWaitAfter: true });
		await page.clock.fastForward(11_000);
		await expect(page).toHaveURL(/\/offline\/$/);
	}
);

test.describe('S7 Shift three times', () => {
	const pressShift = async (page: Page, ...keys: string[]): Promise<void> => {
		for (const key of keys) await page.keyboard.press(key);
	};

	test('Shift three times leaves, with either Shift, from any page and while writing', async ({
		app,
		page,
		goOn
	}) => {
		await app.open('/read/4/');
		await pressShift(page, 'ShiftLeft', 'ShiftRight', 'ShiftLeft');
		await expect(page).toHaveURL(weather);
		const writing = new App(page);
		await page.goto('/write/');
		await goOn.click();
		const box = await writing.writing();
		await box.type(`${canary} `);
		await pressShift(page, 'Shift', 'Shift', 'Shift');
		await expect(page).toHaveURL(weather);
		await page.goto('/journal/');
		await goOn.click();
		await page.getByRole('switch', { name: 'Show the writing' }).check();
		await expect(page.locator('.row-text')).toContainText(canary);
		await page.goto('/nowhere');
		await pressShift(page, 'Shift', 'Shift', 'Shift');
		await expect(page).toHaveURL(weather);
	});

	test(
		'each press of Shift may come five seconds after the last, and no later',
		{ tag: '@whole' },
		async ({ app, page }) => {
			await page.clock.install();
			await app.open('/');
			for (let press = 0; press < 4; press += 1) {
				await page.keyboard.press('Shift');
				await page.clock.fastForward(6000);
			}
			await expectNotCovered(page);
			for (let press = 0; press < 3; press += 1) {
				await page.keyboard.press('Shift');
				if (press < 2) await page.clock.fastForward(4500);
			}
			await expect(page).toHaveURL(weather);
		}
	);

	test('no capital letter, no other key between, no key held down and no click counts as Shift three times', async ({
		opened: app,
		page
	}) => {
		const writing = await app.justWrite();
		await writing.box.focus();
		await page.keyboard.type('ABC');
		for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`);
		await expectNotCovered(page);
		for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift', 'Tab', 'Shift', 'Shift']) {
			await page.keyboard.press(key);
		}
		await expectNotCovered(page);
		await page.keyboard.press('a');
		for (let repeat = 0; repeat < 8; repeat += 1) await page.keyboard.down('Shift');
		await page.keyboard.up('Shift');
		await expectNotCovered(page);
		for (let click = 0; click < 3; click += 1) await writing.box.click({ modifiers: ['Shift'] });
		await expectNotCovered(page);
		await expect(writing.box).toHaveValue('ABCABCDa');
	});

	test(
		'Shift three times can be switched off, is told only while it is on, and stays as it was left',
		{ tag: '@whole' },
		async ({ app, page }) => {
			const told = page.getByText('Press Shift three times');
			const choice = page.getByRole('switch', { name: 'Shift' });
			await app.open('/settings/');
			await expect(told).toBeVisible();
			await choice.uncheck();
			await expect(told).toHaveCount(0);
			await pressShift(page, 'Shift', 'Shift', 'Shift', 'Shift');
			await expectNotCovered(page);
			await page.reload();
			await app.alive();
			await expect(choice).not.toBeChecked();
			await pressShift(page, 'Shift', 'Shift', 'Shift');
			await expectNotCovered(page);
			await choice.check();
			await pressShift(page, 'Shift', 'Shift', 'Shift');
			await expect(page).toHaveURL(weather);
		}
	);

	test.describe('on a phone', () => {
		test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

		test(
			'Shift does nothing on a phone, and is not told of',
			{ tag: '@whole' },
			async ({ app, page, leave }) => {
				await app.open('/settings/');
				await expect(page.getByRole('radio', { name: /wikipedia/ })).toBeVisible();
				await expect(page.getByText('Shift')).toHaveCount(0);
				await (await app.justWrite()).box.focus();
				await pressShift(page, 'Shift', 'Shift', 'Shift', 'Shift');
				await expectNotCovered(page);
				await leave.tap();
				await expect(page).toHaveURL(weather);
			}
		);
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('Shift is not told of without scripts', { tag: '@whole' }, async ({ page }) => {
			await page.goto('/settings/');
			await expect(page.getByRole('heading', { name: 'Leave quickly', exact: true })).toBeVisible();
			await expect(page.getByText('Shift')).toHaveCount(0);
		});
	});
});

test(
	'S8 Leave quickly goes where the person chose, from a short fixed list, and tells no one from where',
	{ tag: '@whole' },
	async ({ app, page, leave, goOn, outside }) => {
		await app.open('/settings/');
		const places = page.getByRole('radio', { name: /\.(com|co\.uk|org)$/ });
		await expect(places).toHaveCount(4);
		await expect(places.first()).toBeChecked();
		await page.getByRole('radio', { name: /merriam-webster/ }).check();
		await leave.click();
		await expect(page).toHaveURL('https://www.merriam-webster.com/');
		expect(await page.evaluate(() => document.referrer)).toBe('');
		await page.goto('/about/');
		await goOn.click();
		await app.alive();
		await expect(leave).toHaveAttribute('href', 'https://www.merriam-webster.com/');
		await expect(leave).toHaveAttribute('referrerpolicy', 'no-referrer');
		for (const key of ['Shift', 'Shift', 'Shift']) await page.keyboard.press(key);
		await expect(page).toHaveURL('https://www.merriam-webster.com/');
		expect(outside).toHaveLength(2);
		for (const request of outside) expect(request.headers()['referer']).toBeUndefined();
		await page.goto('/about/');
		await goOn.click();
		await page.getByRole('link', { name: 'What Leave quickly does' }).click();
		await expect(
			page.getByRole('heading', { name: 'Leave quickly', exact: true })
		).toBeInViewport();
	}
);
