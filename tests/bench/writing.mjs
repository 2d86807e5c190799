/* global document, indexedDB, MutationObserver -- what is evaluated in the page */
import { setTimeout as wait } from 'node:timers/promises';
import { noted, visit, whole } from './browser.mjs';
import { quantile, rounded } from './numbers.mjs';

/** Milliseconds between two keys. */
const KEY = 60;
const OPENINGS = 3;
const BOX = 'textarea';

/**
 * Saves so many times on one page, each beside a bare put of as many bytes, and returns both. A save counts
 * from the moment it begins (the pause after the last key is over) to "Saved".
 *
 * @param {import('./opening.mjs').Place} place
 * @param {number} times
 */
export async function saving({ browser, url, filled }, times) {
	const page = await visit(browser, `${url}write/`, filled.listed);
	await page.waitForSelector(BOX);
	await whole(page, filled.records);
	await page.focus(BOX);
	await insert(page, 'A page of some length, as most of them are. '.repeat(20));
	await saved(page, 0);
	await page.evaluate(prepare);
	const saves = [];
	const bare = [];
	for (let turn = 0; turn < times; turn += 1) {
		const before = await page.evaluate(() => globalThis.savedAt.length);
		await insert(page, ' and some more');
		await saved(page, before + 1);
		const { calls, puts } = await noted(page);
		const began = calls.filter(({ call }) => call === 'encrypt').at(-1)?.asked ?? NaN;
		const at = await page.evaluate(() => globalThis.savedAt.at(-1) ?? NaN);
		saves.push(at - began);
		bare.push(await page.evaluate((sizes) => globalThis.putBare(sizes), puts.at(-1) ?? []));
		await wait(50);
	}
	const { puts } = await noted(page);
	await page.close();
	const [p50, p95] = [quantile(saves, 0.5), quantile(saves, 0.95)];
	const [bare50, bare95] = [quantile(bare, 0.5), quantile(bare, 0.95)];
	return {
		p50: rounded(p50, 1),
		p95: rounded(p95, 1),
		bare50: rounded(bare50, 1),
		bare95: rounded(bare95, 1),
		ratio50: rounded(p50 / bare50, 1),
		ratio95: rounded(p95 / bare95, 1),
		bytes: puts.at(-1)?.reduce((sum, one) => sum + one, 0) ?? 0
	};
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} text
 */
async function insert(page, text) {
	await page.keyboard.sendCharacter(text);
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {number} count
 */
async function saved(page, count) {
	await page.waitForFunction(
		(wanted) =>
			document.querySelector('[data-save="saved"]') &&
			(wanted === 0 || globalThis.savedAt.length >= wanted),
		{ timeout: 30_000, polling: 20 },
		count
	);
}

/** In the page: notes when "Saved" is said, and makes a database to put bare bytes into. */
async function prepare() {
	globalThis.savedAt = [];
	const line = document.querySelector('[data-save]');
	new MutationObserver(() => {
		if (line.dataset.save === 'saved') globalThis.savedAt.push(performance.now());
	}).observe(line, { attributes: true, attributeFilter: ['data-save'] });
	const db = await new Promise((resolve, reject) => {
		const opening = indexedDB.open('bench-bare');
		opening.onupgradeneeded = () => opening.result.createObjectStore('r', { keyPath: 'id' });
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = reject;
	});
	globalThis.putBare = (sizes) => {
		const rows = sizes.map((size, id) => ({
			id: String(id),
			c: crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)))
		}));
		return new Promise((resolve, reject) => {
			const since = performance.now();
			const transaction = db.transaction('r', 'readwrite', { durability: 'strict' });
			for (const row of rows) transaction.objectStore('r').put(row);
			transaction.oncomplete = () => resolve(performance.now() - since);
			transaction.onerror = reject;
		});
	};
}

/**
 * Types on a new page while the journal is opened behind it, and for a while after, and returns how long the
 * screen takes to follow a key.
 *
 * @param {import('./opening.mjs').Place} place
 */
export async function typing({ browser, url, filled }) {
	const during = [];
	const after = [];
	for (let turn = 0; turn < OPENINGS; turn += 1) {
		const page = await visit(browser, `${url}write/`, filled.listed);
		await page.waitForSelector(BOX);
		await page.focus(BOX);
		let typing = true;
		const opened = whole(page, filled.records)
			.then(() => wait(3_000))
			.then(() => (typing = false));
		while (typing) {
			await page.keyboard.press('a');
			await wait(KEY);
		}
		await opened;
		const { calls, keys } = await noted(page);
		const until = Math.max(
			...calls
				.filter(({ call, size }) => call === 'decrypt' && size > 3)
				.map(({ answered }) => answered)
		);
		for (const [pressed = 0, painted = 0] of keys) {
			(pressed < until ? during : after).push(painted - pressed);
		}
		await page.close();
	}
	return {
		whileOpening: rounded(quantile(during, 0.95)),
		keys: during.length,
		longest: rounded(Math.max(0, ...during)),
		whileSaving: rounded(quantile(after, 0.95))
	};
}
