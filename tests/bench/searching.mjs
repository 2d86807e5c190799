/* global document, requestAnimationFrame, MutationObserver -- what is evaluated in the page */
import { setTimeout as wait } from 'node:timers/promises';
import { visit, whole } from './browser.mjs';
import { quantile, rounded } from './numbers.mjs';

const FIELD = 'input[type=search]';

/**
 * Searches as one types: from the input to the first lines on the page, and to the last change of the list,
 * after which it is still. `null` where there is no field to search in.
 *
 * @param {import('./opening.mjs').Place} place
 */
export async function searching({ browser, url, filled }) {
	const page = await visit(browser, `${url}journal/`, filled.listed);
	await whole(page, filled.records);
	await page.waitForFunction(() => globalThis.noted.all > 0);
	if (!(await page.$(FIELD))) {
		await page.close();
		return null;
	}
	const first = [];
	const full = [];
	for (const query of filled.queries) {
		const found = await page.evaluate(search, FIELD, query);
		if (found.first > 0) first.push(found.first);
		if (found.full > 0) full.push(found.full);
		await page.evaluate(search, FIELD, '');
		await wait(100);
	}
	await page.close();
	return {
		queries: first.length,
		first50: rounded(quantile(first, 0.5), 1),
		first95: rounded(quantile(first, 0.95), 1),
		full50: rounded(quantile(full, 0.5), 1),
		full95: rounded(quantile(full, 0.95), 1)
	};
}

/**
 * In the page: puts a query into the field. `first` is when the list had changed and was painted, `full` when
 * it changed for the last time within a second and a half.
 *
 * @param {string} selector
 * @param {string} query
 */
async function search(selector, query) {
	const field = document.querySelector(selector);
	let first = 0;
	let full = 0;
	const since = performance.now();
	const observer = new MutationObserver(() => {
		const at = performance.now() - since;
		full = at;
		if (first > 0 || !document.querySelector('.row')) return;
		first = at;
		requestAnimationFrame(() => setTimeout(() => (first = performance.now() - since)));
	});
	const main = document.querySelector('main');
	if (main) observer.observe(main, { childList: true, subtree: true, characterData: true });
	field.value = query;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	await new Promise((resolve) => setTimeout(resolve, 1500));
	observer.disconnect();
	return { first, full };
}
