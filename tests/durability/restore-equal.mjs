/*
 * Whether a journal comes back from its backup: journals that nobody wrote are kept in a real browser, backed up and
 * deleted, database and vault; the backup is opened and brought into a new journal, and every field of every page,
 * earlier text, question and choice is compared. Each difference is named, and ends the run with 1.
 *
 *   node tests/durability/restore-equal.mjs [chromium|firefox] [journals] [seed]
 */
import process from 'node:process';
import { openHarness, seed as ofTheClock } from './killed-browser.mjs';

/** Pages of a journal at most. */
const MAX_ENTRIES = 20;
const [kind = 'chromium', journals = '100', seed = String(ofTheClock)] = process.argv.slice(2);
const count = Number(journals);
const harness = await openHarness(kind === 'firefox' ? 'firefox' : 'chromium');
const sums = { entries: 0, versions: 0, prompts: 0, bytes: 0 };
let unequal = 0;
const begun = Date.now();
try {
	const browser = await harness.start();
	const { page } = harness;
	console.log(`${kind} (${await browser.version()}), ${count} journals, seed ${seed}`);
	await page.evaluate(
		(...about) => globalThis.harness.draw(...about),
		Number(seed),
		count,
		MAX_ENTRIES
	);
	for (let turn = 0; turn < count; turn += 1) {
		const { differences, ...much } = await page
			.evaluate((index) => globalThis.harness.restore(index), turn)
			.catch((cause) => {
				throw new Error(`journal ${turn} does not come back`, { cause });
			});
		for (const name of Object.keys(sums)) sums[name] += much[name];
		if (differences.length === 0) continue;
		unequal += 1;
		console.log(`journal ${turn} differs:`);
		for (const one of differences) console.log(`  ${one}`);
	}
	await browser.close();
} finally {
	await harness.end();
}
const { entries, versions, prompts, bytes } = sums;
console.log(
	`${count - unequal} of ${count} journals came back equal: ${entries} pages, ${versions} earlier texts, ` +
		`${prompts} questions, ${(bytes / 1e6).toFixed(1)} MB of backups, ${Math.round((Date.now() - begun) / 1_000)} s`
);
process.exit(unequal > 0 ? 1 : 0);
