import { expect, type Page } from '@playwright/test';
import axe, { type RunOnly, type RunOptions } from 'axe-core';

/** Lets no bar stay in its place while the page is scrolled, or lets them do so again. */
function layBars(page: Page, position: 'static' | ''): Promise<void> {
	return page.evaluate((position) => {
		const bars = '.head, .head .quick-exit, .head .main-nav, .editor-toolbar, .bulk-bar';
		for (const bar of document.querySelectorAll<HTMLElement>(bars)) bar.style.position = position;
	}, position);
}

type Fault = [rule: string, element: string | undefined, why: string | undefined];

/** The faults that axe finds in what is on the screen, contrast at level AAA among the rest: each rule with the first element against it, and why. */
export function faultsOfAxe(page: Page): Promise<Fault[]> {
	const values = [
		'wcag2a',
		'wcag2aa',
		'wcag21a',
		'wcag21aa',
		'wcag22aa',
		'wcag2aaa',
		'best-practice'
	];
	return faultsOf(page, { type: 'tag', values });
}

/** Those of its colours alone, where nothing else has changed since all was looked at. */
export function faultsOfColour(page: Page): Promise<Fault[]> {
	const values = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
	return faultsOf(page, { type: 'rule', values });
}

async function faultsOf(page: Page, runOnly: RunOnly): Promise<Fault[]> {
	// What lies half under a bar at this moment would count as too small to press.
	await layBars(page, 'static');
	// Not through axe's own package for Playwright: that reads axe anew for each look, and describes whatever is right.
	if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
	const options: RunOptions = { runOnly, resultTypes: ['violations'], iframes: false };
	const faults = await page.evaluate(async (options) => {
		const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options);
		return violations.map(({ id, nodes: [first] }): Fault => [
			id,
			first?.html,
			first?.failureSummary
		]);
	}, options);
	await layBars(page, '');
	return faults;
}

/**
 * Expects that axe finds no fault, and that the page does not scroll sideways. Waits for the heading first: until the journal is open, a page
 * may not know what to be headed with.
 */
export async function expectNoFault(page: Page, where: string): Promise<void> {
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	expect([where, await faultsOfAxe(page)]).toEqual([where, []]);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect([where, over]).toEqual([where, 0]);
}

/** What can be pressed and is less than 44 px tall, but for links inside a sentence, with the page it is on. */
export function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('a, button, input, summary, textarea, select')]
			.filter((one) => one.checkVisibility() && !one.closest('p:not(.actions, .back-link), .skip'))
			.map((one) => one.closest('label') ?? one)
			.filter((one) => one.getBoundingClientRect().height < 43.5)
			.map((one) => `${location.pathname} ${one.outerHTML.slice(0, 90)}`)
			.filter((one) => !one.includes('class="skip'))
	);
}
