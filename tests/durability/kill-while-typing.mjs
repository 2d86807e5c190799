import { setTimeout as wait } from 'node:timers/promises';
import { numbersFrom } from './killed-browser.mjs';
import { judge, newestText, typeIn } from './typing.mjs';

/** @import { Harness } from './killed-browser.mjs' */

/** How long a person types at most before the kill, in milliseconds. */
const LONGEST = 5_000;

/**
 * Types on a new page of the built app, kills the browser at a random moment, starts it again, and reads the page.
 *
 * @param {Harness} browser
 * @param {{ address: string, before: string }} app its address, and what its newest page held before
 * @param {number} seed decides what is typed, how fast, and until when
 * @returns {Promise<{ faults: string[], said: string, lost: number }>}
 */
export async function killWhileTyping(browser, app, seed) {
	const { stop } = await typeIn(await browser.newPage(), app.address, numbersFrom(seed));
	const after = Math.round(numbersFrom(seed + 0.5)() * LONGEST);
	await wait(after);
	const typed = stop();
	const killed = Date.now();
	await browser.kill();
	await browser.start();
	const page = await browser.newPage();
	const found = await newestText(page, app.address);
	const { faults, lost } = judge(typed, found === app.before ? '' : found, killed);
	app.before = found;
	await page.close();
	const kept = found.length;
	return {
		faults,
		lost,
		said: `killed after ${after} ms, ${kept} of ${typed.text.length} letters kept`
	};
}
