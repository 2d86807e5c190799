/* WebKitGTK by the W3C WebDriver protocol. */
import { find } from './in-page.mjs';
import { elementId, WebDriver } from './webdriver-client.mjs';
import { webKitHome } from './webkit-home.mjs';

/** How long a script in the page may take, in milliseconds. */
const SCRIPT_LIMIT = 60_000;

/**
 * Starts WebKitGTK's MiniBrowser.
 *
 * @param {{ driver: string, browser: string }} programs their paths
 * @param {string} home a folder of its own, which it takes for the person's
 * @returns {Promise<import('./engines.mjs').Browser>}
 * @throws {Error} when it does not start
 */
export async function startWebKit({ driver, browser }, home) {
	const { env, downloads } = await webKitHome(home);
	const client = await WebDriver.start(driver, env, {
		browserName: 'MiniBrowser',
		'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] }
	});
	await client.send('POST', '/timeouts', { script: SCRIPT_LIMIT });
	let first = await client.send('GET', '/window');
	return {
		version: client.capabilities.browserVersion,
		downloads,
		async newTab() {
			const handle = first ?? (await client.send('POST', '/window/new', { type: 'window' })).handle;
			first = null;
			return new WebKitTab(client, handle);
		},
		close: () => client.end()
	};
}

/** @implements {import('./engines.mjs').Tab} */
class WebKitTab {
	#client;
	#handle;

	/**
	 * @param {WebDriver} client
	 * @param {string} handle
	 */
	constructor(client, handle) {
		this.#client = client;
		this.#handle = handle;
	}

	async goto(address) {
		await this.#send('POST', '/url', { url: address });
	}

	async reload() {
		await this.#send('POST', '/refresh');
	}

	async evaluate(work, ...args) {
		// What a promise comes to is handed over by the last argument, in a shape that says whether it failed.
		const script = `
			const done = arguments[arguments.length - 1];
			(async () => (${work})(...[...arguments].slice(0, -1)))().then(
				(value) => done({ value }),
				(error) => done({ fault: String(error) })
			);`;
		const { value, fault } = await this.#send('POST', '/execute/async', { script, args });
		if (fault) throw new Error(fault);
		return value;
	}

	async click(selector, words) {
		const found = await this.evaluate(find, selector, words, 'itself');
		await this.#send('POST', `/element/${elementId(found)}/click`);
	}

	async type(text) {
		const keys = [...text].flatMap((value) => [
			{ type: 'keyDown', value },
			{ type: 'keyUp', value }
		]);
		await this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions: keys }] });
	}

	async give(selector, path) {
		const found = await this.#send('POST', '/element', { using: 'css selector', value: selector });
		await this.#send('POST', `/element/${elementId(found)}/value`, { text: path });
	}

	async toFront() {
		await this.#send('POST', '/window', { handle: this.#handle });
	}

	async #send(method, path, body) {
		// The session has one window that it speaks to; each tab names its own first.
		await this.#client.send('POST', '/window', { handle: this.#handle });
		return this.#client.send(method, path, body);
	}
}
