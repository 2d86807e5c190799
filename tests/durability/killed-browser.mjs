/*
 * A browser on the harness page that can be killed, its whole process group at once, and started again on the same
 * profile; and random moments to do so, which a printed seed decides.
 */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowser } from '../../scripts/find-browser.mjs';

const root = new URL('.', import.meta.url);

/** The seed of this run: `SEED`, or one of the clock. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let state = seed;

/** A number from 0 to 1 that the printed seed decides. */
export function random() {
	state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
	return state / 2 ** 31;
}

/** @param {'chromium' | 'firefox'} kind */
export async function openHarness(kind) {
	const profile = await mkdtemp(join(tmpdir(), 'own-voice-killed-'));
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
	const address = server.resolvedUrls?.local[0] ?? '';
	const executablePath =
		kind === 'firefox'
			? (process.env['OWN_VOICE_FIREFOX'] ?? '/usr/bin/firefox-esr')
			: (await findBrowser(process.cwd())).executablePath;

	async function start() {
		if (kind === 'firefox') {
			// A killed Firefox leaves puppeteer's copies of these behind, and it stumbles over them.
			for (const name of ['user.js', 'prefs.js']) {
				await rm(join(profile, `${name}.puppeteer`), { force: true });
				await appendFile(join(profile, name), '');
			}
		}
		const browser = await puppeteer.launch({
			browser: kind === 'firefox' ? 'firefox' : 'chrome',
			executablePath,
			userDataDir: profile,
			headless: true,
			args: kind === 'firefox' ? [] : ['--no-sandbox', '--disable-dev-shm-usage'],
			protocolTimeout: 120_000
		});
		const page = await browser.newPage();
		await page.goto(address);
		await page.waitForFunction("document.title === 'ready'", { timeout: 60_000 });
		return { browser, page };
	}

	return {
		start,
		/** @param {import('puppeteer-core').Browser} browser */
		async kill(browser) {
			const child = browser.process();
			const gone = new Promise((resolve) => child?.once('exit', resolve));
			const pid = child?.pid ?? 0;
			try {
				process.kill(-pid, 'SIGKILL');
			} catch {
				process.kill(pid, 'SIGKILL');
			}
			await gone;
		},
		async end() {
			await server.close();
			await rm(profile, { recursive: true, force: true, maxRetries: 5 });
		}
	};
}
