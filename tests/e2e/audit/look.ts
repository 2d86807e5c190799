import type { Page } from '@playwright/test';

/** Waits until what follows a change of the screen is done: what is observed comes with a frame, and is painted with the next. */
export async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await new Promise((resolve) => {
			requestAnimationFrame(() => requestAnimationFrame(resolve));
		});
		await document.fonts.ready;
		// A colour on its way to another has the contrast of neither.
		const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
		await Promise.allSettled(changing.map(({ finished }) => finished));
	});
}

/** Puts words on the root element, as the choices of how the app looks do at once; takes those away that are null. */
export async function setRoot(page: Page, values: Record<string, string | null>): Promise<void> {
	await page.evaluate((values) => {
		for (const [name, value] of Object.entries(values)) {
			if (value === null) document.documentElement.removeAttribute(name);
			else document.documentElement.setAttribute(name, value);
		}
	}, values);
	await settled(page);
}

/** Sets how large the letters are, as the browser's own setting does; `''` is as usual. */
export async function setLetters(page: Page, size: '200%' | ''): Promise<void> {
	await page.evaluate((size) => {
		document.documentElement.style.fontSize = size;
	}, size);
	await settled(page);
}
