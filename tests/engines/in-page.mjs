/* global addEventListener, caches, document, indexedDB, localStorage, sessionStorage -- runs in the page */

/*
 * What is asked of a page, in every engine in the same way. A function goes there as its own text, so it uses
 * nothing from outside itself.
 */

/**
 * Finds the first in sight of this name: one that bears it exactly, or else one whose name begins so. A name is a
 * label, or else a text.
 *
 * @param {string} selector
 * @param {string} words how its name begins; an empty text fits everything
 * @param {'itself' | 'place'} wanted
 * @returns {Element | string | null} the element; or where it stands once it is in view, as a text that is equal
 *   for equal places; null where there is none
 */
export function find(selector, words, wanted) {
	const name = (one) =>
		one.getAttribute('aria-label') ?? (one.labels?.[0] ?? one).textContent.trim();
	const seen = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
	const found =
		seen.find((one) => name(one) === words) ?? seen.find((one) => name(one).startsWith(words));
	if (!found) return null;
	if (wanted === 'itself') return found;
	found.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { x, y, width, height } = found.getBoundingClientRect();
	return [x, y, width, height].join(' ');
}

/**
 * Puts the caret into the field of this name: around what stands there, or behind it.
 *
 * @param {string} selector
 * @param {string} label how its label begins
 * @param {boolean} over whether what is typed next takes the place of what stands there
 * @returns {void}
 */
export function enter(selector, label, over) {
	const field = [...document.querySelectorAll(selector)].find(
		(one) => one.checkVisibility() && (one.labels?.[0]?.textContent.trim() ?? '').startsWith(label)
	);
	field.focus();
	field.setSelectionRange(over ? 0 : field.value.length, field.value.length);
}

/**
 * What the first in sight says: its text, or a field's value.
 *
 * @param {string} selector
 * @returns {string | null} null where there is none
 */
export function textOf(selector) {
	const found = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
	return found ? (found.value ?? found.textContent).trim() : null;
}

/**
 * Whether words stand anywhere in the document, seen or not.
 *
 * @param {string} words
 * @returns {boolean}
 */
export function holds(words) {
	const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
	return [document.documentElement.outerHTML, ...fields].some((one) => one.includes(words));
}

/**
 * Begins to note what goes wrong in the page and nobody sees: errors, and what its policy refused.
 *
 * @returns {void}
 */
export function watch() {
	if (globalThis.unseen) return;
	const unseen = [];
	globalThis.unseen = unseen;
	addEventListener('error', ({ message }) => unseen.push(`error: ${message}`));
	addEventListener('unhandledrejection', ({ reason }) => unseen.push(`rejected: ${reason}`));
	addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
		unseen.push(`refused by ${effectiveDirective}: ${blockedURI}`)
	);
}

/**
 * @returns {string[]} what was noted since the watch began in this document
 */
export function unseen() {
	return globalThis.unseen ?? [];
}

/**
 * Whether the service worker answers for this document.
 *
 * @returns {boolean}
 */
export function hasWorker() {
	return Boolean(navigator.serviceWorker?.controller);
}

/**
 * What the app keeps in this browser, by name.
 *
 * @returns {Promise<string[]>}
 */
export async function whatIsKept() {
	return [
		...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
		...(await caches.keys()).map((name) => `cache ${name}`),
		...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
		...Object.keys(localStorage).map((name) => `local ${name}`),
		...Object.keys(sessionStorage).map((name) => `session ${name}`)
	];
}
