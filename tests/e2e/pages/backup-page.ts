import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { limitOf } from '../limits';

/** The page on which a backup is made. */
export class BackupPage {
	readonly page: Page;
	/** The five words that are suggested, or that open the file that was just made. */
	readonly words: Locator;
	readonly useWords: Locator;

	constructor(page: Page) {
		this.page = page;
		this.words = page.locator('p.words');
		this.useWords = page.getByRole('button', { name: 'Use these' });
	}

	/** Makes it with the words that are suggested, and returns them. */
	async makeWithWords(): Promise<string> {
		await expect(this.useWords).toBeEnabled();
		const words = await this.words.innerText();
		await this.useWords.click();
		await this.ready();
		return words;
	}

	/** Makes it with a passphrase of one's own. */
	async makeWith(passphrase: string): Promise<void> {
		await this.page.getByRole('button', { name: 'Choose my own' }).click();
		await this.page.getByLabel('Your passphrase').fill(passphrase);
		await this.page.getByLabel('The same once more').fill(passphrase);
		await this.page.getByRole('button', { name: 'Use this' }).click();
		await this.ready();
	}

	/** Waits until the file is made: its key is derived, it is read back, and a passphrase of the journal is tried before. */
	async ready(): Promise<void> {
		await expect(this.page.getByText('The backup is ready.')).toBeVisible({
			timeout: limitOf({ derivations: 3 })
		});
	}

	/** Saves the file that is ready. */
	async save(): Promise<Download> {
		const coming = this.page.waitForEvent('download');
		await this.page.getByRole('link', { name: 'Save the file' }).click();
		return coming;
	}
}
