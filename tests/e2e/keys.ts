import type { Page } from '@playwright/test';

/** Presses Tab until the element with this accessible name has the focus, and returns how often. */
export async function tabTo(page: Page, name: string | RegExp): Promise<number> {
	for (let presses = 1; presses <= 60; presses += 1) {
		await page.keyboard.press('Tab');
		const found = await page.evaluate(() => {
			const active = document.activeElement;
			if (!active) return '';
			const label = active.getAttribute('aria-label');
			const named = active.closest('label')?.textContent;
			return (label ?? named ?? active.textContent).trim();
		});
		if (typeof name === 'string' ? found === name : name.test(found)) return presses;
	}
	throw new Error(`Tab never reached ${String(name)}`);
}
