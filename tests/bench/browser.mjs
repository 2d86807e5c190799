import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { watch } from './watch.mjs';

/**
 * Starts Chromium with a profile on disk.
 *
 * @param {string} userDataDir
 */
export async function launch(userDataDir) {
	const { executablePath } = await findBrowser(process.cwd());
	return puppeteer.launch({
		executablePath,
		userDataDir,
		args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
		defaultViewport: { width: 1280, height: 800 },
		protocolTimeout: 900_000
	});
}

/**
 * Opens a page of the app in a tab that notes what happens in it.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {number} listed how many lines the whole list has
 */
export async function visit(browser, url, listed) {
	const page = await browser.newPage();
	await page.evaluateOnNewDocument(watch, listed);
	await page.goto(url, { waitUntil: 'domcontentloaded' });
	return page;
}

/**
 * What was noted in a tab since its page began to load.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<import('./watch.mjs').Noted>}
 */
export const noted = (page) => page.evaluate(() => globalThis.noted);

/**
 * Waits until all records of the journal were opened in this tab.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {number} records
 */
export async function whole(page, records) {
	await page.waitForFunction(
		(count) => {
			const { calls } = globalThis.noted;
			const done = calls.filter(({ call, answered }) => call === 'decrypt' && answered > 0);
			return done.reduce((sum, { size }) => sum + size, 0) >= count;
		},
		{ timeout: 600_000, polling: 100 },
		records
	);
}
