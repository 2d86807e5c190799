/* global bench -- what the page offers */
/*
 * How long a backup takes to make and to open, from the page, beside age and zip of the same bytes by the same
 * libraries; and how long it takes to bring it into a journal. The least of so many times counts: whatever else the
 * machine does only adds.
 *
 *   node tests/bench/backup-speed.mjs [chromium|firefox] [entries] [times]
 */
import process from 'node:process';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { openBarePage } from './bare-page.mjs';

const [kind = 'chromium', entries = '10000', times = '3'] = process.argv.slice(2);
/** As many times as long as age and zip alone a backup may take. */
const BUDGET = 3;

const { page, end } = await openBarePage({
	kind,
	name: 'backup',
	patience: 1_200_000,
	vite: {
		plugins: [svelte({ configFile: false })],
		optimizeDeps: {
			include: [
				'age-encryption',
				'fflate',
				'dexie',
				'date-fns',
				'hash-wasm',
				'@noble/hashes/scrypt.js'
			]
		}
	}
});

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

await end();
process.exitCode = worst <= BUDGET ? 0 : 1;
