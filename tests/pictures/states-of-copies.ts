import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { App } from '../e2e/app';
import { written } from './pages-there';
import { at, give, press, scrollToEnd, type State, type States } from './reaching';

/* Backups, a folder for them, and a deep clean. */

const PASSPHRASE = 'seventeen quiet boats at night';

/** As far as the words that are offered for a passphrase. */
const offering =
	(address: string): State =>
	async (app, page) => {
		await at(address, written)(app, page);
		await page.getByRole('button', { name: 'Use these' }).waitFor();
	};

async function chosen(page: Page): Promise<void> {
	await press(page, 'Choose my own');
	await page.getByLabel('Show what I type').check();
	await page.getByLabel('Your passphrase').fill(PASSPHRASE);
	await press(page, 'Use this');
	await page.getByRole('link', { name: 'Save the file' }).waitFor({ timeout: 40_000 });
}

const ready: State = async (app, page) => {
	await at('/copies/backup/', written)(app, page);
	await chosen(page);
};

/** Saves the backup that is ready, and returns it. */
async function saved(page: Page): Promise<Buffer> {
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Save the file' }).click();
	const file = await readFile(await (await coming).path());
	await press(page, 'I have saved it');
	return file;
}

/** A folder of the browser's own stands in for one that a person chose on the device. */
async function inFolder(app: App, page: Page): Promise<void> {
	await page.addInitScript(() => {
		Object.assign(globalThis, {
			showDirectoryPicker: async () =>
				(await navigator.storage.getDirectory()).getDirectoryHandle('my copies', { create: true })
		});
		const granted = (): Promise<string> => Promise.resolve('granted');
		Object.assign(FileSystemHandle.prototype, {
			queryPermission: granted,
			requestPermission: granted
		});
	});
	await at('/copies/folder/', written)(app, page);
	await press(page, 'Choose a folder');
	await page.locator('.groups li').first().waitFor();
}

export const copies: States = {
	copies: at('/copies/', written),
	'copies-end': async (app, page) => {
		await at('/copies/', written)(app, page);
		await scrollToEnd(page);
	},
	'a-backup': offering('/copies/backup/'),
	'a-backup-ready': ready,
	'a-backup-put-away': async (app, page) => {
		await ready(app, page);
		await saved(page);
	},
	'checking-a-backup': async (app, page) => {
		await ready(app, page);
		await give(page, 'backup.age', await saved(page));
		await page.getByLabel('Its passphrase, or the recovery code').fill('not these words');
		await page.getByRole('button', { name: 'Check it' }).click();
		await page.getByText('That did not open it.').waitFor({ timeout: 40_000 });
		await scrollToEnd(page);
	},
	'a-backup-checked': async (app, page) => {
		await ready(app, page);
		await give(page, 'backup.age', await saved(page));
		await page.getByLabel('Its passphrase, or the recovery code').fill(PASSPHRASE);
		await page.getByRole('button', { name: 'Check it' }).click();
		await page.getByText('It opens, and every page in it is whole.').waitFor({ timeout: 40_000 });
		await scrollToEnd(page);
	},
	'a-folder': at('/copies/folder/', written),
	'a-folder-code': inFolder,
	'a-folder-in-use': async (app, page) => {
		await inFolder(app, page);
		const code = (await page.locator('.groups li').allTextContents()).join('-');
		await press(page, 'I have written it down');
		await page.getByLabel('Folder code').fill(code);
		await press(page, 'Go on');
		await page.getByText('A new copy is there.').waitFor({ timeout: 40_000 });
	},
	'deep-clean': offering('/copies/deep-clean/'),
	'deep-clean-checking': async (app, page) => {
		await at('/copies/deep-clean/', written)(app, page);
		await chosen(page);
		await saved(page);
	}
};
