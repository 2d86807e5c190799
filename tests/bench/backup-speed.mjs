/* global bench -- what the page offers */
/*
 * How long a backup takes to make and to open, from the page, beside age and zip of the same bytes by the same
 * libraries; and how long it takes to bring it into a journal. The least of so many times counts: whatever else the
 * machine does only adds.
 *
 *   node tests/bench/backup-speed.mjs [chromium|firefox] [entries] [times]
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { findBrowser } from '../../scripts/find-browser.mjs';

const [kind = 'chromium', entries = '10000', times = '3'] = process.argv.slice(2);
/** As many times as long as age and zip alone a backup may take. */
const BUDGET = 3;
const root = new URL('.', import.meta.url);

const server = await createServer({
	configFile: false,
	root: new URL('./backup-page/', root).pathname,
	cacheDir: join(tmpdir(), 'own-voice-backup-speed'),
	plugins: [svelte({ configFile: false })],
	resolve: { alias: { $lib: new URL('../../src/lib', root).pathname } },
	optimizeDeps: {
		include: [
			'age-encryption',
			'fflate',
			'dexie',
			'date-fns',
			'hash-wasm',
			'@noble/hashes/scrypt.js'
		]
	},
	server: { port: 0, host: '127.0.0.1', fs: { strict: false } },
	worker: { format: 'es' },
	logLevel: 'error'
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
	protocolTimeout: 1_200_000
});
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error));
await page.goto(server.resolvedUrls?.local[0] ?? '');
await page.waitForFunction("document.title === 'ready'", { timeout: 120_000 });

/** @param {() => Promise<number>} work */
async function least(work) {
	let best = Infinity;
	for (let time = 0; time < Number(times); time += 1) best = Math.min(best, await work());
	return best;
}
/** @param {number} time */
const seconds = (time) => `${(time / 1_000).toFixed(2)} s`;

const letters = await page.evaluate((count) => bench.make(count), Number(entries));
console.log(`${kind}, ${entries} entries, ${(letters / 1e6).toFixed(1)} million letters`);
const made = await least(() => page.evaluate(() => bench.backup()));
const opened = await least(() => page.evaluate(() => bench.restore()));
const size = await page.evaluate(() => bench.size());
const files = await page.evaluate(() => bench.prepareBare());
console.log(`a file of ${(size / 1e6).toFixed(1)} MB, ${files} files in it\n`);

let worst = 0;
console.log(
	'what | our own | age and zip alone, packed as we do | times as long | as zip packs usually'
);
/** @param {string} what @param {number} own @param {number} bare @param {string} usual */
function report(what, own, bare, usual) {
	worst = Math.max(worst, own / bare);
	console.log(
		`${what} | ${seconds(own)} | ${seconds(bare)} | ${(own / bare).toFixed(2)} | ${usual}`
	);
}
const usual = await least(() => page.evaluate(() => bench.bareBackup(6)));
const bareMade = await least(() => page.evaluate(() => bench.bareBackup(1)));
const bareOpened = await least(() => page.evaluate(() => bench.bareRestore()));
report('made, opened again and compared', made, bareMade, seconds(usual));
report('opened, every field looked at', opened, bareOpened, '');

const { first, again, taken, read } = await page.evaluate(() => bench.bringIn());
console.log(
	`\nbrought into an empty journal in ${seconds(first)}, once more in ${seconds(again)}, taken back in ${seconds(taken)}`
);
console.log(`everything read from the disk in ${seconds(read)}`);
console.log(`at most ${BUDGET} times as long is allowed: ${worst.toFixed(2)}`);

await browser.close();
await server.close();
process.exitCode = worst <= BUDGET ? 0 : 1;
