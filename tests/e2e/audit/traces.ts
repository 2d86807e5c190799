import type { Page } from '@playwright/test';

/** What a page asks of other places, and what its console says, from now on. */
export function watch(page: Page, home: string): { elsewhere: string[]; complaints: string[] } {
	const elsewhere: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== home) elsewhere.push(request.url());
	});
	page.on('console', (message) => {
		// In the gate there is no offline copy here (playwright.config.ts).
		if (message.text() === 'Service Worker registration blocked by Playwright') return;
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return { elsewhere, complaints };
}

/** Words that would say what the app is about; none may stand where others see them. */
export const subject =
	/leav|abus|break|relation|walk|away|grief|fear|closure|prompt|deciding|recent|looking/i;

/** What the browser lists and keeps in clear of this visit: address, title, and what is beside the page. */
export async function keptInClear(page: Page): Promise<string> {
	return page.evaluate(() =>
		JSON.stringify([
			location.href,
			document.title,
			history.state,
			Object.entries(sessionStorage),
			Object.entries(localStorage)
		])
	);
}
