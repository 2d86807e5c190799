/*
 * A browser on a page that has one part of the app and no interface, for the benches that measure this part alone.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowser } from '../../scripts/find-browser.mjs';

const root = new URL('.', import.meta.url);

/**
 * Serves the folder `<name>-page` beside this file, opens its page in a browser, and waits until its title says `ready`.
 *
 * @param {object} about
 * @param {string} about.kind `firefox`, or else Chromium
 * @param {string} about.name
 * @param {number} about.patience milliseconds for one call; a tenth of it until the page is there
 * @param {import('vite').InlineConfig} [about.vite] what Vite has to know of this page alone
 */
export async function openBarePage({ kind, name, patience, vite = {} }) {
	const server = await createServer({
		configFile: false,
		root: new URL(`./${name}-page/`, root).pathname,
		cacheDir: join(tmpdir(), `own-voice-${name}-speed`),
		resolve: { alias: { $lib: new URL('../../src/lib', root).pathname } },
		// A file that is saved meanwhile must not load the page anew.
		server: { port: 0, host: '127.0.0.1', fs: { strict: false }, hmr: false, watch: null },
		worker: { format: 'es' },
		logLevel: 'error',
		...vite
	});
	await server.listen();
	const executablePath =
		kind === 'firefox'
			? (process.env['OWN_VOICE_FIREFOX'] ?? '/usr/bin/firefox-esr')
			: (await findBrowser(process.cwd())).executablePath;
	const browser = await puppeteer.launch({
		browser: kind === 'firefox' ? 'firefox' : 'chrome',
		executablePath,
		headless: true,
		args: kind === 'firefox' ? [] : ['--no-sandbox', '--disable-dev-shm-usage'],
		protocolTimeout: patience
	});
	const page = await browser.newPage();
	page.on('pageerror', (error) => console.error(error));
	await page.goto(server.resolvedUrls?.local[0] ?? '');
	await page.waitForFunction("document.title === 'ready'", { timeout: patience / 10 });
	return {
		page,
		async end() {
			await browser.close();
			await server.close();
		}
	};
}
