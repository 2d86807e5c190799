import type { Page } from '@playwright/test';
import { BeforePage } from './before-page';
import { JournalPage } from './journal-page';
import { WritingPage } from './writing-page';

/** The app as a person meets it. Methods are what one does; each returns when the screen has followed. */
export class App {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Opens an address and waits for the one readiness mark. */
	async open(path: string): Promise<void> {
		await this.page.goto(path);
		await this.alive();
	}

	async alive(): Promise<void> {
		await this.page.locator('html[data-ready]').waitFor();
	}

	/** Opens a section and takes the question that is shown first. */
	async answerIn(section: number): Promise<WritingPage> {
		await this.open(`/read/${section}/`);
		await this.page.getByRole('link', { name: 'Write', exact: true }).click();
		return this.writing();
	}

	async justWrite(): Promise<WritingPage> {
		await this.open('/write/');
		return this.writing();
	}

	/**
	 * Waits for the writing page. Before the first word ever it answers "No, only me", and before the first
	 * word of a page it begins without answering the two small questions.
	 */
	async writing(): Promise<WritingPage> {
		const writing = new WritingPage(this.page);
		const onlyMe = this.page.getByRole('button', { name: /^No, only me/ });
		const { begin } = new BeforePage(this.page);
		await writing.box.or(onlyMe).or(begin).waitFor();
		if (await onlyMe.isVisible()) await onlyMe.click();
		await writing.box.or(begin).waitFor();
		if (await begin.isVisible()) await begin.click();
		await writing.box.waitFor();
		return writing;
	}

	async journal(): Promise<JournalPage> {
		await this.page.getByRole('navigation', { name: 'Pages' }).getByText('Journal').click();
		const journal = new JournalPage(this.page);
		await journal.title.waitFor();
		return journal;
	}
}
