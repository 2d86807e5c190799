import type { Locator, Page } from '@playwright/test';
import { AfterPage } from './after-page';
import { EntryPage } from './entry-page';

/** The page on which one writes. */
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
		this.heard = page.locator('.editor-toolbar').getByRole('status');
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
