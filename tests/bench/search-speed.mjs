/* global bench -- what the page offers */
/*
 * How fast search as you type answers, seen from the page, and what its worker holds.
 *
 *   node tests/bench/search-speed.mjs [chromium|firefox] [entries] [queries of a kind]
 */
import process from 'node:process';
import { openBarePage } from './bare-page.mjs';

const [kind = 'chromium', entries = '10000', queries = '200'] = process.argv.slice(2);
const budget = Number(entries) <= 10_000 ? 20 : 50;

const { page, end } = await openBarePage({ kind, name: 'search', patience: 600_000 });

/** @param {number[]} all @param {number} part */
function quantile(all, part) {
	const sorted = [...all].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
/** @param {number[]} all */
const both = (all) => `${quantile(all, 0.5).toFixed(1)} / ${quantile(all, 0.95).toFixed(1)}`;

const units = await page.evaluate((count) => bench.make(count), Number(entries));
const { ready, meanwhile } = await page.evaluate(() => bench.fill());
const bare = await page.evaluate(() => bench.bare(50));
const [bareMiddle, bareSlow] = [quantile(bare, 0.5), quantile(bare, 0.95)];

console.log(`${kind}, ${entries} entries, ${(units / 1e6).toFixed(1)} million letters`);
console.log(
	`all can be found after ${Math.round(ready)} ms; memory of the worker: ${await memory()}`
);
console.log(`a bare scan with includes: ${both(bare)} ms (p50 / p95)\n`);
console.log(
	'query | first matches p50 / p95 ms | full answer p50 / p95 ms | of a bare scan | found p50'
);

/** @typedef {{ first: number, full: number, found: number }} Timed */
let worst = 0;
/** @param {string} name @param {Timed[]} timed */
function report(name, timed) {
	const first = timed.map((one) => one.first);
	const full = timed.map((one) => one.full);
	const ratios = [quantile(full, 0.5) / bareMiddle, quantile(full, 0.95) / bareSlow];
	if (timed !== meanwhile) worst = Math.max(worst, quantile(first, 0.95));
	console.log(
		`${name} | ${both(first)} | ${both(full)} | ${ratios.map((one) => one.toFixed(2)).join(' / ')} | ` +
			`${quantile(
				timed.map((one) => one.found),
				0.5
			)}`
	);
}
for (const name of await page.evaluate(() => bench.kinds)) {
	report(name, await page.evaluate((...about) => bench.run(...about), name, Number(queries)));
}
const half = await page.evaluate((count) => bench.runAllowed(count), Number(queries) / 4);
report('one word, in half of them', half);
report('one word, while texts arrive', meanwhile);
const updates = await page.evaluate(() => bench.update(100));
console.log(`\nputting one entry anew: ${both(updates)} ms`);
console.log(
	`worst p95 of first matches, once all texts are there: ${worst.toFixed(1)} ms; at most ${budget} are allowed`
);

await end();
process.exitCode = worst <= budget ? 0 : 1;

/** What the worker holds after its garbage was collected; only Chromium says. */
async function memory() {
	const [worker] = page.workers();
	if (kind === 'firefox' || !worker) return 'not said';
	await worker.client.send('HeapProfiler.enable');
	await worker.client.send('HeapProfiler.collectGarbage');
	const { usedSize, backingStorageSize = 0 } = await worker.client.send('Runtime.getHeapUsage');
	return `${((usedSize + backingStorageSize) / 1e6).toFixed(0)} MB`;
}
