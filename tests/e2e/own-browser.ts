import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/find-browser.mjs';

/**
 * A browser with a profile on the disk that a test may kill: the whole process group at once, as when the
 * power goes, with no word of warning to any page.
 */
export class OwnBrowser {
	readonly profile: string;
	#process: ChildProcess | null = null;
	#browser: Browser | null = null;

	private constructor(profile: string) {
		this.profile = profile;
	}

	static async withNewProfile(): Promise<OwnBrowser> {
		return new OwnBrowser(await mkdtemp(join(tmpdir(), 'own-voice-profile-')));
	}

	/** Starts the browser on its profile and returns its one context. */
	async start(...more: string[]): Promise<BrowserContext> {
		const { executablePath } = await findBrowser(process.cwd());
		if (!executablePath) throw new Error('no browser');
		await rm(join(this.profile, 'DevToolsActivePort'), { force: true });
		const root = process.getuid?.() === 0;
		this.#process = spawn(
			executablePath,
			[
				`--user-data-dir=${this.profile}`,
				'--headless=new',
				'--remote-debugging-port=0',
				'--no-first-run',
				'--disable-dev-shm-usage',
				'--password-store=basic',
				// Playwright cannot follow a page that returns from that cache.
				'--disable-back-forward-cache',
				...(root ? ['--no-sandbox'] : []),
				...more,
				'about:blank'
			],
			{ detached: true, stdio: 'ignore' }
		);
		this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${await this.#port()}`);
		const [context] = this.#browser.contexts();
		if (!context) throw new Error('no context');
		return context;
	}

	/** SIGKILL to the whole group; returns when it is dead. */
	async kill(): Promise<void> {
		await this.#end('SIGKILL');
	}

	/** Closes the browser as a person does, so that it writes down all it wants to. */
	async close(): Promise<void> {
		const session = await this.#browser?.newBrowserCDPSession();
		const gone = this.#gone();
		await session?.send('Browser.close').catch(() => undefined);
		await gone;
	}

	async remove(): Promise<void> {
		await this.#end('SIGKILL').catch(() => undefined);
		await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const pid = this.#process?.pid;
		if (pid === undefined || this.#process?.exitCode !== null) return;
		const gone = this.#gone();
		process.kill(-pid, signal);
		await gone;
	}

	#gone(): Promise<void> {
		const child = this.#process;
		if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
		return new Promise((resolve) => child.once('exit', () => resolve()));
	}

	/** Chromium writes the port it took into its profile. */
	async #port(): Promise<string> {
		const file = join(this.profile, 'DevToolsActivePort');
		const deadline = Date.now() + 20_000;
		while (Date.now() < deadline) {
			const text = await readFile(file, 'utf8').catch(() => '');
			const port = text.split('\n')[0];
			if (port) return port;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		throw new Error('the browser did not open its port');
	}
}
