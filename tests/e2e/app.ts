import { test as base, type Locator, type Page } from '@playwright/test';

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

	/** Waits for the writing page; before the first word it answers "No, only me". */
	async writing(): Promise<WritingPage> {
		const writing = new WritingPage(this.page);
		const onlyMe = this.page.getByRole('button', { name: /^No, only me/ });
		await writing.box.or(onlyMe).waitFor();
		if (await onlyMe.isVisible()) await onlyMe.click();
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

export class WritingPage {
	readonly page: Page;
	readonly box: Locator;
	readonly question: Locator;
	/** What the person sees of the saving. */
	readonly kept: Locator;
	/** What a screen reader hears of it. */
	readonly heard: Locator;

	constructor(page: Page) {
		this.page = page;
		this.box = page.getByRole('textbox', { name: 'Your page' });
		this.question = page.getByRole('heading', { level: 1 });
		this.kept = page.locator('[data-save]');
		this.heard = page.getByRole('status');
	}

	/** Types at the end of what stands there. */
	async type(text: string): Promise<void> {
		await this.box.focus();
		await this.page.keyboard.press('ControlOrMeta+End');
		await this.page.keyboard.insertText(text);
	}

	async saved(): Promise<void> {
		await this.page.locator('[data-save="saved"]').waitFor();
	}

	async write(text: string): Promise<void> {
		await this.type(text);
		await this.saved();
	}

	async stopHere(): Promise<EntryPage> {
		await this.page.getByRole('button', { name: 'Stop here' }).click();
		const entry = new EntryPage(this.page);
		await entry.text.waitFor();
		return entry;
	}
}

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

export class EntryPage {
	readonly page: Page;
	readonly text: Locator;
	readonly question: Locator;
	readonly when: Locator;

	constructor(page: Page) {
		this.page = page;
		this.text = page.locator('[data-entry-text]');
		this.question = page.getByRole('heading', { level: 1 });
		this.when = page.locator('.when');
	}

	async goOnWriting(): Promise<WritingPage> {
		await this.page.getByRole('link', { name: 'Go on writing' }).click();
		const writing = new WritingPage(this.page);
		await writing.box.waitFor();
		return writing;
	}
}

/** Every address of the app that is a page; but for `/wipe/`, which removes everything. */
export const pages = [
	'/',
	...Array.from({ length: 9 }, (_, index) => `/read/${index + 1}/`),
	'/write/',
	'/journal/',
	'/journal/entry/',
	'/settings/',
	'/settings/ways/',
	'/help/',
	'/about/',
	'/about/limits/',
	'/let-go/'
];

export const test = base.extend<{ app: App }>({
	app: async ({ page }, use) => {
		await use(new App(page));
	}
});
export { expect } from '@playwright/test';
