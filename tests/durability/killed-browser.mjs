/*
 * A browser on the harness page that can be killed, its whole process group at once, and started again on the same
 * profile; and random moments to do so, which a printed seed decides.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { findFirefox } from '../../scripts/find-firefox.mjs';
import { CHROMIUM, killWhole, readyForFirefox } from '../installed-browser.mjs';

const root = new URL('.', import.meta.url);

/**
 * The browsers that are killed: Chromium with the store it has (LevelDB), with the one it begins to have (SQLite), and
 * as it will be when it moves one to the other; and Firefox.
 */
export const kinds = /** @type {const} */ ([
	'chromium',
	'chromium-sqlite',
	'chromium-moving',
	'firefox'
]);
/** @typedef {typeof kinds[number]} Kind */
/**
 * Chromium's own names for it (content/browser/indexed_db/instance/bucket_context.cc). The first alone removes what
 * lies in LevelDB; the stage of the last copies it when its last connection has been closed for two seconds.
 *
 * @type {Partial<Record<Kind, string>>}
 */
const FEATURES = {
	'chromium-sqlite': '--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout',
	'chromium-moving': '--enable-features=IdbSqliteOnDiskRollout:stage/MigrateDataToSqliteGentle'
};

/** The seed of this run: `SEED`, or one of the clock. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/**
 * Numbers from 0 to 1 that a seed decides.
 *
 * @param {number} from the seed
 * @returns {() => number}
 */
export function numbersFrom(from) {
	let state = (from * 2_654_435_761) % 2 ** 31;
	const next = () => {
		state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
		return state / 2 ** 31;
	};
	// The first few of neighbouring seeds are neighbours too.
	for (let count = 0; count < 8; count += 1) next();
	return next;
}

/**
 * A browser on the harness page that can be killed, and started again on the same profile.
 */
export class Harness {
	/** @type {import('puppeteer-core').Browser | undefined} */
	#browser;
	/** @type {import('puppeteer-core').Page | undefined} */
	#page;
	#kind;
	#profile;
	#server;

	/**
	 * @param {Kind} kind
	 * @param {string} profile a folder of its own
	 * @param {import('vite').ViteDevServer} server that serves the harness page
	 */
	constructor(kind, profile, server) {
		this.#kind = kind;
		this.#profile = profile;
		this.#server = server;
	}

	/** The harness page. */
	get page() {
		if (!this.#page) throw new Error('the browser was not started');
		return this.#page;
	}

	/** Starts the browser, and returns it when the harness page is ready. */
	async start() {
		const firefox = this.#kind === 'firefox';
		if (firefox) await readyForFirefox(this.#profile);
		this.#browser = await puppeteer.launch({
			browser: firefox ? 'firefox' : 'chrome',
			executablePath: await pathOf(this.#kind),
			userDataDir: this.#profile,
			headless: true,
			args: firefox ? [] : [...CHROMIUM, ...[FEATURES[this.#kind] ?? []].flat()],
			protocolTimeout: 120_000
		});
		this.#page = await this.newPage();
		await this.#page.goto(this.#server.resolvedUrls?.local[0] ?? '');
		await this.#page.waitForFunction("document.title === 'ready'", { timeout: 60_000 });
		return this.#browser;
	}

	/**
	 * From its next start on it is another browser, on the same profile and address.
	 *
	 * @param {Kind} kind
	 */
	become(kind) {
		this.#kind = kind;
	}

	/** The folder of its profile. */
	get profile() {
		return this.#profile;
	}

	/** Opens another page. */
	async newPage() {
		if (!this.#browser) throw new Error('the browser was not started');
		return this.#browser.newPage();
	}

	/** SIGKILL to the whole process group; returns when it is dead. */
	async kill() {
		await killWhole(this.#browser);
	}

	/**
	 * Ends everything, and removes the profile.
	 *
	 * @param {boolean} [keep] leaves it where it is, to be looked at, and says where that is
	 */
	async end(keep = false) {
		await this.kill();
		await this.#server.close();
		if (keep) console.log(`The profile is kept in ${this.#profile}.`);
		else await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

/**
 * Makes a profile and serves the harness page.
 *
 * @param {Kind} kind
 * @returns {Promise<Harness>}
 */
export async function openHarness(kind) {
	const server = await createServer({
		configFile: false,
		root: new URL('./harness/', root).pathname,
		plugins: [svelte({ configFile: false })],
		resolve: { alias: { $lib: new URL('../../src/lib', root).pathname } },
		// Only workers import these, where Vite does not look for what to prepare: it would load the page anew.
		optimizeDeps: {
			include: ['age-encryption', 'fflate', 'hash-wasm', '@noble/hashes/scrypt.js']
		},
		// A file that is saved meanwhile must not load the page anew.
		server: { port: 0, host: '127.0.0.1', fs: { strict: false }, hmr: false, watch: null },
		worker: { format: 'es' },
		logLevel: 'error'
	});
	await server.listen();
	return new Harness(kind, await mkdtemp(join(tmpdir(), 'own-voice-killed-')), server);
}

/** @param {Kind} kind */
async function pathOf(kind) {
	if (kind !== 'firefox') return (await findBrowser(process.cwd())).executablePath;
	const path = findFirefox();
	if (!path) throw new Error('there is no Firefox');
	return path;
}
