/*
 * Kills the browser, its whole process group at once, while a file of 2,000 entries is brought into a journal, and
 * looks at what the disk holds: all of them must be there, or none.
 *
 *   node tests/durability/bring-in-kill.mjs [chromium|firefox] [kills] [entries]
 */
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { openHarness, random, seed } from './killed-browser.mjs';

const [kind = 'chromium', kills = '20', entries = '2000'] = process.argv.slice(2);
const count = Number(entries);
const { start, kill, end } = await openHarness(kind === 'firefox' ? 'firefox' : 'chromium');
let half = 0;
let came = 0;
try {
	let { browser, page } = await start();
	await page.evaluate(() => globalThis.harness.fill(10));
	const begun = Date.now();
	await page.evaluate((number) => globalThis.harness.bringIn(number), count);
	const takes = Date.now() - begun;
	let there = 10 + count;
	console.log(`${kind}, ${count} entries, seed ${seed}: bringing them in takes ${takes} ms`);
	for (let turn = 1; turn <= Number(kills); turn += 1) {
		page.evaluate((number) => globalThis.harness.bringIn(number), count).catch(() => undefined);
		const after = Math.round((0.5 + random() * 1.8) * takes);
		await wait(after);
		await kill(browser);
		({ browser, page } = await start());
		const found = await page.evaluate(() => globalThis.harness.look([0]));
		const whole =
			(found.entries === there || found.entries === there + count) && found.damage === 0;
		if (!whole) half += 1;
		if (found.entries > there) came += 1;
		there = found.entries;
		console.log(
			`${turn}: killed after ${after} ms: ${whole ? 'whole' : 'HALF'}`,
			JSON.stringify(found)
		);
	}
	await browser.close();
} finally {
	await end();
}
console.log(
	`${kills} kills, ${half} half-done, ${came} wholly in, ${Number(kills) - came} not at all`
);
process.exit(half > 0 ? 1 : 0);
