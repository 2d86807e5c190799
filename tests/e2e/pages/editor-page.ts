import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app';

/** The page on which a companion is made. */
export class Editor {
	readonly page: Page;
	readonly title: Locator;
	/** What the eye sees of the saving. */
	readonly kept: Locator;

	constructor(page: Page) {
		this.page = page;
		this.title = this.field('What the companion is called');
		this.kept = page.locator('[data-kept]');
	}

	field(label: string): Locator {
		return this.page.getByLabel(label, { exact: true });
	}

	/** The row of a part, which opens and closes it. */
	part(name: string | RegExp): Locator {
		return this.page.getByRole('heading', { level: 3 }).getByRole('button', { name });
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	async saved(): Promise<void> {
		await expect(this.kept).toHaveText('Saved');
	}
}

/** Opens the editor, where nothing is kept here yet. */
export async function begin(app: App): Promise<Editor> {
	await app.open('/library/make/');
	const editor = new Editor(app.page);
	await editor.button('Begin').click();
	await app.page.getByRole('button', { name: /^No, only me/ }).click();
	await editor.title.waitFor();
	return editor;
}

/** Types a companion of one part and one question, and waits until it is kept. */
export async function fill(editor: Editor): Promise<void> {
	await editor.title.fill('By the window');
	await editor.field('The essay’s title').fill('A Chair by the Window');
	await editor.field('Its author').fill('A. Writer');
	await editor.field('Name').fill('First light');
	await editor.field('Passage').fill('The light comes in,\n- no one asked it to -\n\nAnd stays.');
	await editor.button('Add a question').click();
	await editor.page.keyboard.type('What could you hear before you got up?');
	await editor.saved();
}
