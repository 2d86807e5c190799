/* global document -- what is evaluated in the page */

/*
 * What is asked of a page, in every engine in the same way. A function goes there as its own text, so it uses
 * nothing from outside itself.
 */

/**
 * Finds the first in sight of this name: one that bears it exactly, or else one whose name begins so. A field is
 * named by its label, anything else by its text.
 *
 * @param {string} selector
 * @param {string} words how its name begins; an empty text fits everything
 * @param {'itself' | 'place'} wanted
 * @returns {Element | string | null} the element; or where it stands once it is in view, as a text that is equal
 *   for equal places; null where there is none
 */
export function find(selector, words, wanted) {
	const name = (one) => (one.labels?.[0] ?? one).textContent.trim();
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
