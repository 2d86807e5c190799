/*
 * WebKitGTK by its remote inspector. Under WebDriver MiniBrowser keeps a profile in memory alone; started as a person
 * starts it, it keeps it on the disk, and the inspector still gets in. It has no keys and no pointer: what is typed
 * and pressed is told to the document.
 */
import { find } from './in-page.mjs';
import { Inspector } from './inspector-client.mjs';
import { Lack } from './lack.mjs';
import { freePort, Program } from './program.mjs';
import { until } from './until.mjs';
import { webKitHome } from './webkit-home.mjs';

/**
 * Starts MiniBrowser with a profile on the disk.
 *
 * @param {string} path MiniBrowser's
 * @param {string} home a folder of its own, which it takes for the person's
 * @returns {Promise<import('./engines.mjs').Browser>}
 * @throws {Lack} where Node has no WebSocket
 * @throws {Error} when it does not start
 */
export async function startInspected(path, home) {
	if (!('WebSocket' in globalThis)) {
		throw new Lack('the inspector is spoken to over a WebSocket, which this Node does not have');
	}
	const { env, downloads } = await webKitHome(home);
	const host = `127.0.0.1:${await freePort()}`;
	const program = await Program.start([path, '--enable-developer-extras=true', 'about:blank'], {
		...env,
		WEBKIT_INSPECTOR_HTTP_SERVER: host
	});
	const inspector = await Inspector.connect(host).catch(async (error) => {
		await program.end();
		throw error;
	});
	let tabs = 0;
	return {
		// It calls itself a Safari of some version; its own it does not say.
		version: '',
		downloads,
		async newTab() {
			tabs += 1;
			if (tabs > 1) throw new Lack('the inspector opens no tab');
			return new InspectedTab(inspector);
		},
		// Nothing closes its window from here: it is told to end, which is harder on what it has not kept.
		close: () => program.end()
	};
}

/** @implements {import('./engines.mjs').Tab} */
class InspectedTab {
	#inspector;

	/** @param {Inspector} inspector */
	constructor(inspector) {
		this.#inspector = inspector;
	}

	goto(address) {
		return this.#leave(`location.href = ${JSON.stringify(address)}`);
	}

	reload() {
		return this.#leave('location.reload()');
	}

	evaluate(work, ...args) {
		return this.#inspector.evaluate(`(${work})(...${JSON.stringify(args)})`);
	}

	async click(selector, words) {
		await this.#inspector.evaluate(
			`(${find})(${JSON.stringify(selector)}, ${JSON.stringify(words)}, 'itself').click()`
		);
	}

	async type(text) {
		await this.#inspector.evaluate(
			`document.execCommand('insertText', false, ${JSON.stringify(text)})`
		);
	}

	async give() {
		throw new Lack('the inspector gives a field no file');
	}

	async toFront() {
		// There is one tab.
	}

	/** @param {string} how a script that loads another document */
	async #leave(how) {
		await this.#inspector.evaluate(`globalThis.isLeft = true, ${how}, null`);
		await until(
			'another document',
			async () => !(await this.#inspector.evaluate('globalThis.isLeft === true'))
		);
	}
}
