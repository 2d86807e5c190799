/*
 * All that the app promises in numbers, measured on the build in Chromium: the weight of its pages, whom they ask,
 * Lighthouse, backups, and, with journals on disk that were filled through its own vault, how long things take at
 * thousands of entries, on this processor and on one slowed down. Prints one table beside the budgets, and all of it
 * as JSON, which is kept in tests/bench/results/latest.json too. A budget that is missed is named, and ends the run
 * with 1.
 *
 *   npm run bench [-- sizes] [--no-lighthouse]     10000 50000 unless other sizes are given; 1000 for a quick look
 *
 * Lighthouse is fetched when it is first used (lighthouse.mjs); where it cannot be, that counts as missed.
 * Times depend on the machine and on what else it does; the load at the beginning is printed with them.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { startServer } from '../../scripts/serve.mjs';
import { backupLines, backupSpeed } from './backup-speed.mjs';
import { launch } from './browser.mjs';
import { filledProfile } from './fill.mjs';
import { lighthouse, lighthouseLines, scoresOf } from './lighthouse.mjs';
import { byItself, byPassphrase } from './opening.mjs';
import { reading } from './reading.mjs';
import { atSize, linesOf, notRun, tableOf } from './report.mjs';
import { searching } from './searching.mjs';
import { strangers, strangersLines } from './strangers.mjs';
import { weakPhone, weakPhoneLines } from './weak-phone.mjs';
import { weighing } from './weights.mjs';
import { saving, typing } from './writing.mjs';

const root = new URL('../../build', import.meta.url).pathname;
/** Filled profiles belong to this port: the journal is found under the address it was made at. */
const PORT = 4293;
const OPENINGS = 5;
const PAGES = 12;
const SAVES = 40;
/** What a weak phone and a backup are measured with at most. */
const MANY = 10_000;

/** @param {number} entries */
async function measure(entries) {
	const load = loadavg()[0] ?? 0;
	const { profile, filled } = await filledProfile(entries, PORT);
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
			asked: await strangers({ ...place, root }),
			weak: entries <= MANY ? await weakPhone(place) : null,
			// The last, since it takes the journal's other way in, and the weak phone before it comes by both.
			byPassphrase: await byPassphrase(place, OPENINGS)
		};
	} finally {
		await browser.close();
		await server.close();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { 'no-lighthouse': { type: 'boolean', default: false } }
});
const given = positionals.map(Number);
if (given.some((size) => !Number.isInteger(size) || size < 1)) {
	throw new Error('a size is a whole number of entries');
}
await ensureBuilt(new URL('../..', import.meta.url).pathname);
const wanted = given.length > 0 ? given : [10_000, 50_000];
const { weights, lines } = weighing(root);

const sizes = [];
for (const size of wanted) {
	const measured = await measure(size);
	sizes.push(measured);
	const own = [...linesOf(measured), ...strangersLines(measured.asked)];
	lines.push(...atSize(size, [...own, ...(measured.weak ? weakPhoneLines(measured.weak) : [])]));
}

const backup = await backupSpeed({ entries: Math.min(MANY, Math.max(...wanted)) });
lines.push(...backupLines(backup));

/** @type {import('./lighthouse.mjs').Looked[]} */
let looked = [];
if (!values['no-lighthouse']) {
	try {
		looked = await lighthouse();
		lines.push(...lighthouseLines(looked));
		console.log(`\n${scoresOf(looked)}`);
	} catch (error) {
		lines.push(notRun('Lighthouse', error));
	}
}

const over = lines.filter(({ within }) => within === false);
const report = {
	at: new Date().toISOString(),
	cpus: cpus().length,
	cpu: cpus()[0]?.model,
	lines,
	weights,
	sizes,
	backup,
	lighthouse: values['no-lighthouse'] ? 'left out' : looked
};
const folder = new URL('./results/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('latest.json', folder), `${JSON.stringify(report, null, '\t')}\n`);
console.log(`\n${JSON.stringify(report)}\n\n${tableOf(lines)}\n`);
if (values['no-lighthouse']) console.log('Lighthouse was left out, as asked.');
for (const { name, said } of over) console.log(`OVER: ${name}: ${said}`);
console.log(over.length === 0 ? 'All within their budgets.' : `${over.length} over their budgets.`);
process.exitCode = over.length === 0 ? 0 : 1;
