import { type Page } from '@playwright/test';
import { expect, pages, test, type App } from './app';
import { expectNoFault } from './faults';

/*
 * Every page at every width, with letters of twice the size, in the system's own colours, and when everything on it
 * runs from right to left: nothing scrolls sideways, nothing is cut off, and what is pressed can be reached.
 */

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** How many pixels the page is wider than the screen, and what is cut off at the side, by page. */
async function tooWide(page: Page, address: string): Promise<string[]> {
	return page.evaluate((address) => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const found = scrollWidth > clientWidth ? [`${address} by ${scrollWidth - clientWidth}`] : [];
		for (const one of document.querySelectorAll<HTMLElement>(
			'main :is(p, h1, h2, h3, a, button)'
		)) {
			const { left, right, width } = one.getBoundingClientRect();
			if (!one.checkVisibility() || width < 2) continue;
			if (left < -1 || right > clientWidth + 1) {
				found.push(`${address} cuts off ${one.outerHTML.slice(0, 60)}`);
			}
		}
		return found;
	}, address);
}

async function visit(
	app: App,
	page: Page,
	each: (address: string) => Promise<void>
): Promise<void> {
	const writing = await app.answerIn(4);
	await writing.write(`${LONG} was a word.\nשלום, זה עמוד אחר.`);
	await writing.stopHere();
	for (const address of pages) {
		await app.open(address);
		await page.getByRole('heading', { level: 1 }).first().waitFor();
		await each(address);
	}
}

for (const width of [320, 390, 768, 1440]) {
	test.describe(`${width} pixels wide`, () => {
		test.use({ viewport: { width, height: width < 500 ? 640 : 900 }, reducedMotion: 'reduce' });

		test('nothing is too wide', async ({ app, page }) => {
			test.slow();
			const found: string[] = [];
			await visit(app, page, async (address) => {
				found.push(...(await tooWide(page, address)));
			});
			expect(found).toEqual([]);
		});
	});
}

test.describe('letters of twice the size', () => {
	test.use({ viewport: { width: 640, height: 800 }, reducedMotion: 'reduce' });

	test('nothing is too wide, also from right to left', async ({ app, page }) => {
		test.slow();
		const found: string[] = [];
		await visit(app, page, async (address) => {
			await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
			found.push(...(await tooWide(page, address)));
			await page.evaluate(() => (document.documentElement.dir = 'rtl'));
			found.push(...(await tooWide(page, `${address} from right to left`)));
		});
		expect(found).toEqual([]);
	});
});

test.describe('the system’s own colours', () => {
	test.use({ forcedColors: 'active', reducedMotion: 'reduce' });

	test('no page has a fault that axe can find, and nothing moves', async ({ app, page }) => {
		test.slow();
		await visit(app, page, async (address) => {
			await expectNoFault(page, address);
			const moving = await page.evaluate(() =>
				document
					.getAnimations()
					.filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 1)
					.map(({ effect }) => (effect as KeyframeEffect | null)?.target?.className ?? '')
			);
			expect([address, moving]).toEqual([address, []]);
		});
	});
});

test('what is seen on a button or a link is part of its name', async ({ app, page }) => {
	test.slow();
	const found: string[] = [];
	await visit(app, page, async (address) => {
		const named = await page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('a[aria-label], button[aria-label]')]
				.filter((one) => one.checkVisibility())
				.map((one) => [one.innerText.trim(), one.ariaLabel ?? ''] as const)
		);
		for (const [seen, name] of named) {
			// Where more than the one word is seen, as on a day of the calendar, its first line is what one would say.
			const [said = ''] = seen.toLowerCase().split('\n');
			if (!name.toLowerCase().includes(said)) found.push(`${address}: ${seen} is called ${name}`);
		}
	});
	expect(found).toEqual([]);
});

test('a page in a language that runs from right to left does so', async ({ app, page }) => {
	const writing = await app.justWrite();
	await writing.write('שלום, זה עמוד אחר.');
	expect(await writing.box.evaluate((box) => getComputedStyle(box).direction)).toBe('rtl');
	const entry = await writing.stopHere();
	const line = entry.text.locator('p').first();
	expect(await line.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
	expect(await page.evaluate(() => document.documentElement.dir)).toBe('');
});
