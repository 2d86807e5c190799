import { expect, type Locator, type Page } from '@playwright/test';
import { boats } from '../essays';
import type { App } from './app';

/** The page on which an essay is brought. */
export class BringPage {
	readonly app: App;
	readonly page: Page;
	readonly paste: Locator;
	readonly pieces: Locator;
	readonly keep: Locator;

	constructor(app: App) {
		this.app = app;
		this.page = app.page;
		this.paste = this.page.getByLabel('Or paste its text here');
		this.pieces = this.page.getByRole('list', { name: 'Its pieces' }).getByRole('listitem');
		this.keep = this.page.getByRole('button', { name: 'Keep it', exact: true });
	}

	async open(): Promise<void> {
		await this.app.open('/library/bring/');
		await this.paste.waitFor();
	}

	async give(text: string): Promise<void> {
		await this.paste.fill(text);
		await this.page.getByRole('button', { name: 'Read it' }).click();
	}

	async giveFile(name: string, content: string | Buffer, mimeType = 'text/plain'): Promise<void> {
		const buffer = typeof content === 'string' ? Buffer.from(content) : content;
		await this.page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
	}

	/** Keeps it; before the first thing ever kept it answers "No, only me". */
	async keepIt(): Promise<void> {
		await this.keep.click();
		const onlyMe = this.page.getByRole('button', { name: /^No, only me/ });
		const kept = this.page.getByRole('button', { name: 'Take that back' });
		await onlyMe.or(kept).waitFor();
		if (await onlyMe.isVisible()) await onlyMe.click();
		await expect(kept).toBeVisible();
	}
}

/** Brings an essay of five parts, and keeps it. */
export async function withBoats(app: App): Promise<BringPage> {
	const bring = new BringPage(app);
	await bring.open();
	await bring.give(boats);
	await bring.pieces.nth(4).waitFor();
	await bring.keepIt();
	return bring;
}
