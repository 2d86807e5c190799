import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { findFirefox } from '../../scripts/find-firefox.mjs';
import { CHROMIUM, ended, killWhole, readyForFirefox } from '../installed-browser.mjs';
import { backends } from './disk';
import { DrivenPage } from './driven-page';

/* Browsers that Playwright cannot drive as they are installed, Firefox above all, on a profile of their own. */

/** The browsers whose profiles are searched: Chromium with each of its stores, and Firefox. */
export type Kind = 'chromium' | 'chromium, SQLite' | 'firefox';

/** Has Firefox write its session down, and take it up again after a kill, as it does for a person. */
const LIKE_A_PERSONS = {
	'browser.sessionstore.interval': 1000,
	'browser.sessionstore.resume_from_crash': true,
	'browser.startup.page': 3
};

/** What puppeteer's browser has, and its types do not show. */
interface Bidi {
	connection: { send(method: string, params: object): Promise<unknown> };
}

/** A browser with a profile on the disk that is closed as a person closes it, or killed. */
export class DrivenBrowser {
	readonly profile: string;
	readonly #kind: Kind;
	#browser: Browser | null = null;

	private constructor(kind: Kind, profile: string) {
		this.#kind = kind;
		this.profile = profile;
	}

	static async withNewProfile(kind: Kind): Promise<DrivenBrowser> {
		return new DrivenBrowser(kind, await mkdtemp(join(tmpdir(), 'own-voice-profile-')));
	}

	/** Starts the browser and returns a page in it. */
	async start(): Promise<DrivenPage> {
		this.#browser = await (this.#kind === 'firefox' ? this.#firefox() : this.#chromium());
		return new DrivenPage(await this.#browser.newPage());
	}

	/** Closes the browser as a person does, so that it writes down all it wants to. */
	async close(): Promise<void> {
		const gone = ended(this.#browser);
		if (this.#kind === 'firefox') {
			// Told to close it, puppeteer kills a Firefox that takes longer than five seconds.
			const { connection } = this.#browser as unknown as Bidi;
			await connection.send('browser.close', {});
		} else {
			await this.#browser?.close();
		}
		await gone;
	}

	/** SIGKILL to the whole group; returns when it is dead. */
	async kill(): Promise<void> {
		await killWhole(this.#browser);
	}

	async remove(): Promise<void> {
		await this.kill();
		await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
	}

	async #chromium(): Promise<Browser> {
		const { executablePath } = await findBrowser(process.cwd());
		return puppeteer.launch({
			executablePath,
			userDataDir: this.profile,
			args: [...CHROMIUM, ...(this.#kind === 'chromium' ? backends[0] : backends[1])]
		});
	}

	async #firefox(): Promise<Browser> {
		await readyForFirefox(this.profile);
		const executablePath = findFirefox();
		if (executablePath === null) throw new Error('no Firefox');
		return puppeteer.launch({
			browser: 'firefox',
			executablePath,
			userDataDir: this.profile,
			extraPrefsFirefox: LIKE_A_PERSONS
		});
	}
}
