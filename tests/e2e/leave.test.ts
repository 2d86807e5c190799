import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page, Request } from '@playwright/test';
import { App, expect, pages, test as base } from './app';
import { breakWrites } from './database';

/* Leave quickly: S1 to S8 are the promises it is held to. */

const weather = 'https://www.bbc.co.uk/weather';
const canary = 'marzipan-lighthouse-2207';

/** Everything outside the app answers with a page of a few words; nothing really goes out. */
const test = base.extend<{ outside: Request[]; leave: Locator; goOn: Locator }>({
	outside: [
		async ({ context, baseURL }, use) => {
			const requests: Request[] = [];
			await context.route(
				({ origin }) => origin !== baseURL,
				async (route) => {
					requests.push(route.request());
					const body = '<title>Elsewhere</title><p>Some rain later</p>';
					await route.fulfill({ contentType: 'text/html', body });
				}
			);
			await use(requests);
		},
		{ auto: true }
	],
	leave: async ({ page }, use) => {
		await use(page.getByRole('link', { name: 'Leave quickly', exact: true }));
	},
	goOn: async ({ page }, use) => {
		await use(page.getByRole('button', { name: 'Go on', exact: true }));
	}
});

/** What a screen reader finds on the page, in order. */
async function heard(page: Page): Promise<string[]> {
	const lines = (await page.locator('body').ariaSnapshot()).split('\n');
	return lines.map((line) => line.replace(/^\s*- /, ''));
}

/** Nothing can be read, heard or reached but the cover. */
async function expectCover(page: Page): Promise<void> {
	await expect(page.getByRole('button', { name: 'Go on', exact: true })).toBeVisible();
	expect(await heard(page)).toEqual([
		'main:',
		'alert:',
		'heading "Loading" [level=1]',
		'button "Go on"'
	]);
	const seen = await page.evaluate(() => ({
		title: document.title,
		text: document.body.innerText.split(/\s+/).join(' ').trim(),
		marks: document.head.querySelectorAll('meta[name="theme-color"]').length
	}));
	expect(seen).toEqual({ title: 'Loading', text: 'Loading Go on', marks: 0 });
}

async function expectNotCovered(page: Page): Promise<void> {
	// Whatever was to come of the last key has come by now.
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
	await expect(page.locator('.root')).toBeVisible();
	expect(await page.evaluate(() => localStorage.getItem('own-voice:covered'))).toBeNull();
	await expect(page).toHaveTitle('Own Voice');
}

/** What is wrong with how the control stands on the screen right now. */
async function faults(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const links = [...document.querySelectorAll('a[data-leave]')];
		const [link] = links;
		if (!link || links.length > 1) return [`there are ${links.length}`];
		const { left, top, right, bottom, width, height } = link.getBoundingClientRect();
		const found: string[] = [];
		if (width < 44 || height < 44) found.push(`${width} x ${height}`);
		const points = [
			[(left + right) / 2, (top + bottom) / 2],
			[left + 3, top + 3],
			[right - 3, top + 3],
			[left + 3, bottom - 3],
			[right - 3, bottom - 3]
		] as const;
		for (const [x, y] of points) {
			const hit = document.elementFromPoint(x, y);
			if (hit !== link) found.push(`at ${x},${y}: ${hit?.outerHTML.slice(0, 60) ?? 'off screen'}`);
		}
		return found;
	});
}

/** One page of each kind. */
const kinds = [...pages.filter((one) => !/read\/[2-35-9]/.test(one)), '/nowhere'];

const sizes = [
	{ width: 320, height: 256 },
	{ width: 320, height: 180 },
	{ width: 390, height: 480 },
	{ width: 390, height: 844 },
	{ width: 740, height: 400 },
	{ width: 1440, height: 900 }
];

test('S1 it is seen whole on every page and at every size, before and after scrolling', async ({
	app,
	page
}) => {
	test.slow();
	for (const address of kinds) {
		await page.goto(address);
		if (address !== '/nowhere') await app.alive();
		if (address === '/write/') await app.writing();
		for (const size of sizes) {
			await page.setViewportSize(size);
			const where = `${address} ${size.width} x ${size.height}`;
			await page.evaluate(() => scrollTo(0, 0));
			expect([where, await faults(page)]).toEqual([where, []]);
			for (const part of [0.4, 1]) {
				await page.evaluate((by) => scrollTo(0, by * document.documentElement.scrollHeight), part);
				expect([`${where}, scrolled`, await faults(page)]).toEqual([`${where}, scrolled`, []]);
			}
		}
	}
});

test('S1 it is seen whole while one types, and so is the box', async ({ app, page }) => {
	for (const size of sizes) {
		await page.setViewportSize(size);
		const writing = await app.answerIn(4);
		for (const text of ['One line. ', 'A line\n'.repeat(60)]) {
			await writing.type(text);
			expect([size, await faults(page)]).toEqual([size, []]);
			expect((await writing.box.boundingBox())?.height).toBeGreaterThan(60);
		}
		await writing.saved();
	}
});

test('S1 a modal dialog carries its own, which stays in sight and leaves', async ({
	app,
	page,
	goOn
}) => {
	await page.setViewportSize({ width: 320, height: 400 });
	await app.open('/read/4/');
	await page.evaluate(() => {
		const link = document.querySelector('a[data-leave]');
		const dialog = document.createElement('dialog');
		dialog.className = 'dialog';
		const exit = document.createElement('p');
		exit.className = 'exit';
		if (link) exit.append(link.cloneNode(true));
		dialog.append(exit);
		for (let line = 0; line < 40; line += 1) {
			dialog.append(Object.assign(document.createElement('p'), { textContent: 'A line' }));
		}
		document.querySelector('#main')?.append(dialog);
		dialog.showModal();
		dialog.scrollTop = 200;
	});
	await expect(page.locator('dialog a[data-leave]')).toBeFocused();
	await page.locator('dialog a[data-leave]').click();
	await expect(page).toHaveURL(weather);
	await app.page.goto('/read/4/');
	await goOn.click();
	await expectNotCovered(page);
});

test('S1 an open dialog does not keep the cover’s button out of reach', async ({
	app,
	page,
	context,
	goOn
}) => {
	await app.open('/read/4/');
	await page.evaluate(() => {
		const dialog = document.createElement('dialog');
		dialog.textContent = 'A question';
		document.querySelector('#main')?.append(dialog);
		dialog.showModal();
	});
	const other = await context.newPage();
	await other.goto('/help/');
	await other.getByRole('link', { name: 'Leave quickly', exact: true }).click();
	await expectCover(page);
	await goOn.click();
	await expectNotCovered(page);
});

test('S2 it is the second stop of Tab on every page', async ({ app, page, leave }) => {
	for (const address of kinds) {
		await page.goto(address);
		if (address !== '/nowhere') await app.alive();
		if (address === '/write/') {
			// The box has the focus here; from the top it is the same.
			await app.writing();
			await page.getByRole('link', { name: 'Skip to the page' }).focus();
		} else {
			await page.keyboard.press('Tab');
		}
		await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(leave).toBeFocused();
	}
});

test.describe('S2 and S8 without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('it is a link to the place, which is told nothing', async ({ page, leave, outside }) => {
		for (const address of ['/', '/read/4/', '/write/', '/settings/', '/nowhere']) {
			await page.goto(address);
			await leave.click();
			await expect(page).toHaveURL(weather);
		}
		expect(outside).toHaveLength(5);
		for (const request of outside) expect(request.headers()['referer']).toBeUndefined();
	});
});

test('S2 it works before the page is alive', async ({ page, leave }) => {
	await page.route('**/_app/immutable/**/*.js', () => undefined);
	await page.goto('/read/4/', { waitUntil: 'commit' });
	await leave.click();
	await expect(page).toHaveURL(weather);
	await page.goto('/nowhere');
	await expectCover(page);
});

test('S3 it hides everything in the same task, and says only “Loading”', async ({
	app,
	page,
	context
}) => {
	// An answer without content: the browser stays where it is.
	await context.route(weather, (route) => route.fulfill({ status: 204 }));
	for (const address of ['/', '/read/4/', '/write/', '/journal/']) {
		await app.open(address);
		const seen = await page.evaluate(() => {
			document.querySelector<HTMLElement>('a[data-leave]')?.click();
			const app = document.querySelector<HTMLElement>('.root');
			const { backgroundColor, backgroundImage } = getComputedStyle(document.documentElement);
			return {
				title: document.title,
				text: document.body.innerText.trim(),
				drawn: app?.checkVisibility(),
				inert: app?.inert,
				background: `${backgroundColor} ${backgroundImage}`,
				icon: document.querySelector<HTMLLinkElement>('link[rel~="icon"]')?.href,
				kept: localStorage.getItem('own-voice:covered'),
				left: location.protocol === 'https:'
			};
		});
		expect(seen).toEqual({
			title: 'Loading',
			text: 'Loading',
			drawn: false,
			inert: true,
			background: 'rgb(255, 255, 255) none',
			icon: expect.stringMatching(/\/offline\/blank\.svg$/) as unknown,
			kept: '1',
			left: false
		});
		expect(await heard(page)).toEqual(['main:', 'alert:', 'heading "Loading" [level=1]']);
		await page.evaluate(() => localStorage.removeItem('own-voice:covered'));
	}
});

for (const [when, before] of [
	['the very first words', ''],
	['words of a page that was saved before', 'Saved a while ago. ']
] as const) {
	test(`S4 ${when}, typed just before leaving, are there after coming back`, async ({
		app,
		page,
		leave,
		goOn
	}) => {
		const writing = await app.answerIn(4);
		if (before) await writing.write(before);
		await writing.type(canary);
		await leave.click();
		await expect(page).toHaveURL(weather);
		await page.goto('/journal/');
		await expectCover(page);
		await goOn.click();
		await page.locator('.row').getByRole('link').click();
		await expect(page.locator('[data-entry-text]')).toHaveText(`${before}${canary}`);
	});
}

test('S4 words that cannot be saved do not hold anyone back', async ({ app, page, leave }) => {
	const asked: string[] = [];
	page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void dialog.accept();
	});
	const writing = await app.justWrite();
	await writing.write('Kept. ');
	await breakWrites(page);
	await page.keyboard.type('Not kept.');
	await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
	await leave.click();
	await expect(page).toHaveURL(weather);
	expect(asked).toEqual([]);
});

test('S5 Back and Forward show the cover and nothing else until a person goes on', async ({
	app,
	page,
	leave,
	goOn
}) => {
	// Whatever is drawn, at any moment, is noted down.
	await page.addInitScript(() => {
		const drawn = new Set<string>();
		Object.assign(globalThis, { drawn });
		const look = (): void => {
			const { body, title } = document as { body: HTMLElement | null; title: string };
			// Nothing is painted before the stylesheets are there: they block it.
			const styled = getComputedStyle(document.documentElement).getPropertyValue('--sheet') !== '';
			if (styled) drawn.add(`${title} | ${body?.innerText.split(/\s+/).join(' ').trim() ?? ''}`);
			requestAnimationFrame(look);
		};
		look();
	});
	const everDrawn = (): Promise<string[]> =>
		page.evaluate(() => [...(globalThis as unknown as { drawn: Set<string> }).drawn]);
	await app.open('/');
	await page.getByRole('link', { name: /What if/ }).click();
	await expect(page).toHaveURL(/\/read\/4\/$/);
	await leave.click();
	await expect(page).toHaveURL(weather);
	await page.goBack();
	await expect(page).not.toHaveURL(/read/);
	await expectCover(page);
	for (const drawn of await everDrawn()) {
		expect(drawn).toMatch(/^(Loading)? \| (Loading)?( Go on)?$/);
	}
	await page.goForward();
	await expect(page).toHaveURL(weather);
	await page.goBack();
	await page.reload();
	await expectCover(page);
	await page.keyboard.press('Tab');
	await expect(goOn).toBeFocused();
	await page.keyboard.press('Enter');
	await expectNotCovered(page);
	await expect(page.getByRole('list', { name: 'The nine parts' })).toBeVisible();
	await page.reload();
	await expectNotCovered(page);
});

test('S5 the cover is there before there is anything to cover', async ({ page }) => {
	await page.goto('/offline/');
	await page.evaluate(() => localStorage.setItem('own-voice:covered', '1'));
	let letCome: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (letCome = resolve));
	// The browser reads no further than this script, and its page has no body yet.
	await page.route('**/early.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/read/4/', { waitUntil: 'commit' });
	await expect(page).toHaveTitle('Loading');
	const seen = await page.evaluate(() => ({
		body: document.body,
		drawn: document.documentElement.checkVisibility()
	}));
	expect(seen).toEqual({ body: null, drawn: false });
	letCome();
	await expectCover(page);
});

test('S5 a closed and reopened app shows only the cover, at every address', async ({
	app,
	page,
	context,
	leave
}) => {
	const writing = await app.justWrite();
	await writing.write(canary);
	await leave.click();
	await expect(page).toHaveURL(weather);
	await page.close();
	const later = await context.newPage();
	for (const address of ['/', '/read/4/', '/write/', '/journal/', '/settings/', '/nowhere']) {
		await later.goto(address);
		await expectCover(later);
	}
	const { violations } = await new AxeBuilder({ page: later }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
});

test('S5 the other tabs are covered at once, keep their words, and stay covered', async ({
	app,
	page,
	context,
	leave
}) => {
	const other = new App(await context.newPage());
	const writing = await other.justWrite();
	await writing.write('In the other tab');
	await app.open('/read/4/');
	await leave.click();
	await expectCover(other.page);
	await page.goto('/');
	await page.getByRole('button', { name: 'Go on' }).click();
	await expectCover(other.page);
	await other.page.getByRole('button', { name: 'Go on' }).click();
	await expect(writing.box).toHaveValue('In the other tab');
	await expect(writing.box).toBeFocused();
	await writing.write(', and on');
	await expect(other.page.locator('meta[name="theme-color"]')).toHaveCount(2);
});

test('S5 a page that the browser had set aside is looked at before it is seen', async ({
	app,
	page
}) => {
	await app.open('/read/4/');
	const seen = await page.evaluate(() => {
		dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
		const aside = document
			.querySelector('main#main')
			?.checkVisibility({ visibilityProperty: true });
		localStorage.setItem('own-voice:covered', '1');
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
		return { aside, back: document.body.innerText.includes('What if') };
	});
	expect(seen).toEqual({ aside: false, back: false });
	await expectCover(page);
});

test('S5 where the browser keeps nothing, the page itself stays covered', async ({
	app,
	page,
	leave
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, 'localStorage', {
			get() {
				throw new DOMException('denied', 'SecurityError');
			}
		});
	});
	await app.open('/read/4/');
	const back = await page.evaluate(() => {
		document.querySelector<HTMLElement>('a[data-leave]')?.click();
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
		return document.body.innerText.split(/\s+/).join(' ').trim();
	});
	expect(back).toBe('Loading Go on');
	await expect(page).toHaveURL(weather);
	await app.open('/settings/');
	await page.getByRole('radio', { name: /wikipedia/ }).check();
	await leave.click();
	await expect(page).toHaveURL('https://www.wikipedia.org/');
});

test('S6 without a connection it goes to a page that is nobody’s', async ({
	app,
	page,
	context,
	leave,
	outside
}) => {
	await app.open('/');
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller) {
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
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
	expect(seen.html).not.toMatch(/own.?voice|journal|#394456/i);
	expect(seen).toMatchObject({ links: 0, background: 'rgb(255, 255, 255)' });
	await page.goBack();
	await expectCover(page);
	expect(outside).toEqual([]);
	await page.goto('/offline/');
	await context.setOffline(false);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
});

test.describe('S6 without a connection and without an offline copy', () => {
	test.use({ serviceWorkers: 'block' });

	test('it stays at the cover', async ({ app, page, context, leave }) => {
		await app.open('/read/4/');
		await context.setOffline(true);
		await leave.click();
		await expectCover(page);
		await expect(page).toHaveURL(/\/read\/4\/$/);
	});
});

test('S6 a website that does not answer is not waited for', async ({
	app,
	page,
	context,
	leave
}) => {
	await context.route(weather, () => undefined);
	await page.clock.install();
	await app.open('/');
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.reload();
	await app.alive();
	await leave.click({ noWaitAfter: true });
	await page.clock.fastForward(11_000);
	await expect(page).toHaveURL(/\/offline\/$/);
});

test.describe('S7 Shift three times', () => {
	const pressShift = async (page: Page, ...keys: string[]): Promise<void> => {
		for (const key of keys) await page.keyboard.press(key);
	};

	test('leaves, with either Shift, from any page and while writing', async ({
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
		await expect(page.locator('.found')).toContainText(canary);
		await page.goto('/nowhere');
		await pressShift(page, 'Shift', 'Shift', 'Shift');
		await expect(page).toHaveURL(weather);
	});

	test('each press may come five seconds after the last, and no later', async ({ app, page }) => {
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
	});

	test('is no capital letter, no other key between, no key held down, and no click', async ({
		app,
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

	test('can be switched off, is told only while it is on, and stays as it was left', async ({
		app,
		page
	}) => {
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
	});

	test.describe('on a phone', () => {
		test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

		test('does nothing, and is not told of', async ({ app, page, leave }) => {
			await app.open('/settings/');
			await expect(page.getByRole('radio', { name: /wikipedia/ })).toBeVisible();
			await expect(page.getByText('Shift')).toHaveCount(0);
			await (await app.justWrite()).box.focus();
			await pressShift(page, 'Shift', 'Shift', 'Shift', 'Shift');
			await expectNotCovered(page);
			await leave.tap();
			await expect(page).toHaveURL(weather);
		});
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('is not told of', async ({ page }) => {
			await page.goto('/settings/');
			await expect(page.getByRole('heading', { name: 'Leave quickly', exact: true })).toBeVisible();
			await expect(page.getByText('Shift')).toHaveCount(0);
		});
	});
});

test('S8 it goes where the person chose, from a short fixed list, and tells no one from where', async ({
	app,
	page,
	leave,
	goOn,
	outside
}) => {
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
	await expect(page.getByRole('heading', { name: 'Leave quickly', exact: true })).toBeInViewport();
});

test('S8 the pages as built name no other website but the place and the helplines', async () => {
	const known = [weather, 'https://findahelpline.com', 'https://lila.help'];
	const files = await readdir('build', { recursive: true });
	const found = new Set<string>();
	for (const file of files.filter((one) => one.endsWith('.html'))) {
		const html = await readFile(join('build', file), 'utf8');
		for (const [, address = ''] of html.matchAll(/(?:href|src|action)="(https?:[^"]*)"/g)) {
			found.add(address);
		}
	}
	expect([...found].sort()).toEqual(known.sort());
});
