import type { Locator, Page } from '@playwright/test';

/** What is asked before the first word of a page. */
export class BeforePage {
	readonly page: Page;
	readonly begin: Locator;
	readonly question: Locator;

	constructor(page: Page) {
		this.page = page;
		this.begin = page.getByRole('button', { name: 'Begin', exact: true });
		this.question = page.getByRole('heading', { level: 1 });
	}
}
