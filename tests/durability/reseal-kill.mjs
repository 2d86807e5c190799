/*
 * Kills the browser, its whole process group at once, while a journal of 2,000 entries is sealed anew, and
 * looks at what the disk holds: all of it must be of the old epoch, or all of it of the new one.
 *
 *   node tests/durability/reseal-kill.mjs [chromium|firefox] [kills] [entries]
 */
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { openHarness, random, seed } from './killed-browser.mjs';

const [kind = 'chromium', kills = '20', entries = '2000'] = process.argv.slice(2);
const { start, kill, end } = await openHarness(kind === 'firefox' ? 'firefox' : 'chromium');
let mixed = 0;
let renewed = 0;
try {
	let { browser, page } = await start();
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
		({ browser, page } = await start());
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
	await end();
}
console.log(
	`${kills} kills, ${mixed} mixed states, ${renewed} wholly new, ${Number(kills) - renewed} wholly old`
);
process.exit(mixed > 0 ? 1 : 0);
