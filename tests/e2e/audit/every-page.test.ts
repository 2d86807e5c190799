import type { Page } from '@playwright/test';
import { pages } from '../addresses';
import { faultsOfAxe, faultsOfColour, smallTargets } from '../faults';
import { expect, test } from '../fixtures';
import { faults as faultsOfLeaving, sizes } from '../leave-app';
import { limitOf } from '../limits';
import { App } from '../pages/app';
import { EntryPage } from '../pages/entry-page';
import { JournalPage } from '../pages/journal-page';
import { canary } from '../seeded';
import { thorough } from '../thorough';
import { moving, namesWithoutWhatIsSeen, tooWide } from './layout';
import { setLetters, setRoot, settled } from './look';
import { keptInClear, subject, watch } from './traces';

/*
 * What holds for every page of the app, with a journal of three pages. Each address is loaded once; then the screen and
 * the look of it change under it.
 */

const PHONE = { width: 320, height: 640 };
const DESK = { width: 1440, height: 900 };
/** Wide enough that with letters of twice the size it is a phone again. */
const TWICE = { width: 640, height: 800 };

/** What the gate leaves to the whole run: the steps between the narrowest and the widest, the largest and the smallest. */
const inWholeRun = <T>(more: T[]): T[] => (thorough ? more : []);
const widths = [
	PHONE,
	...inWholeRun([
		{ width: 390, height: 640 },
		{ width: 768, height: 900 }
	]),
	DESK
];

/** Letters as they can be chosen under Settings, on a narrow phone. */
const letters = [
	{ 'data-letters': 'largest' },
	...inWholeRun([
		{ 'data-letters': 'large', 'data-typeface': 'clear' },
		{ 'data-letters': 'large', 'data-typeface': 'device', 'data-line': 'short' }
	])
];
const USUAL = { 'data-letters': null, 'data-typeface': null, 'data-line': null };

interface Stop {
	name: string;
	open(app: App, page: Page): Promise<void>;
	/** Whether the words of an old page were asked for here. */
	shows?: boolean;
	/** Whether the host says that it is not there. */
	missing?: boolean;
}

const at = (address: string): Stop => ({
	name: address,
	async open(app, page) {
		await app.open(address);
		if (address === '/write/') await app.writing();
		if (address === '/journal/') await page.locator('.row').first().waitFor();
	}
});

const stops: Stop[] = [
	...pages.map(at),
	{
		name: 'a page of the journal, opened',
		shows: true,
		async open(app, page) {
			await app.open('/journal/');
			await new JournalPage(page).rows.last().getByRole('link').click();
			await new EntryPage(page).passThreshold();
		}
	},
	{
		name: 'an address that is no page',
		missing: true,
		async open(_, page) {
			await page.goto('/nowhere');
		}
	}
];

test.describe.configure({ timeout: limitOf({ loads: 3, axes: 3, layouts: 60 }) });
// A thumb needs more room than a mouse, and gets it where there is a touch screen.
test.use({ viewport: PHONE, hasTouch: true, reducedMotion: 'reduce', colorScheme: 'light' });

/** The parts of the essay are one page with different words: two of them, with most and least, stand for all in the gate. */
const alike = stops.filter(({ name }) => /^\/read\/(?![14]\/)/.test(name));

for (const stop of stops) {
	const title = `${stop.name} can be read, pressed and left at every size and in every look, and gives nothing away`;
	const details = alike.includes(stop) ? { tag: '@whole' } : {};
	test(title, details, async ({ withPages, page, baseURL }) => {
		const traces = watch(page, baseURL ?? '');
		await stop.open(withPages, page);
		await page.getByRole('heading', { level: 1 }).first().waitFor();

		await test.step('Tab comes to Leave quickly second', async () => {
			const skip = page.getByRole('link', { name: 'Skip to the page' });
			// Where the page itself has put the focus, it is the same from the top.
			if (stop.name === '/write/' || stop.shows) await skip.focus();
			else await page.keyboard.press('Tab');
			await expect.soft(skip).toBeFocused();
			await page.keyboard.press('Tab');
			const leave = page.getByRole('link', { name: 'Leave quickly', exact: true });
			await expect.soft(leave).toBeFocused();
		});

		await test.step('its title and its address do not say what it is about', async () => {
			await expect.soft(page).toHaveTitle('Own Voice');
			expect.soft(page.url()).not.toMatch(subject);
		});

		await test.step('it leads to how pages are kept', async () => {
			const links = 'a[href*="/settings/ways/"], a[href*="/about/"]';
			if (stop.name !== '/write/') {
				expect.soft(await page.locator(links).count()).toBeGreaterThan(0);
			}
		});

		await test.step('what is seen on a button or a link is part of its name', async () => {
			expect.soft(await namesWithoutWhatIsSeen(page)).toEqual([]);
		});

		await test.step('it leads to letting everything go, the writing page through Help', async () => {
			const link = page.getByRole('contentinfo').getByRole('link', { name: 'Let everything go' });
			const here = !['/let-go/', '/write/'].includes(stop.name);
			await expect.soft(link).toHaveCount(here ? 1 : 0);
			if (here) await expect.soft(link).toHaveAttribute('href', /let-go\/$/);
		});

		// All there is to see and to press on a page to read.
		const all = page.getByText('All questions of this part');
		if (stop.name.startsWith('/read/')) await all.click();

		for (const [name, viewport, colorScheme] of [
			['a phone by day', PHONE, 'light'],
			['a desk by night', DESK, 'dark']
		] as const) {
			await test.step(`axe finds no fault on ${name}, and all is large enough to press`, async () => {
				await page.setViewportSize(viewport);
				await page.emulateMedia({ colorScheme });
				await settled(page);
				expect.soft(await smallTargets(page)).toEqual([]);
				const faults = name === 'a phone by day' || thorough ? faultsOfAxe : faultsOfColour;
				expect.soft(await faults(page)).toEqual([]);
			});
		}

		await test.step('axe finds no fault in the system’s own colours, and nothing moves', async () => {
			await page.setViewportSize({ width: 1280, height: 720 });
			await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
			await settled(page);
			expect.soft(await moving(page)).toEqual([]);
			expect.soft(await faultsOfColour(page)).toEqual([]);
			await page.emulateMedia({ forcedColors: 'none' });
		});

		for (const viewport of widths) {
			await test.step(`nothing is cut off at ${viewport.width} pixels`, async () => {
				await page.setViewportSize(viewport);
				await settled(page);
				expect.soft(await tooWide(page)).toEqual([]);
			});
		}

		for (const chosen of letters) {
			await test.step(`nothing is cut off with ${JSON.stringify(chosen)}`, async () => {
				await page.setViewportSize(PHONE);
				await setRoot(page, chosen);
				expect.soft(await tooWide(page)).toEqual([]);
				await setRoot(page, USUAL);
			});
		}

		await test.step('nothing is cut off with letters of twice the size, also from right to left', async () => {
			await page.setViewportSize(TWICE);
			await setLetters(page, '200%');
			expect.soft(await tooWide(page)).toEqual([]);
			await setRoot(page, { dir: 'rtl' });
			expect.soft(await tooWide(page)).toEqual([]);
			await setRoot(page, { dir: null });
			await setLetters(page, '');
		});

		await test.step('nothing is cut off at 400 %, where a desk is as wide as a phone', async () => {
			await page.setViewportSize({ width: 320, height: 256 });
			await settled(page);
			expect.soft(await tooWide(page)).toEqual([]);
		});

		for (const size of sizes.filter((_, index) => thorough || index % 3 === 0)) {
			await test.step(`Leave quickly is seen whole at ${size.width} x ${size.height}`, async () => {
				await page.setViewportSize(size);
				await settled(page);
				for (const part of [0, 0.4, 1]) {
					await page.evaluate(
						(by) => scrollTo(0, by * document.documentElement.scrollHeight),
						part
					);
					expect.soft(await faultsOfLeaving(page)).toEqual([]);
				}
			});
		}

		await test.step('it asked nothing of any other place, and neither showed an old page nor kept it in clear', async () => {
			if (!stop.shows) expect.soft(await page.content()).not.toContain(canary);
			expect.soft(traces.elsewhere).toEqual([]);
			// The browser itself says that what is not there is not there.
			const said = traces.complaints.filter((one) => !(stop.missing && one.includes('404')));
			expect.soft(said).toEqual([]);
			const kept = await keptInClear(page);
			expect.soft(kept).not.toContain(canary);
			expect.soft(kept).not.toMatch(subject);
		});

		await test.step('Help is one action away', async () => {
			await page
				.getByRole('link', { name: /^(Help|Talk to someone)$/ })
				.first()
				.click();
			await expect(page).toHaveURL(/\/help\/$/);
			await expect(page.getByRole('heading', { name: 'Talk to someone' })).toBeVisible();
		});
	});
}
