import type { Locator, Page } from '@playwright/test';
import { EntryPage } from './entry-page';

/** The journal, as a list. */
export class JournalPage {
	readonly page: Page;
	readonly title: Locator;
	readonly rows: Locator;
	readonly showWriting: Locator;

	constructor(page: Page) {
		this.page = page;
		this.title = page.getByRole('heading', { name: 'Journal', level: 1 });
		this.rows = page.locator('.row');
		this.showWriting = page.getByRole('switch', { name: 'Show the writing' });
	}

	async openEntry(index = 0): Promise<EntryPage> {
		await this.rows.nth(index).getByRole('link').click();
		const entry = new EntryPage(this.page);
		await entry.text.waitFor();
		return entry;
	}
}
