import type { Page } from '@playwright/test';
import { expect, pages, test } from './app';
import { expectNoFault } from './faults';
import { limitOf } from './limits';

test.use({ serviceWorkers: 'allow' });

/* The page that leads to a person: for everyone the same, without a guess, and without a connection. */

const choice = (page: Page) => page.getByLabel('Country', { exact: true });

test('S19: every helpline says on which day it was checked, and the directories always stand there', async ({
	app,
	page
}) => {
	await app.open('/help/');
	const countries = await choice(page).locator('option').allInnerTexts();
	expect(countries.length).toBeGreaterThan(10);
	for (const country of countries) {
		await choice(page).selectOption(country);
		const lines = page.locator('[data-line]:visible');
		expect(await lines.count()).toBeGreaterThanOrEqual(5);
		for (const line of await lines.allInnerTexts()) {
			expect(line).toMatch(/Checked \d{1,2} [A-Z][a-z]+ 20\d\d/);
		}
		for (const name of ['findahelpline.com', 'lila.help', 'befrienders.org']) {
			await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
		}
	}
	await expect(page.getByText('Numbers change.')).toBeVisible();
});

test(
	'S19: without scripts every country of Help can be opened',
	{ tag: '@whole' },
	async ({ browser, baseURL }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${baseURL}/help/`);
		await expect(choice(page)).toBeHidden();
		await expect(page.locator('main details')).toHaveCount(15);
		await page.locator('summary', { hasText: 'Ireland' }).click();
		await expect(page.getByRole('link', { name: '1800 341 900' })).toBeVisible();
		await context.close();
	}
);

for (const locale of ['en-US', 'en-IE', 'de-DE', 'hi-IN']) {
	test.describe(locale, locale === 'en-IE' ? {} : { tag: '@whole' }, () => {
		test.use({ locale, timezoneId: 'America/New_York', permissions: ['geolocation'] });

		test('S20: no country is chosen in Help, and nothing asks where the person is', async ({
			app,
			page,
			baseURL
		}) => {
			await page.addInitScript(() => {
				const asked: string[] = [];
				Object.assign(window, { asked });
				const watch = (name: string, owner: object, key: string): void => {
					const before = Object.getOwnPropertyDescriptor(owner, key);
					if (!before) throw new Error(`There is no ${name} to watch.`);
					Object.defineProperty(owner, key, {
						...('get' in before
							? {
									get(this: unknown): unknown {
										asked.push(name);
										return before.get?.call(this);
									}
								}
							: {
									value(this: unknown, ...given: unknown[]): unknown {
										asked.push(name);
										return (before.value as (...given: unknown[]) => unknown).apply(this, given);
									}
								}),
						configurable: true
					});
				};
				watch('geolocation', Navigator.prototype, 'geolocation');
				watch('language', Navigator.prototype, 'language');
				watch('languages', Navigator.prototype, 'languages');
				watch('time zone and locale', Intl.DateTimeFormat.prototype, 'resolvedOptions');
				watch('locale', Intl.NumberFormat.prototype, 'resolvedOptions');
				watch('time zone', Date.prototype, 'getTimezoneOffset');
			});
			const elsewhere: string[] = [];
			page.on('request', (request) => {
				if (new URL(request.url()).origin !== baseURL) elsewhere.push(request.url());
			});
			await app.open('/help/');
			await expect(choice(page)).toHaveValue('');
			await expect(page.locator('h3:visible')).toHaveCount(0);
			await choice(page).selectOption('Ireland');
			await expect(page.getByRole('heading', { name: 'Ireland' })).toBeVisible();
			const asked = (): Promise<string[]> =>
				page.evaluate(() => (window as unknown as { asked: string[] }).asked);
			expect(await asked()).toEqual([]);
			expect(elsewhere).toEqual([]);
			// The watch itself works.
			await page.evaluate(() => [navigator.language, Intl.DateTimeFormat().resolvedOptions()]);
			expect(await asked()).toEqual(['language', 'time zone and locale']);
		});
	});
}

test(
	'S20: the country chosen in Help is kept nowhere, and is gone when the page is',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/help/');
		await choice(page).selectOption('New Zealand');
		await expect(page).toHaveURL(/\/help\/$/);
		const kept = await page.evaluate(async () =>
			JSON.stringify([
				Object.entries(localStorage),
				Object.entries(sessionStorage),
				history.state,
				document.cookie,
				await indexedDB.databases()
			])
		);
		expect(kept).not.toMatch(/NZ|Zealand/);
		await page.reload();
		await app.alive();
		await expect(choice(page)).toHaveValue('');
		await choice(page).selectOption('New Zealand');
		await page.getByRole('link', { name: 'About' }).first().click();
		await page.getByRole('heading', { level: 1, name: 'About' }).waitFor();
		await page.goBack();
		await expect(choice(page)).toHaveValue('');
	}
);

test(
	'S21: Help is one action away from every page, and there without a connection',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
		test.setTimeout(limitOf({ loads: 46 }));
		await app.open('/');
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.reload();
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		await context.setOffline(true);
		for (const address of [...pages, '/nowhere']) {
			await page.goto(address);
			await page
				.getByRole('link', { name: /^(Help|Talk to someone)$/ })
				.first()
				.click();
			await expect(page).toHaveURL(/\/help\/$/);
			await expect(page.getByRole('heading', { name: 'Talk to someone' })).toBeVisible();
		}
		await app.open('/help/');
		await choice(page).selectOption('United Kingdom');
		await expect(page.getByRole('link', { name: '116 123' })).toHaveAttribute('href', 'tel:116123');
		await expect(page.getByRole('link', { name: 'findahelpline.com' })).toBeVisible();
	}
);

test('S21: other websites are not told where one came from; numbers are for a phone', async ({
	app,
	page
}) => {
	await app.open('/help/');
	for (const country of ['Australia', 'Germany', 'United States']) {
		await choice(page).selectOption(country);
		const links = await page.locator('main a:visible').evaluateAll((all) =>
			(all as HTMLAnchorElement[]).map(({ href, rel, referrerPolicy, target }) => {
				return { href, rel, referrerPolicy, target };
			})
		);
		const outside = links.filter(({ href }) => href.startsWith('https:'));
		expect(outside.length).toBeGreaterThanOrEqual(3);
		for (const { rel, referrerPolicy, target } of outside) {
			expect([rel, referrerPolicy, target]).toEqual(['noopener noreferrer', 'no-referrer', '']);
		}
		const calls = links.map(({ href }) => href).filter((href) => /^(tel|sms):/.test(href));
		for (const href of calls) expect(href).toMatch(/^(tel:\d+|sms:\d+(\?body=[A-Z]+)?)$/);
	}
	await expect(page.getByRole('link', { name: 'Text START to 88788' })).toHaveAttribute(
		'href',
		'sms:88788?body=START'
	);
});

test(
	'S22: Help says the same with a journal and without, and says of nobody that they are in need',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const said = async (): Promise<string> => {
			await app.open('/help/');
			await choice(page).selectOption('Canada');
			return page.locator('main').innerText();
		};
		const before = await said();
		const writing = await app.answerIn(4);
		await writing.write('Something that was hard to write');
		await writing.stopHere();
		expect(await said()).toBe(before);
		expect(before).not.toMatch(
			/you are (being )?(abused|ill|unsafe|at risk|a victim)|your abuser|!/i
		);
		expect(before).not.toMatch(/secure|safe space|untraceable|anonymous|guarantee|100\s?%/i);
	}
);

for (const { name, viewport, colorScheme } of [
	{ name: 'phone by day', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
	{ name: 'desk by night', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }
] as const) {
	test.describe(name, { tag: '@whole' }, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('Help has no fault that axe can find, no small target and no sideways scroll for any country', async ({
			app,
			page
		}) => {
			test.setTimeout(limitOf({ loads: 3, axes: 24, layouts: 24 }));
			await app.open('/help/');
			for (const country of ['Choose a country', 'United Kingdom', 'United States']) {
				await choice(page).selectOption(country);
				await expectNoFault(page, country);
				const small = await page.evaluate(() =>
					[...document.querySelectorAll('main a, main select')]
						.filter((one) => one.checkVisibility())
						.map((one) => ({ box: one.getBoundingClientRect(), html: one.outerHTML }))
						.filter(({ box }) => box.height < 43.5 || box.width < 43.5)
						.map(({ html }) => html)
				);
				expect([country, small]).toEqual([country, []]);
			}
		});
	});
}
