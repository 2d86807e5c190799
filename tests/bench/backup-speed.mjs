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
import { main } from '../../scripts/run.mjs';
import { openBarePage } from './bare-page.mjs';

/** As many times as long as age and zip alone a backup may take. */
const BUDGET = 3;

/**
 * @param {object} about
 * @param {string} [about.kind] `firefox`, or else Chromium
 * @param {number} about.entries
 * @param {number} [about.times]
 */
export async function backupSpeed({ kind = 'chromium', entries, times = 3 }) {
	const include = ['age-encryption', 'fflate', 'dexie', 'date-fns', 'hash-wasm'];
	const { page, end } = await openBarePage({
		kind,
		name: 'backup',
		patience: 1_200_000,
		vite: {
			plugins: [svelte({ configFile: false })],
			optimizeDeps: { include: [...include, '@noble/hashes/scrypt.js'] }
		}
	});
	try {
		const letters = await page.evaluate((count) => bench.make(count), entries);
		await page.evaluate(() => bench.backup());
		const size = await page.evaluate(() => bench.size());
		const files = await page.evaluate(() => bench.prepareBare());
		const least = { made: Infinity, opened: Infinity, bareMade: Infinity, bareOpened: Infinity };
		for (let time = 0; time < times; time += 1) {
			// Each beside the other, so that both meet the same machine.
			const made = await page.evaluate(() => bench.backup());
			const bareMade = await page.evaluate(() => bench.bareBackup(1));
			const opened = await page.evaluate(() => bench.restore());
			const bareOpened = await page.evaluate(() => bench.bareRestore());
			least.made = Math.min(least.made, made);
			least.bareMade = Math.min(least.bareMade, bareMade);
			least.opened = Math.min(least.opened, opened);
			least.bareOpened = Math.min(least.bareOpened, bareOpened);
		}
		const usual = await page.evaluate(() => bench.bareBackup(6));
		const inJournal = await page.evaluate(() => bench.bringIn());
		return { entries, letters, size, files, ...least, usual, inJournal };
	} finally {
		await end();
	}
}

/**
 * @param {Awaited<ReturnType<typeof backupSpeed>>} measured
 * @returns {import('./report.mjs').Line[]}
 */
export function backupLines({ entries, made, opened, bareMade, bareOpened }) {
	/** @param {string} name @param {number} own @param {number} bare */
	const line = (name, own, bare) => ({
		name: `${name}, ${entries.toLocaleString('en')} entries`,
		budget: `${BUDGET} × age and zip`,
		said: `${(own / bare).toFixed(2)} × (${seconds(own)}, bare ${seconds(bare)})`,
		within: own / bare <= BUDGET
	});
	return [
		line('backup, made, opened again and compared', made, bareMade),
		line('restore, every field looked at', opened, bareOpened)
	];
}

/** @param {number} time */
const seconds = (time) => `${(time / 1_000).toFixed(2)} s`;

await main(import.meta.url, async () => {
	const [kind = 'chromium', entries = '10000', times = '3'] = process.argv.slice(2);
	const measured = await backupSpeed({ kind, entries: Number(entries), times: Number(times) });
	const { letters, size, files, usual, inJournal } = measured;
	console.log(`${kind}, ${entries} entries, ${(letters / 1e6).toFixed(1)} million letters`);
	console.log(`a file of ${(size / 1e6).toFixed(1)} MB, ${files} files in it\n`);
	const lines = backupLines(measured);
	for (const { name, said, budget } of lines) console.log(`${name}: ${said}; at most ${budget}`);
	console.log(`age and zip alone, packed as zip usually does: ${seconds(usual)}`);
	const { first, again, taken, read } = inJournal;
	console.log(
		`\nbrought into an empty journal in ${seconds(first)}, once more in ${seconds(again)}, taken back in ${seconds(taken)}`
	);
	console.log(`everything read from the disk in ${seconds(read)}`);
	return lines.every(({ within }) => within) ? 0 : 1;
});
