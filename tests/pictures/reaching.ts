import type { Locator, Page } from '@playwright/test';
import { App, expect } from '../e2e/app';

/* How a state is reached, and what the states have in common. */

/** Does what a person does, until the screen shows what the picture is of. */
export type State = (app: App, page: Page) => Promise<void>;
export type States = Record<string, State>;

/** The evening of all pictures; the clock stands still but for `later`. */
export const EVENING = new Date('2026-11-23T21:47:00Z');

/** Lets minutes pass: what is written at one and the same moment is listed in no order. */
export async function later(page: Page, minutes = 1): Promise<void> {
	const now = await page.evaluate(() => Date.now());
	await page.clock.setFixedTime(now + minutes * 60_000);
}

/** Somebody whose every address is opened at a moment of its own: by it the browser's history is told apart. */
export class Visitor extends App {
	override async open(path: string): Promise<void> {
		await later(this.page, 1 / 60_000);
		await super.open(path);
	}
}

export async function opened(app: App, address: string): Promise<void> {
	await app.open(address);
	await app.page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** An address, once the states before it were gone through. */
export function at(address: string, ...before: State[]): State {
	return async (app, page) => {
		for (const reach of before) await reach(app, page);
		await opened(app, address);
	};
}

export const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).first().click();

/** Scrolls until a place stands right below the head. */
export async function scrollTo(place: Locator): Promise<void> {
	await place.first().evaluate((one) => one.scrollIntoView({ block: 'start' }));
}

/** Scrolls until a place stands in the middle of the screen. */
export async function scrollAround(place: Locator): Promise<void> {
	await place.first().evaluate((one) => one.scrollIntoView({ block: 'center' }));
}

export async function scrollToEnd(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const one of [document.documentElement, ...document.querySelectorAll('.sheet')]) {
			one.scrollTo(0, one.scrollHeight);
		}
	});
}

/** Gives a file to the last place on the page that takes one. */
export async function give(page: Page, name: string, text: string | Buffer): Promise<void> {
	const file = { name, mimeType: '', buffer: Buffer.from(text as string) };
	await page.locator('input[type="file"]').last().setInputFiles(file);
}

/** Answers that nobody else could open this browser, where that is asked. */
export async function onlyMe(page: Page, then: Locator): Promise<void> {
	const answer = page.getByRole('button', { name: /^No, only me/ });
	await answer.or(then).first().waitFor();
	if (await answer.isVisible()) await answer.click();
	await expect(then.first()).toBeVisible();
}

/** Passphrases and codes are picked at random: others of the same make are put in their place. */
export async function steadied(page: Page): Promise<void> {
	const offered = page.locator('p.words[aria-live]');
	if ((await offered.count()) > 0) await expect(offered).not.toBeEmpty();
	await page.evaluate(() => {
		const words = document.querySelector('p.words[aria-live]');
		if (words) words.textContent = 'harbour thimble unpaved lantern quarry';
		for (const list of document.querySelectorAll('.groups, .print-sheet ol')) {
			for (const [index, group] of list.querySelectorAll('li').entries()) {
				group.textContent = `${index + 2}K7M`;
			}
		}
	});
}
