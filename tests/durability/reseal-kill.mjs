/*
 * Kills the browser, its whole process group at once, while a journal of 2,000 entries is sealed anew, and
 * looks at what the disk holds: all of it must be of the old epoch, or all of it of the new one.
 *
 *   node tests/durability/reseal-kill.mjs [chromium|firefox] [kills] [entries]
 */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowser } from '../../scripts/find-browser.mjs';

const [kind = 'chromium', kills = '20', entries = '2000'] = process.argv.slice(2);
const root = new URL('.', import.meta.url);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let state = seed;
/** A number from 0 to 1 that the printed seed decides. */
function random() {
	state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
	return state / 2 ** 31;
}

const server = await createServer({
	configFile: false,
	root: new URL('./harness/', root).pathname,
	plugins: [svelte({ configFile: false })],
	resolve: { alias: { $lib: new URL('../../src/lib', root).pathname } },
	server: { port: 0, host: '127.0.0.1', fs: { strict: false } },
	worker: { format: 'es' },
	logLevel: 'error'
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';

const executablePath =
	kind === 'firefox'
		? (process.env['OWN_VOICE_FIREFOX'] ?? '/usr/bin/firefox-esr')
		: (await findBrowser(process.cwd())).executablePath;

/** @param {string} userDataDir */
async function start(userDataDir) {
	if (kind === 'firefox') {
		// A killed Firefox leaves puppeteer's copies of these behind, and it stumbles over them.
		for (const name of ['user.js', 'prefs.js']) {
			await rm(join(userDataDir, `${name}.puppeteer`), { force: true });
			await appendFile(join(userDataDir, name), '');
		}
	}
	const browser = await puppeteer.launch({
		browser: kind === 'firefox' ? 'firefox' : 'chrome',
		executablePath,
		userDataDir,
		headless: true,
		args: kind === 'firefox' ? [] : ['--no-sandbox', '--disable-dev-shm-usage'],
		protocolTimeout: 120_000
	});
	const page = await browser.newPage();
	await page.goto(address);
	await page.waitForFunction("document.title === 'ready'", { timeout: 60_000 });
	return { browser, page };
}

/** @param {import('puppeteer-core').Browser} browser */
async function kill(browser) {
	const child = browser.process();
	const gone = new Promise((resolve) => child?.once('exit', resolve));
	const pid = child?.pid ?? 0;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		process.kill(pid, 'SIGKILL');
	}
	await gone;
}

const profile = await mkdtemp(join(tmpdir(), 'own-voice-reseal-'));
let mixed = 0;
let renewed = 0;
try {
	let { browser, page } = await start(profile);
	await page.evaluate((number) => globalThis.harness.fill(number), Number(entries));
	let now = 1;
	const begun = Date.now();
	await page.evaluate((from) => globalThis.harness.reseal(from, 1), 0);
	const takes = Date.now() - begun;
	console.log(`${kind}, ${entries} entries, seed ${seed}: one resealing takes ${takes} ms`);
	for (let turn = 1; turn <= Number(kills); turn += 1) {
		const next = now + 1;
		page
			.evaluate((from, to) => globalThis.harness.reseal(from, to), now, next)
			.catch(() => undefined);
		// From the middle on: before that it only reads and seals.
		const after = Math.round((0.4 + random() * 0.8) * takes);
		await wait(after);
		await kill(browser);
		({ browser, page } = await start(profile));
		const found = await page.evaluate((seeds) => globalThis.harness.look(seeds), [next, now]);
		const whole =
			found.epochs.length === 1 &&
			found.epochs[0] === found.epoch &&
			found.entries === Number(entries) &&
			found.damage === 0;
		if (!whole) mixed += 1;
		if (found.seed === next) {
			renewed += 1;
			now = next;
		}
		console.log(
			`${turn}: killed after ${after} ms: ${whole ? 'whole' : 'MIXED'}`,
			JSON.stringify(found)
		);
	}
	await browser.close();
} finally {
	await server.close();
	await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
console.log(
	`${kills} kills, ${mixed} mixed states, ${renewed} wholly new, ${Number(kills) - renewed} wholly old`
);
process.exit(mixed > 0 ? 1 : 0);
