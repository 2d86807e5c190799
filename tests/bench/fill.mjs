import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';
import { launch } from './browser.mjs';

/**
 * @typedef {object} Filled
 * @property {number} entries
 * @property {number} listed those that the list shows
 * @property {number} records records in all, without the inventory
 * @property {string[]} queries words to look for
 */

/** The passphrase of every filled journal. */
export const PASSPHRASE = 'quiet harbour with seventeen boats';

/**
 * Makes a browser profile that holds a journal of so many entries under this port.
 * OWN_VOICE_BENCH_KEEP names a folder in which filled profiles stay, to be copied the next time.
 *
 * @param {number} entries
 * @param {number} port
 * @returns {Promise<{ profile: string, filled: Filled }>} the profile's folder, which the caller removes
 */
export async function filledProfile(entries, port) {
	const profile = await mkdtemp(join(tmpdir(), 'own-voice-bench-'));
	const keep = process.env.OWN_VOICE_BENCH_KEEP;
	const kept = keep ? join(keep, `${entries}-${port}`) : null;
	const note = 'filled.json';
	if (kept && existsSync(join(kept, note))) {
		await cp(kept, profile, { recursive: true });
		return { profile, filled: JSON.parse(await readFile(join(kept, note), 'utf8')) };
	}
	try {
		const filled = await fill(profile, entries, port);
		await writeFile(join(profile, note), JSON.stringify(filled));
		if (kept) await cp(profile, kept, { recursive: true });
		return { profile, filled };
	} catch (error) {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
		throw error;
	}
}

/**
 * @param {string} profile
 * @param {number} entries
 * @param {number} port
 * @returns {Promise<Filled>}
 */
async function fill(profile, entries, port) {
	const root = new URL('./', import.meta.url);
	const server = await createServer({
		configFile: false,
		root: new URL('./harness/', root).pathname,
		plugins: [svelte({ configFile: false })],
		resolve: { alias: { $lib: new URL('../../src/lib', root).pathname } },
		server: {
			port,
			strictPort: true,
			host: '127.0.0.1',
			hmr: false,
			fs: { strict: false }
		},
		worker: { format: 'es' },
		logLevel: 'error'
	});
	await server.listen();
	const browser = await launch(profile);
	try {
		const page = await browser.newPage();
		await page.goto(`http://localhost:${port}/`);
		await page.waitForFunction("document.title === 'ready'", { timeout: 60_000 });
		return await page.evaluate(
			(count, passphrase) => globalThis.harness.fill(count, passphrase),
			entries,
			PASSPHRASE
		);
	} finally {
		await browser.close();
		await server.close();
	}
}
