import type { Page } from '@playwright/test';

/** How many pixels the page is wider than the screen, and what of it is cut off at the side. */
export async function tooWide(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const found = scrollWidth > clientWidth ? [`wider by ${scrollWidth - clientWidth}`] : [];
		for (const one of document.querySelectorAll<HTMLElement>(
			'main :is(p, h1, h2, h3, a, button)'
		)) {
			const { left, right, width } = one.getBoundingClientRect();
			if (!one.checkVisibility() || width < 2) continue;
			if (left < -1 || right > clientWidth + 1) {
				found.push(`cut off: ${one.outerHTML.slice(0, 60)}`);
			}
		}
		return found;
	});
}

/** The names of what is seen on buttons and links that do not contain it. */
export async function namesWithoutWhatIsSeen(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('a[aria-label], button[aria-label]')]
			.filter((one) => one.checkVisibility())
			// Where more than the one word is seen, as on a day of the calendar, its first line is what one would say.
			.map((one) => [one.innerText.trim().toLowerCase().split('\n')[0] ?? '', one.ariaLabel ?? ''])
			.filter(([seen = '', name = '']) => !name.toLowerCase().includes(seen))
			.map(([seen = '', name = '']) => `${seen} is called ${name}`)
	);
}

/** What moves although the person asked for less of it. */
export async function moving(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		document
			.getAnimations()
			.filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 1)
			.map(({ effect }) => (effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 60) ?? '')
	);
}
