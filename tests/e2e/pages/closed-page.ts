import { expect, type Locator, type Page } from '@playwright/test';
import { limitOf } from '../limits';
import { passphrase } from '../seeded';
import { App } from './app';
import type { WritingPage } from './writing-page';

/** The page on which the journal waits for a secret. */
export class ClosedPage {
	readonly page: Page;
	readonly title: Locator;
	readonly fault: Locator;

	constructor(page: Page) {
		this.page = page;
		this.title = page.getByRole('heading', { name: 'Closed for now' });
		this.fault = page.getByRole('alert');
	}

	/** Gives a secret, and waits until it was tried. */
	async open(secret = passphrase, label = 'Passphrase'): Promise<void> {
		await this.title.waitFor();
		await this.page.getByLabel(label, { exact: true }).fill(secret);
		await this.page.getByRole('button', { name: 'Open', exact: true }).click();
		// A part of the essay is called Opening too, and can be chosen in the search.
		const waiting = this.page.getByText('Opening', { exact: true });
		await expect(waiting.and(this.page.locator(':not(option)'))).toHaveCount(0, {
			timeout: limitOf({ derivations: 1 })
		});
	}

	async openWithCode(code: string): Promise<void> {
		await this.title.waitFor();
		await this.page.getByRole('button', { name: 'Use the recovery code' }).click();
		await this.open(code, 'Recovery code');
	}

	/** Goes to write, opens the journal by its passphrase, and begins a page. */
	async openAndWrite(): Promise<WritingPage> {
		const app = new App(this.page);
		await app.open('/write/');
		await this.open();
		return app.writing();
	}
}
