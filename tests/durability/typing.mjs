/*
 * A person who types in the built app when the browser is killed. Each key is timed as it is pressed, and each "Saved"
 * as it is shown: what stood in the box then must be on the disk, and of the rest at most two seconds may be missing.
 */
import { setTimeout as wait } from 'node:timers/promises';

/* global document, MutationObserver */

const WORDS = 'harbour window late kettle nobody said enough until morning the door was open'.split(
	' '
);
/** The most typing that may be lost, in milliseconds. */
const PROMISED = 2_000;

/**
 * @typedef {object} Typed
 * @property {string} text all that was typed
 * @property {number[]} at when each letter was pressed, in milliseconds
 * @property {string} saved what stood in the box when "Saved" was last shown
 * @property {number} slowest how long the slowest key took: what the machine adds, and not the app
 */

/**
 * Opens a page to write on and begins to type. `stop` ends it at once and says what was typed until then.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} address of the built app
 * @param {() => number} random
 * @returns {Promise<{ stop: () => Typed }>}
 */
export async function typeIn(page, address, random) {
	const typed = { text: '', at: /** @type {number[]} */ ([]), saved: '', slowest: 0 };
	page.on('console', (message) => {
		const [, text] = /^saved (.*)$/s.exec(message.text()) ?? [];
		if (text !== undefined && text.length > typed.saved.length) typed.saved = text;
	});
	await page.goto(`${address}write/`);
	await reachBox(page);
	await page.evaluate(watchSaves);
	let stopped = false;
	const type = async () => {
		while (!stopped) {
			const word = `${WORDS[Math.floor(random() * WORDS.length)]} `;
			for (const letter of word) {
				const begun = Date.now();
				// Counted before it is pressed: it may stand there although the answer never came.
				typed.text += letter;
				typed.at.push(begun);
				await page.keyboard.type(letter);
				typed.slowest = Math.max(typed.slowest, Date.now() - begun);
				if (stopped) return;
				await wait(20 + random() * 130);
			}
			// Now and then one thinks, for longer than the app waits before it saves.
			if (random() < 0.2) await wait(random() * 1_500);
		}
	};
	// It ends with the browser.
	type().catch(() => undefined);
	return {
		stop() {
			stopped = true;
			return typed;
		}
	};
}

/**
 * What the app shows of the newest page, after a fresh start.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} address
 * @returns {Promise<string>} its text; empty where there is no page
 */
export async function newestText(page, address) {
	await page.goto(`${address}journal/`);
	await page.waitForSelector('html[data-ready]');
	await page.waitForFunction(
		() => document.querySelector('.row a') || document.body.innerText.includes('Nothing here yet')
	);
	const row = await page.$('.row a');
	if (!row) return '';
	await row.click();
	await page.waitForSelector('[data-entry-text]');
	return page.$eval('[data-entry-text]', (one) => one.textContent);
}

/**
 * @param {Typed} typed
 * @param {string} found what is on the disk
 * @param {number} killed when the browser was killed, in milliseconds
 * @returns {{ faults: string[], lost: number }} what is wrong; and how long before the kill the first letter that is
 *   not on the disk was typed, in milliseconds
 */
export function judge({ text, at, saved, slowest }, found, killed) {
	const first = at[found.length];
	const lost = first === undefined ? 0 : killed - first;
	return {
		lost,
		faults: [
			...(text.startsWith(found) ? [] : [`another text than was typed: ${found}`]),
			...(found.length < saved.length ? [`"Saved" was shown for ${saved}`] : []),
			...(lost > PROMISED + slowest ? [`${lost} ms of typing are lost`] : [])
		]
	};
}

/** @param {import('puppeteer-core').Page} page */
export async function reachBox(page) {
	for (;;) {
		await page.waitForSelector('html[data-ready]');
		const next = await page.waitForFunction(() => {
			const shown = [...document.querySelectorAll('main button:enabled, textarea')];
			return shown.find(
				(one) => one.matches('textarea') || /^(No, only me|Begin$)/.test(one.textContent.trim())
			);
		});
		const element = next.asElement();
		if (await element?.evaluate((one) => one.tagName === 'TEXTAREA')) {
			await element?.focus();
			return;
		}
		await element?.click();
		await page.waitForFunction((one) => !one.isConnected, {}, element);
	}
}

/** In the page: says on the console what stands in the box whenever "Saved" is shown. */
function watchSaves() {
	const line = document.querySelector('[data-save]');
	const tell = () => {
		if (line?.getAttribute('data-save') === 'saved') {
			console.log(`saved ${document.querySelector('textarea')?.value}`);
		}
	};
	new MutationObserver(tell).observe(line, { attributes: true, attributeFilter: ['data-save'] });
}
