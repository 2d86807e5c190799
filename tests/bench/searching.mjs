/* global document, requestAnimationFrame, MutationObserver -- what is evaluated in the page */
import { setTimeout as wait } from 'node:timers/promises';
import { visit, whole } from './browser.mjs';
import { quantile, rounded } from './numbers.mjs';

const FIELD = 'input[type=search]';
/** Between two letters, in milliseconds: a quick typist. */
const BETWEEN = 150;
/** Between going to the field and the first letter. */
const BEFORE = 300;

/**
 * Searches as one types, letter by letter: from each letter to the first lines on the screen (`first`), and to
 * the count of all (`full`). `cold` is the first letter of all, typed while the search still takes pages in, and
 * `ready` when that is over, both from the moment at which the field has the focus or the letter. `frame` is what
 * a change of one word on the same page takes to be painted: nothing can be quicker.
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
	const first = [];
	const full = [];
	const frames = [];
	for (const query of filled.queries) {
		frames.push(await page.evaluate(frame));
		const letters = [...query];
		for (let length = 1; length <= letters.length; length += 1) {
			const typed = letters.slice(0, length).join('');
			const found = await page.evaluate(type, FIELD, typed, BETWEEN);
			first.push(found.first);
			full.push(found.full);
		}
		await page.evaluate(type, FIELD, '', 500);
	}
	await page.close();
	/** @param {number[]} all @param {number} share */
	const of = (all, share) => rounded(quantile(all, share), 1);
	return {
		letters: first.length,
		cold: rounded(cold.first),
		ready: rounded(ready),
		...{ first50: of(first, 0.5), first95: of(first, 0.95) },
		...{ full50: of(full, 0.5), full95: of(full, 0.95) },
		...{ frame50: of(frames, 0.5), frame95: of(frames, 0.95) }
	};
}

/**
 * In the page: puts text into the field, waits so long, and says when the lines it led to were painted, and
 * when all was; from the input on, in milliseconds. NaN where nothing was asked.
 *
 * @param {string} selector
 * @param {string} text
 * @param {number} milliseconds
 */
async function type(selector, text, milliseconds) {
	const field = document.querySelector(selector);
	const { calls } = globalThis.noted;
	const before = calls.length;
	/** @type {{ at: number, painted: number }[]} */
	const changes = [];
	const observer = new MutationObserver((all) => {
		if (!all.some(({ target }) => target.closest?.('[data-line], [role="list"]'))) return;
		const change = { at: performance.now(), painted: Infinity };
		changes.push(change);
		requestAnimationFrame(() => setTimeout(() => (change.painted = performance.now())));
	});
	observer.observe(document.querySelector('main'), { childList: true, subtree: true });
	const since = performance.now();
	field.value = text;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
	const answers = () => calls.slice(before).filter(({ call }) => /^(first|rest)$/.test(call));
	for (let more = 0; more < 200; more += 1) {
		if (answers().every(({ painted }) => painted > 0)) break;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	observer.disconnect();
	const [asked, ...rest] = answers();
	if (!asked) return { first: NaN, full: NaN };
	// Lines that come only after the frame of the answer are those that count.
	const late = changes.find(({ at }) => at >= asked.answered)?.painted ?? 0;
	const first = Math.max(asked.painted, changes.length > 0 ? late : 0) - since;
	return { first, full: Math.max(first, (rest.at(-1)?.painted ?? 0) - since) };
}

/** In the page: whether the search has taken in all pages; notes how long that took. */
function quiet() {
	const puts = globalThis.noted.calls.filter(({ call }) => call === 'put');
	if (puts.length === 0 || puts.some(({ answered }) => answered === 0)) return false;
	const last = Math.max(...puts.map(({ answered }) => answered));
	globalThis.noted.filled = last - puts[0].asked;
	return performance.now() - last > 1000;
}

/** In the page: how long a change of one word takes to be painted. */
async function frame() {
	const word = document.querySelector('.title');
	await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
	const since = performance.now();
	word.dataset.word = String(since);
	await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
	return performance.now() - since;
}
