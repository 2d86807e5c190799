/* global document, MutationObserver -- what is evaluated in the page */
import { setTimeout as wait } from 'node:timers/promises';
import { visit, whole } from './browser.mjs';
import { quantile, rounded } from './numbers.mjs';

const FIELD = 'input[type=search]';
/** Between two letters, in milliseconds: a quick typist. */
const BETWEEN = 150;
/** Between going to the field and the first letter. */
const BEFORE = 300;

/**
 * Searches as one types, letter by letter: from each letter until the first lines are laid out in the page
 * (`first`), until they are painted (`painted`), and until the count of all is (`full`). A screen that is drawn
 * sixty times a second keeps a change waiting for up to 17 ms, whatever the app does, so the first is what it
 * answers for. `cold` is the first letter of all, typed while the search still takes pages in, and `ready` how
 * long that takes.
 *
 * @param {import('./opening.mjs').Place} place
 */
export async function searching({ browser, url, filled }) {
	const page = await visit(browser, `${url}journal/`, filled.listed);
	await whole(page, filled.records);
	await page.waitForFunction(() => globalThis.noted.all > 0);
	await page.evaluate((selector) => document.querySelector(selector)?.focus(), FIELD);
	await wait(BEFORE);
	const [begun = ''] = filled.queries;
	const cold = await page.evaluate(type, FIELD, [...begun][0] ?? '', BETWEEN);
	await page.waitForFunction(quiet, { timeout: 300_000 });
	const ready = await page.evaluate(() => globalThis.noted.filled);
	await page.evaluate(type, FIELD, '', 500);
	const all = [];
	for (const query of filled.queries) {
		const letters = [...query];
		for (let length = 1; length <= letters.length; length += 1) {
			const typed = letters.slice(0, length).join('');
			all.push(await page.evaluate(type, FIELD, typed, BETWEEN));
		}
		await page.evaluate(type, FIELD, '', 500);
	}
	await page.close();
	/** @param {'first' | 'painted' | 'full'} name @param {number} share */
	const of = (name, share) =>
		rounded(
			quantile(
				all.map((one) => one[name]),
				share
			),
			1
		);
	return {
		letters: all.length,
		cold: rounded(cold.first),
		ready: rounded(ready),
		...{ first50: of('first', 0.5), first95: of('first', 0.95) },
		...{ painted50: of('painted', 0.5), painted95: of('painted', 0.95) },
		...{ full50: of('full', 0.5), full95: of('full', 0.95) }
	};
}

/**
 * In the page: puts text into the field, waits so long, and says when what it led to was there, from the input
 * on, in milliseconds; null for no text.
 *
 * @param {string} selector
 * @param {string} text
 * @param {number} milliseconds
 */
async function type(selector, text, milliseconds) {
	const field = document.querySelector(selector);
	const { calls } = globalThis.noted;
	const before = calls.length;
	/** @type {number[]} */
	const changes = [];
	const observer = new MutationObserver((all) => {
		if (!all.some(({ target }) => target.closest?.('[data-line], [role="list"]'))) return;
		document.querySelector('[data-line]')?.getBoundingClientRect();
		changes.push(performance.now());
	});
	observer.observe(document.querySelector('main'), { childList: true, subtree: true });
	const since = performance.now();
	field.value = text;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
	const answers = () => calls.slice(before).filter(({ call }) => /^(first|rest)$/.test(call));
	const isOver = () =>
		(text === '' || answers().length > 0) && answers().every(({ painted }) => painted > 0);
	while (!isOver() && performance.now() - since < 60_000) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	observer.disconnect();
	const [asked, ...rest] = answers();
	if (text === '') return null;
	if (!asked) throw new Error('the search never asked');
	// Where the lines are the same as before, the answer is all there is to wait for.
	const lines = changes.find((at) => at >= asked.answered) ?? asked.answered;
	const painted = Math.max(asked.painted, lines) - since;
	const full = Math.max(painted, (rest.at(-1)?.painted ?? 0) - since);
	return { first: lines - since, painted, full };
}

/** In the page: whether the search has taken in all pages; notes how long that took. */
function quiet() {
	const puts = globalThis.noted.calls.filter(({ call }) => call === 'put');
	if (puts.length === 0 || puts.some(({ answered }) => answered === 0)) return false;
	const last = Math.max(...puts.map(({ answered }) => answered));
	globalThis.noted.filled = last - puts[0].asked;
	return performance.now() - last > 1000;
}
