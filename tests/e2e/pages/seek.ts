import type { Locator, Page } from '@playwright/test';
import type { App } from './app';

/** The line above the journal's list: what is looked for, and what narrows it down. */
export class Seek {
	readonly page: Page;
	readonly field: Locator;
	/** How many were found, as it is read and heard. */
	readonly said: Locator;
	readonly rows: Locator;
	readonly toggle: Locator;
	/** What can be chosen, once it is unfolded. */
	readonly choices: Locator;
	/** What is in force. */
	readonly force: Locator;

	constructor(page: Page) {
		this.page = page;
		this.field = page.getByRole('searchbox', { name: 'Search your pages' });
		this.said = page
			.locator('[data-result-count]')
			.filter({ hasText: /^(\d+ pages?|Nothing found)/ });
		this.rows = page.locator('.row');
		this.toggle = page.getByRole('button', { name: 'Narrow it down' });
		this.choices = page.getByRole('group', { name: 'Narrow it down' });
		this.force = page.getByRole('list', { name: 'Narrowed down to' });
	}

	/** A choice of several by its name. */
	pick(name: string): Locator {
		return this.choices.getByRole('combobox', { name });
	}

	/** What can be picked, without the first, which stands for all. */
	async offered(name: string): Promise<string[]> {
		return (await this.pick(name).getByRole('option').allTextContents()).slice(1);
	}

	day(name: 'From' | 'Until'): Locator {
		return this.choices.locator('label').filter({ hasText: name }).locator('input[type=date]');
	}
}

/** Writes an answer in a part, and keeps it. */
export async function write(app: App, section: number, text: string): Promise<void> {
	const writing = await app.answerIn(section);
	await writing.write(text);
	await (await writing.stop()).keep();
}
