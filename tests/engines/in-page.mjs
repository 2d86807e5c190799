/* global addEventListener, caches, document, indexedDB -- what is evaluated in the page */

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
 * @param {'itself' | 'place' | 'words' | 'caret around' | 'caret behind'} asked
 * @returns {Element | string | null} the element itself; where it stands once it is in view, as a text that is
 *   equal for equal places; what it says, or a field holds; or its place once the caret is in it, around what it
 *   holds or behind it. Null where there is none.
 */
export function find(selector, words, asked) {
	const name = (one) =>
		one.getAttribute('aria-label') ?? (one.labels?.[0] ?? one).textContent.trim();
	const seen = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
	const found =
		seen.find((one) => name(one) === words) ?? seen.find((one) => name(one).startsWith(words));
	if (!found) return null;
	const isField = found.matches('input, textarea');
	if (asked === 'itself') return found;
	if (asked === 'words') return isField ? found.value : found.textContent.trim();
	if (asked !== 'place') {
		found.focus();
		found.setSelectionRange(asked === 'caret around' ? 0 : found.value.length, found.value.length);
	}
	found.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { x, y, width, height } = found.getBoundingClientRect();
	return [x, y, width, height].join(' ');
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
