import type { Locator, Page } from '@playwright/test';
import { WritingPage } from './writing-page';

/** A page that was kept, opened. */
export class EntryPage {
	readonly page: Page;
	readonly text: Locator;
	readonly question: Locator;
	readonly when: Locator;

	constructor(page: Page) {
		this.page = page;
		this.text = page.locator('[data-entry-text]');
		this.question = page.getByRole('heading', { level: 1 });
		this.when = page.locator('.entry-dates');
	}

	/** Opens a page that says first how old it is. */
	async passThreshold(): Promise<void> {
		await this.page
			.getByRole('group', { name: 'Before an old page opens' })
			.getByRole('button', { name: 'Open', exact: true })
			.click();
		await this.text.waitFor();
	}

	async goOnWriting(): Promise<WritingPage> {
		await this.page.getByRole('link', { name: 'Go on writing' }).click();
		const writing = new WritingPage(this.page);
		await writing.box.waitFor();
		return writing;
	}
}
