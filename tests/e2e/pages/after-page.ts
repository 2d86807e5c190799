import type { Locator, Page } from '@playwright/test';

/** What is asked after the last word, and what comes of the page. */
export class AfterPage {
	readonly page: Page;
	readonly title: Locator;
	readonly ended: Locator;

	constructor(page: Page) {
		this.page = page;
		this.title = page.getByRole('heading', { name: 'And now?' });
		this.ended = page.getByRole('heading', { name: /^(Kept|Hidden|Sealed|Gone)/ });
	}

	/** Takes what stands there: the page is kept. */
	async keep(): Promise<void> {
		await this.title.waitFor();
		await this.page.getByRole('button', { name: 'Keep this page' }).click();
		await this.ended.waitFor();
	}

	async letItGo(): Promise<void> {
		await this.page
			.getByRole('group', { name: 'Let this page go?' })
			.getByRole('button', { name: 'Let it go' })
			.click();
	}

	/** Chooses another fate, by its word, and presses the button of this name. */
	async choose(word: string, act: string): Promise<void> {
		await this.title.waitFor();
		await this.page.getByLabel(word, { exact: true }).check();
		await this.page.getByRole('button', { name: act }).click();
		// What cannot be brought back is asked once more.
		if (word === 'let go') await this.letItGo();
		await this.ended.waitFor();
	}
}
