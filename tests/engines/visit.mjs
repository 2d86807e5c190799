import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startServer } from '../../scripts/serve.mjs';
import { Person } from './person.mjs';
import { until } from './until.mjs';

/** An engine with an empty profile, the app on a server of its own, and a person before the first tab. */
export class Visit {
	/** @type {Person} */
	person;
	#startOn;
	#server;
	#folder;
	#profile = 0;
	/** @type {import('./engines.mjs').Browser | undefined} */
	#browser;

	/**
	 * @param {import('./which-engines.mjs').Engine['start']} start
	 * @param {Awaited<ReturnType<typeof startServer>>} server
	 * @param {string} folder
	 */
	constructor(start, server, folder) {
		this.#startOn = start;
		this.#server = server;
		this.#folder = folder;
	}

	/**
	 * @param {import('./which-engines.mjs').Engine['start']} start starts the browser on a folder of its own
	 * @returns {Promise<Visit>} which has to be ended
	 * @throws {Error} when the browser does not start
	 */
	static async begin(start) {
		const folder = await mkdtemp(join(tmpdir(), 'own-voice-engine-'));
		const server = await startServer({ root: join(process.cwd(), 'build'), port: 0 });
		const visit = new Visit(start, server, folder);
		try {
			await visit.inNewProfile();
			return visit;
		} catch (error) {
			await visit.end();
			throw error;
		}
	}

	/** What the browser says its version is. */
	get version() {
		return this.#browser.version;
	}

	/**
	 * Waits for a file that the browser saves from the page, until all of it is there.
	 *
	 * @param {RegExp} name
	 * @returns {Promise<string>} its path; it lies there until the visit ends
	 * @throws {Error} that says what is there instead
	 */
	async savedFile(name) {
		const { downloads } = this.#browser;
		let there = [];
		await until(`a file ${name} is saved`, async () => {
			there = await readdir(downloads);
			// While it is written, one with a longer name stands for it, or beside an empty one of its own.
			const [only = '', ...more] = there;
			return more.length === 0 && name.test(only) && (await stat(join(downloads, only))).size > 0;
		}).catch((cause) => {
			throw new Error(`${cause.message}; there is ${there.join(', ') || 'nothing'}`, { cause });
		});
		return join(downloads, there[0]);
	}

	/** Closes the browser, and opens it again with nothing kept in it. */
	async inNewProfile() {
		this.#profile += 1;
		await this.#start();
	}

	/**
	 * Closes the browser as a person does, and opens it again with what it kept.
	 */
	async startAgain() {
		await this.#start();
	}

	/** @returns {Promise<Person>} before a second tab of the same browser */
	async secondTab() {
		return new Person(await this.#browser.newTab(), this.#server.url);
	}

	/** Ends the server: no request is answered any more. */
	async goOffline() {
		await this.#server.close();
	}

	/** Closes everything, and removes what the browser left on the disk. */
	async end() {
		await this.#browser?.close();
		await this.#server.close();
		await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
	}

	async #start() {
		await this.#browser?.close();
		const home = join(this.#folder, String(this.#profile));
		await mkdir(join(home, 'downloads'), { recursive: true });
		this.#browser = await this.#startOn(home);
		this.person = await this.secondTab();
	}
}
