import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { limitOf } from './limits';

/** A page as a person uses it, in either browser. Each step waits until it can be done. */
export class DrivenPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async open(address: string): Promise<void> {
		await this.page.goto(address);
		await this.sees('html[data-ready]');
	}

	/** Waits until something is there and in sight, with text that begins so. */
	async sees(selector: string, text = ''): Promise<void> {
		await expect
			.poll(() => this.page.evaluate(inSight, selector, text), {
				message: `${selector} ${text}`,
				timeout: limitOf({ derivations: 2 })
			})
			.toBeGreaterThanOrEqual(0);
	}

	/** Presses a button or follows a link with text that begins so. */
	async press(text: string): Promise<void> {
		const selector = 'button:enabled, a[href]';
		await this.sees(selector, text);
		// Found and pressed in one step: a button that becomes enabled in between would shift the count.
		await this.page.evaluate(pressInSight, selector, text);
	}

	/** Types into a field, in place of what stands there. */
	async fill(selector: string, text: string): Promise<void> {
		await this.sees(selector);
		const field = await this.page.$(selector);
		await field?.evaluate((one) => {
			(one as HTMLInputElement).focus();
			(one as HTMLInputElement).select();
		});
		await this.page.keyboard.type(text);
	}

	/** Types on the page one writes on, at the end of what stands there. */
	async write(text: string): Promise<void> {
		await this.reachPage();
		await this.page.focus('textarea');
		await this.page.keyboard.type(text);
	}

	/** Waits for the page to write on; what is asked before its first word is passed over. */
	async reachPage(): Promise<void> {
		await this.sees('textarea, .before');
		if ((await this.page.$('.before')) !== null) await this.press('Begin');
		await this.sees('textarea');
	}

	async saved(): Promise<void> {
		await this.sees('[data-save="saved"]');
	}

	/** Answers the first question with yes; returns the recovery code, with the page to write on open. */
	async begin(address: string, passphrase: string): Promise<string> {
		await this.open(address);
		await this.press('Yes');
		const code = await this.chooseWays(passphrase);
		await this.reachPage();
		return code;
	}

	/** Goes through the form: a passphrase of one's own, then the recovery code, which is returned. */
	async chooseWays(passphrase: string): Promise<string> {
		await this.press('Choose my own');
		await this.fill('.field-line input', passphrase);
		await this.fill('.field-line + .field-line input', passphrase);
		await this.press('Use this');
		await this.sees('.groups li');
		const groups = await this.page.$$eval('.groups li', (all) =>
			all.map((one) => one.textContent.trim())
		);
		const code = groups.join('-');
		await this.press('I have written it down');
		await this.fill('.field-line input', code);
		await this.press('Go on');
		return code;
	}

	/** Types a passphrase or a code on the closed screen, and waits for what comes of it. */
	async tryToOpen(secret: string): Promise<void> {
		await this.sees('h1', 'Closed for now');
		await this.fill('.field-line input', secret);
		await this.press('Open');
		await expect
			.poll(() => this.page.$$eval('.loading', (all) => all.length), {
				timeout: limitOf({ derivations: 2 })
			})
			.toBe(0);
	}

	/** Goes to the ways in from wherever the journal is open, without a new document. */
	async toWays(): Promise<void> {
		await this.press('Help');
		await this.press('Settings');
		await this.press('How pages are kept');
		await this.sees('h2', 'Ways in');
	}
}

/** In the page: presses the first in sight whose text begins so. */
function pressInSight(selector: string, text: string): void {
	for (const one of document.querySelectorAll<HTMLElement>(selector)) {
		if (!one.checkVisibility() || !one.textContent.trim().startsWith(text)) continue;
		one.click();
		return;
	}
}

/** In the page: the place among those that match of the first in sight whose text begins so, or -1. */
function inSight(selector: string, text: string): number {
	return [...document.querySelectorAll(selector)].findIndex(
		(one) => one.checkVisibility() && one.textContent.trim().startsWith(text)
	);
}
