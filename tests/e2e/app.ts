import { readFileSync } from 'node:fs';
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
		this.heard = page.locator('.desk').getByRole('status');
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

	/** Stops, and waits for what is asked then. */
	async stop(): Promise<AfterPage> {
		await this.page.getByRole('button', { name: 'Stop here' }).click();
		const after = new AfterPage(this.page);
		await after.title.waitFor();
		return after;
	}

	/** Stops, says nothing more, and opens the page that was kept. One gone on with is opened at once. */
	async stopHere(): Promise<EntryPage> {
		await this.page.getByRole('button', { name: 'Stop here' }).click();
		const after = new AfterPage(this.page);
		const entry = new EntryPage(this.page);
		await after.title.or(entry.text).waitFor();
		if (await after.title.isVisible()) {
			await after.keep();
			await this.page.getByRole('link', { name: 'Read it again' }).click();
		}
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

/** How many parts the built-in companion has. */
export const partCount =
	readFileSync('src/lib/companion/walking-away.companion.md', 'utf8').match(/^## /gm)?.length ?? 0;

/** Every address of the app that is a page; but for `/wipe/`, which leads on to the start at once. */
export const pages = [
	'/',
	...Array.from({ length: partCount }, (_, index) => `/read/${index + 1}/`),
	'/write/',
	'/journal/',
	'/journal/entry/',
	'/calendar/',
	'/look-back/',
	'/compare/',
	'/bin/',
	'/copies/',
	'/copies/backup/',
	'/copies/deep-clean/',
	'/copies/folder/',
	'/copies/bring-in/',
	'/copies/take-out/',
	'/library/',
	'/library/bring/',
	'/library/essay/',
	'/library/make/',
	'/library/part/',
	'/print/',
	'/letters/',
	'/questions/',
	'/settings/',
	'/settings/ways/',
	'/help/',
	'/about/',
	'/about/limits/',
	'/about/questions/',
	'/about/changes/',
	'/about/accessibility/',
	'/let-go/'
];

export const test = base.extend<{ app: App }>({
	app: async ({ page }, use) => {
		await use(new App(page));
	}
});
export { expect } from '@playwright/test';
