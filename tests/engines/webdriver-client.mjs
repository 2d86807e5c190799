import { freePort, Program } from './program.mjs';
import { until } from './until.mjs';

/** The name under which the protocol hands out elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A driver that speaks the W3C WebDriver protocol, and the one session it has. */
export class WebDriver {
	/** What the browser said of itself. */
	capabilities = {};
	#program;
	#base;
	#session = '';

	/**
	 * @param {Program} program
	 * @param {string} base where it listens
	 */
	constructor(program, base) {
		this.#program = program;
		this.#base = base;
	}

	/**
	 * Starts a driver, and a browser by it.
	 *
	 * @param {string} path the driver's
	 * @param {NodeJS.ProcessEnv} env for both
	 * @param {object} capabilities which browser it is to start
	 * @returns {Promise<WebDriver>} which has to be ended
	 * @throws {Error} when either does not start
	 */
	static async start(path, env, capabilities) {
		const port = await freePort();
		const program = await Program.start([path, `--port=${port}`], env);
		const driver = new WebDriver(program, `http://127.0.0.1:${port}`);
		try {
			await until('the WebDriver listens', () => driver.#ask('GET', '/status'));
			const begun = await driver.#ask('POST', '/session', {
				capabilities: { alwaysMatch: capabilities }
			});
			driver.#session = `/session/${begun.sessionId}`;
			driver.capabilities = begun.capabilities;
			return driver;
		} catch (error) {
			await driver.end();
			throw error;
		}
	}

	/**
	 * Sends a command of the session.
	 *
	 * @param {'GET' | 'POST' | 'DELETE'} method
	 * @param {string} path what stands behind the session's own
	 * @param {object} [body]
	 * @returns {Promise<any>} the answer's value
	 * @throws {Error} that bears the name the protocol has for what went wrong
	 */
	send(method, path, body) {
		return this.#ask(method, this.#session + path, method === 'POST' ? (body ?? {}) : undefined);
	}

	/** @returns {Promise<void>} when the session, the browser and the driver are ended */
	async end() {
		// A browser that died has no session to end; its driver goes all the same.
		if (this.#session) await this.send('DELETE', '').catch(() => undefined);
		await this.#program.end();
	}

	async #ask(method, path, body) {
		const response = await fetch(this.#base + path, {
			method,
			...(body && { body: JSON.stringify(body) })
		});
		const { value } = await response.json();
		if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
		return value;
	}
}

/**
 * The name of an element, as commands on it have it in their path.
 *
 * @param {Record<string, string>} element as the protocol hands it out
 * @returns {string}
 */
export const elementId = (element) => element[ELEMENT];
