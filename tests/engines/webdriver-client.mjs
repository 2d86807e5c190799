import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';
import { until } from './until.mjs';

/** The name under which the protocol hands out elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A driver that speaks the W3C WebDriver protocol, and the one session it has. */
export class WebDriver {
	/** What the browser said of itself. */
	capabilities = {};
	#child;
	#base;
	#session = '';

	/**
	 * @param {import('node:child_process').ChildProcess} child
	 * @param {string} base where it listens
	 */
	constructor(child, base) {
		this.#child = child;
		this.#base = base;
	}

	/**
	 * Starts a driver, and a browser by it.
	 *
	 * @param {string[]} command the driver, and what comes before it; the port is added
	 * @param {NodeJS.ProcessEnv} env for the driver, and the browser it starts
	 * @param {object} capabilities which browser it is to start
	 * @returns {Promise<WebDriver>}
	 * @throws {Error} when either does not start
	 */
	static async start([program, ...args], env, capabilities) {
		const port = await freePort();
		// A group of its own: the driver starts programs that it leaves behind when it is killed alone.
		const child = spawn(program, [...args, `--port=${port}`], {
			env,
			detached: true,
			stdio: 'ignore'
		});
		await once(child, 'spawn');
		const driver = new WebDriver(child, `http://127.0.0.1:${port}`);
		process.once('exit', driver.#endGroup);
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

	/**
	 * Ends the session, the browser and the driver.
	 *
	 * @returns {Promise<void>} when the driver is gone
	 */
	async end() {
		// A browser that died has no session to end; its group goes all the same.
		if (this.#session) await this.send('DELETE', '').catch(() => undefined);
		process.off('exit', this.#endGroup);
		if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
		const gone = once(this.#child, 'exit');
		this.#endGroup();
		await gone;
	}

	#endGroup = () => {
		try {
			process.kill(-this.#child.pid, 'SIGTERM');
		} catch {
			// It ended by itself.
		}
	};

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

/** @returns {Promise<number>} a port that was free a moment ago */
async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	server.close();
	await once(server, 'close');
	return port;
}
