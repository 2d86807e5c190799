/* global document -- what is evaluated in the page */
import { find, unseen, watch } from './in-page.mjs';
import { until } from './until.mjs';

const PRESSED = 'button:enabled, a[href]';

/** Someone who sits before one tab with the app in it, in any engine. Each step waits until it can be done. */
export class Person {
	/** @type {import('./engines.mjs').Tab} */
	tab;
	#address;

	/**
	 * @param {import('./engines.mjs').Tab} tab
	 * @param {string} address where the app is, with a closing slash
	 */
	constructor(tab, address) {
		this.tab = tab;
		this.#address = address;
	}

	/**
	 * Opens a page of the app by its address.
	 *
	 * @param {string} path without a slash before it
	 * @returns {Promise<void>} when the page answers
	 */
	async open(path) {
		await this.nothingUnseen();
		await this.tab.goto(this.#address + path);
		await this.ready();
	}

	/** @returns {Promise<void>} when the page was loaded anew and answers */
	async reload() {
		await this.nothingUnseen();
		await this.tab.reload();
		await this.ready();
	}

	/** @returns {Promise<void>} when a document that is loaded answers; from then on it is watched */
	async ready() {
		await this.sees('html[data-ready]');
		await this.tab.evaluate(watch);
	}

	/**
	 * @returns {Promise<void>}
	 * @throws {Error} when something went wrong in this document that is not on the screen
	 */
	async nothingUnseen() {
		const noted = await this.tab.evaluate(unseen);
		if (noted.length > 0) throw new Error(`the page noted: ${noted.join('; ')}`);
	}

	/**
	 * Waits until something is in sight whose label or text begins so.
	 *
	 * @param {string} selector
	 * @param {string} [words]
	 * @returns {Promise<void>}
	 * @throws {Error} when it does not come
	 */
	async sees(selector, words = '') {
		await until(`in sight: ${selector} ${words}`, () =>
			this.tab.evaluate(find, selector, words, 'place')
		);
	}

	/**
	 * Waits until the first in sight has exactly this text, or as a field this value.
	 *
	 * @param {string} selector
	 * @param {string} text
	 * @param {string} [name] how its label or text begins
	 * @returns {Promise<void>}
	 * @throws {Error} that says what stood there instead
	 */
	async reads(selector, text, name = '') {
		let last;
		await until(`${selector} ${name} reads "${text}"`, async () => {
			last = await this.tab.evaluate(find, selector, name, 'words');
			return last === text;
		}).catch((cause) => {
			throw new Error(`${cause.message}; it reads ${JSON.stringify(last)}`, { cause });
		});
	}

	/**
	 * Presses a button, or follows a link, whose text begins so: with the pointer, where it stands.
	 *
	 * @param {string} words
	 * @param {string} [selector] for what is pressed and is neither
	 * @returns {Promise<void>}
	 * @throws {Error} when there is nothing of this name to be pressed
	 */
	async press(words, selector = PRESSED) {
		let before = null;
		await until(`to be pressed: ${words || selector}`, async () => {
			const place = await this.tab.evaluate(find, selector, words, 'place');
			// What still moves will not be where it was seen.
			const still = place !== null && place === before;
			before = place;
			return still;
		});
		await this.tab.click(selector, words);
	}

	/**
	 * Types into a field, in place of what stands there.
	 *
	 * @param {string} label how its label begins
	 * @param {string} text
	 * @returns {Promise<void>} when the field holds it
	 * @throws {Error} when it does not
	 */
	async fill(label, text) {
		await this.sees('input', label);
		await this.tab.evaluate(find, 'input', label, 'caret around');
		await this.tab.type(text);
		await this.reads('input', text, label);
	}

	/**
	 * Types on the page one writes on, at the end of what stands there.
	 *
	 * @param {string} text
	 * @returns {Promise<void>}
	 */
	async write(text) {
		await this.sees('textarea');
		await this.tab.evaluate(find, 'textarea', '', 'caret behind');
		await this.tab.type(text);
	}

	/** @returns {Promise<void>} when the app says that what was written is saved */
	async saved() {
		await this.sees('[data-save="saved"]');
	}

	/**
	 * Answers the first question with "No, only me", and the small ones not at all; then writes.
	 *
	 * @param {string} text
	 * @returns {Promise<void>} when the app says it is saved
	 */
	async beginJournal(text) {
		await this.open('write/');
		await this.press('No, only me');
		await this.press('Begin');
		await this.write(text);
		await this.saved();
	}

	/** @returns {Promise<void>} when the page that stands first in the journal is open */
	async openFirstPage() {
		await this.open('journal/');
		await this.press('', '.row a');
		await this.sees('[data-entry-text]');
	}

	/**
	 * Chooses a passphrase of one's own, where one is asked for.
	 *
	 * @param {string} passphrase
	 * @returns {Promise<void>}
	 */
	async choosePassphrase(passphrase) {
		await this.press('Choose my own');
		await this.fill('Your passphrase', passphrase);
		await this.fill('The same once more', passphrase);
		await this.press('Use this');
	}

	/**
	 * Reads the recovery code that is shown, and types it.
	 *
	 * @returns {Promise<void>}
	 */
	async keepCode() {
		await this.sees('.groups li');
		const groups = await this.tab.evaluate(() =>
			[...document.querySelectorAll('.groups li')].map((one) => one.textContent.trim())
		);
		await this.press('I have written it down');
		await this.fill('Recovery code', groups.join('-'));
		await this.press('Go on');
	}
}
