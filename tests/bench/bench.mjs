/*
 * What the app promises at thousands of entries, measured: the built app in Chromium, with a journal on disk
 * that was filled through its own vault. Prints a table for each size beside the budgets, and all of it as
 * JSON, which is kept in tests/bench/results/latest.json too. A budget that is missed is named, and ends the
 * run with 1.
 *
 *   npm run bench [-- sizes]        10000 50000 unless others are given; 1000 for a quick look
 *
 * Times depend on the machine and on what else it does; the load at the beginning is printed with them.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { startServer } from '../../scripts/serve.mjs';
import { launch } from './browser.mjs';
import { filledProfile } from './fill.mjs';
import { byItself, byPassphrase } from './opening.mjs';
import { reading } from './reading.mjs';
import { linesOf, tableOf } from './report.mjs';
import { searching } from './searching.mjs';
import { saving, typing } from './writing.mjs';

/** Filled profiles belong to this port: the journal is found under the address it was made at. */
const PORT = 4293;
const OPENINGS = 5;
const PAGES = 12;
const SAVES = 40;

/** @param {number} entries */
async function measure(entries) {
	const load = loadavg()[0] ?? 0;
	const { profile, filled } = await filledProfile(entries, PORT);
	const root = new URL('../../build', import.meta.url).pathname;
	const server = await startServer({ root, port: PORT });
	if (server.port !== PORT) throw new Error(`port ${PORT} is taken`);
	const browser = await launch(profile);
	const place = { browser, url: server.url, filled };
	try {
		return {
			entries,
			load,
			chromium: await browser.version(),
			byItself: await byItself(place, OPENINGS),
			reading: await reading(place, PAGES),
			searching: await searching(place),
			saving: await saving(place, SAVES),
			typing: await typing(place),
			// The last, since it takes the journal's other way in.
			byPassphrase: await byPassphrase(place, OPENINGS)
		};
	} finally {
		await browser.close();
		await server.close();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
	throw new Error('a size is a whole number of entries');
}
await ensureBuilt(new URL('../..', import.meta.url).pathname);
const all = [];
let over = 0;
for (const size of sizes.length > 0 ? sizes : [10_000, 50_000]) {
	const measured = await measure(size);
	const lines = linesOf(measured);
	over += lines.filter(({ within }) => within === false).length;
	all.push({ ...measured, lines });
	console.log(`\n${tableOf(size, lines)}`);
}
const report = {
	at: new Date().toISOString(),
	cpus: cpus().length,
	cpu: cpus()[0]?.model,
	sizes: all
};
const folder = new URL('./results/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('latest.json', folder), `${JSON.stringify(report, null, '\t')}\n`);
console.log(`\n${JSON.stringify(report)}`);
console.log(over === 0 ? 'All within their budgets.' : `${over} over their budgets.`);
process.exitCode = over === 0 ? 0 : 1;
