import { existsSync } from 'node:fs';
import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { App, expect, test } from '../app';
import { OwnBrowser } from '../own-browser';
import { limitOf } from '../limits';

/*
 * Half a record at the end of Chromium's log, which a kill between two writes leaves. Left to itself Chromium goes on
 * behind it at the next start, and deletes every database of the site at the one after that.
 */

/** The log that LevelDB is writing in a profile; null where Chromium keeps databases otherwise. */
async function logIn(profile: string): Promise<string | null> {
	const folder = join(profile, 'Default', 'IndexedDB');
	const [ours] = (await readdir(folder)).filter((name) => name.endsWith('.indexeddb.leveldb'));
	if (!ours) return null;
	const logs = (await readdir(join(folder, ours))).filter((name) => name.endsWith('.log'));
	return join(folder, ours, logs.sort().at(-1) ?? '');
}

/** The one page that is kept, as a start finds it. */
async function stillThere(page: Page, address: string): Promise<void> {
	await page.goto(`${address}/journal/`);
	await expect(page.locator('.row')).toHaveCount(1);
	await page.locator('.row a').click();
	await expect(page.locator('[data-entry-text]')).toContainText('Kept before the kill');
}

test('a journal outlives the half record that a kill leaves', async ({ baseURL }) => {
	const address = baseURL ?? '';
	test.setTimeout(limitOf({ browsers: 6, loads: 8, steps: 12 }));
	const browser = await OwnBrowser.withNewProfile();
	const started = async (): Promise<Page> => (await browser.start()).newPage();
	try {
		const first = await started();
		await first.goto(`${address}/write/`);
		const writing = await new App(first).writing();
		await writing.write('Kept before the kill');
		// What is torn is the record of this.
		await writing.write('Kept before the kill, and more');
		await browser.kill();
		const log = await logIn(browser.profile);
		test.skip(log === null, 'This Chromium has another store, and no such log.');
		if (log === null) return;
		await truncate(log, (await stat(log)).size - 30);

		await stillThere(await started(), address);
		await expect.poll(() => existsSync(log)).toBe(false);
		await browser.kill();
		for (let starts = 0; starts < 3; starts += 1) {
			await stillThere(await started(), address);
			await browser.kill();
		}
	} finally {
		await browser.remove();
	}
});
