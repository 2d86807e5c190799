/* Chromium by its own protocol, and Firefox by WebDriver BiDi, both through puppeteer. */
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROMIUM } from '../installed-browser.mjs';
import { find } from './in-page.mjs';

/**
 * Starts Chromium or Firefox.
 *
 * @param {'chrome' | 'firefox'} kind
 * @param {string} program its path
 * @param {string} home a folder of its own: the profile and the downloads stand there
 * @returns {Promise<import('./engines.mjs').Browser>}
 * @throws {Error} when it does not start
 */
export async function startDriven(kind, program, home) {
	const downloads = join(home, 'downloads');
	const browser = await puppeteer.launch({
		browser: kind,
		executablePath: program,
		userDataDir: join(home, 'profile'),
		args: kind === 'chrome' ? CHROMIUM : [],
		...(kind === 'chrome' && {
			downloadBehavior: { policy: 'allow', downloadPath: downloads }
		}),
		extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
		defaultViewport: { width: 1280, height: 800 }
	});
	return {
		version: (await browser.version()).split('/').at(-1) ?? '',
		downloads,
		newTab: async () => new DrivenTab(await browser.newPage()),
		close: () => browser.close()
	};
}

/** @implements {import('./engines.mjs').Tab} */
class DrivenTab {
	#page;

	/** @param {import('puppeteer-core').Page} page */
	constructor(page) {
		this.#page = page;
	}

	async goto(address) {
		await this.#page.goto(address, { waitUntil: 'domcontentloaded' });
	}

	async reload() {
		await this.#page.reload({ waitUntil: 'domcontentloaded' });
	}

	evaluate(work, ...args) {
		return this.#page.evaluate(work, ...args);
	}

	async click(selector, words) {
		const found = await this.#page.evaluateHandle(find, selector, words, 'itself');
		await found.asElement().click();
	}

	async type(text) {
		await this.#page.keyboard.type(text);
	}

	async give(selector, path) {
		const field = await this.#page.$(selector);
		await field.uploadFile(path);
	}

	async toFront() {
		await this.#page.bringToFront();
	}
}
