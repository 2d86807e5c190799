import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './app';

/** What the copies of these tests open with. */
export const PASSPHRASE = 'seventeen quiet boats at night';

/** A file as a person chooses it. */
export interface File {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

/** Chooses a passphrase in place of the suggested words. */
export async function typePassphrase(page: Page, passphrase: string): Promise<void> {
	await page.getByRole('button', { name: 'Choose my own' }).click();
	await page.getByLabel('Your passphrase').fill(passphrase);
	await page.getByLabel('The same once more').fill(passphrase);
	await page.getByRole('button', { name: 'Use this' }).click();
}

/** Makes the copy, and takes the file as the browser would save it. */
export async function makeCopy(page: Page): Promise<File> {
	await typePassphrase(page, PASSPHRASE);
	const link = page.getByRole('link', { name: 'Save the file' });
	await expect(link).toBeVisible({ timeout: 40_000 });
	const coming = page.waitForEvent('download');
	await link.click();
	const download = await coming;
	const folder = await mkdtemp(join(tmpdir(), 'own-voice-copy-'));
	const path = join(folder, download.suggestedFilename());
	await download.saveAs(path);
	const buffer = await readFile(path);
	await rm(folder, { recursive: true });
	await page.getByRole('button', { name: 'I have saved it' }).click();
	return { name: download.suggestedFilename(), mimeType: '', buffer };
}

/** Chooses a file and says what opens it. */
export async function choose(page: Page, file: File, secret: string, act: RegExp): Promise<void> {
	await page.locator('input[type="file"]').setInputFiles(file);
	await page.getByLabel('Its passphrase, or the recovery code').fill(secret);
	await page.getByRole('button', { name: act }).click();
}
