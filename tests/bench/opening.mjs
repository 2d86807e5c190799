/* global document, indexedDB -- what is evaluated in the page */
import { noted, visit, whole } from './browser.mjs';
import { PASSPHRASE } from './fill.mjs';
import { median, rounded } from './numbers.mjs';

/** @typedef {{ browser: import('puppeteer-core').Browser, url: string, filled: import('./fill.mjs').Filled }} Place */

/**
 * The parts of one opening, in milliseconds.
 *
 * @param {import('./watch.mjs').Noted} one
 */
function parts({ calls, row, all, tasks }) {
	const open = calls.filter(({ call, answered }) => call === 'unlock' && answered > 0).at(-1);
	const unseals = calls.filter(({ call }) => call === 'decrypt');
	const derived = open?.answered ?? 0;
	// The root, the pages of the inventory, and then the newest entries.
	const listed = unseals[1]?.answered ?? 0;
	const opened = Math.max(...unseals.map(({ answered }) => answered));
	return {
		untilKey: derived,
		firstScreen: row - derived,
		inventory: listed - derived,
		newest: (unseals[2]?.answered ?? 0) - listed,
		drawn: row - (unseals[2]?.answered ?? 0),
		whole: Math.max(opened, all) - derived,
		longestTask: Math.max(0, ...tasks.filter(({ at }) => at > derived).map(({ took }) => took))
	};
}

/** @param {ReturnType<typeof parts>[]} all */
function medians(all) {
	const names = /** @type {(keyof ReturnType<typeof parts>)[]} */ (Object.keys(all[0] ?? {}));
	return Object.fromEntries(
		names.map((name) => [name, rounded(median(all.map((one) => one[name])))])
	);
}

/**
 * Opens the journal anew, by its device slot, so many times.
 *
 * @param {Place} place
 * @param {number} times
 */
export async function byItself({ browser, url, filled }, times) {
	const all = [];
	// The first visit fetches the app, and is not counted.
	for (let turn = 0; turn <= times; turn += 1) {
		const page = await visit(browser, `${url}journal/`, filled.listed);
		await whole(page, filled.records);
		await page.waitForFunction(() => globalThis.noted.all > 0, { timeout: 60_000 });
		if (turn > 0) all.push(parts(await noted(page)));
		await page.close();
	}
	return { ...medians(all), turns: all.map(({ firstScreen }) => rounded(firstScreen)) };
}

/**
 * Takes the device slot away for good and opens the journal with its passphrase, so many times; counted from
 * the moment at which the key is derived.
 *
 * @param {Place} place
 * @param {number} times
 */
export async function byPassphrase({ browser, url, filled }, times) {
	const page = await visit(browser, `${url}about/`, filled.listed);
	await page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const opening = indexedDB.open('own-voice');
				opening.onsuccess = () => {
					const done = opening.result.transaction(['keys', 'slots'], 'readwrite');
					done.objectStore('keys').clear();
					done.objectStore('slots').openCursor().onsuccess = ({ target }) => {
						const cursor = target.result;
						if (cursor?.value.kind === 'device') cursor.delete();
						cursor?.continue();
					};
					done.oncomplete = resolve;
					done.onerror = reject;
				};
			})
	);
	await page.close();
	const all = [];
	for (let turn = 0; turn <= times; turn += 1) {
		const page = await visit(browser, `${url}journal/`, filled.listed);
		await page.waitForSelector('form input');
		await page.waitForSelector('html[data-ready]');
		await page.type('form input', PASSPHRASE);
		const pressed = await page.evaluate(() => {
			const now = performance.now();
			document.querySelector('form button[type="submit"]')?.click();
			return now;
		});
		await page.waitForFunction(() => globalThis.noted.all > 0, { timeout: 120_000 });
		const one = parts(await noted(page));
		if (turn > 0) all.push({ ...one, untilKey: one.untilKey - pressed });
		await page.close();
	}
	return { ...medians(all), turns: all.map(({ firstScreen }) => rounded(firstScreen)) };
}
