import { App, expect } from '../app';
import { breakWrites } from '../database';
import { faultsOfAxe } from '../faults';
import { canary, expectCover, expectNotCovered, heard, test, weather } from '../leave-app';

/* Leave quickly: the cover, the words that were being written, and coming back. */

test('S3 Leave quickly hides everything in the same task, and says only “Loading”', async ({
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
		opened: app,
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

test(
	'S4 words that cannot be saved do not hold anyone back',
	{ tag: '@whole' },
	async ({ opened: app, page, leave }) => {
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
	}
);

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
	await expect(page.getByRole('list', { name: /^The \w+ parts$/ })).toBeVisible();
	await page.reload();
	await expectNotCovered(page);
});

test(
	'S5 the cover is there before there is anything to cover',
	{ tag: '@whole' },
	async ({ page }) => {
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
	}
);

test(
	'S5 a closed and reopened app shows only the cover, at every address',
	{ tag: '@whole' },
	async ({ opened: app, page, context, leave }) => {
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
		expect(await faultsOfAxe(later)).toEqual([]);
	}
);

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

test(
	'S5 a page that the browser had set aside is looked at before it is seen',
	{ tag: '@whole' },
	async ({ app, page }) => {
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
	}
);

test(
	'S5 where the browser keeps nothing, the page itself stays covered',
	{ tag: '@whole' },
	async ({ app, page, leave }) => {
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
	}
);
