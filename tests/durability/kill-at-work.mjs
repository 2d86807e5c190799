import { setTimeout as wait } from 'node:timers/promises';
import { wholeFaults } from './harness-work.mjs';

/** @import { Found, Journal, Work } from './harness-work.mjs' */
/** @import { Harness } from './killed-browser.mjs' */
/** @typedef {Record<string, any>} Said what the page said, and when */

/** Entries of the journal to begin with. */
const ENTRY_COUNT = 200;
/** How long work without an end goes on at most, in milliseconds. */
const ENDLESS = 1_500;
/** How long each kind of work took last, by its name. */
const took = new Map();

/**
 * Begins a journal in the harness that a secret opens.
 *
 * @param {Harness} browser
 * @returns {Promise<Journal>}
 */
export async function newJournal(browser) {
	await browser.start();
	await browser.page.evaluate((count) => globalThis.harness.fill(count), ENTRY_COUNT);
	// One that opens by itself would seem to open by every secret.
	await browser.page.evaluate(() => globalThis.harness.resealing(0, 1));
	const { texts } = await lookAt(browser, [1]);
	return { opens: 1, last: 1, texts: new Map(Object.entries(texts)) };
}

/**
 * Starts the work, kills the browser at a random moment of it, starts it again, and looks. The journal is then as
 * the disk has it.
 *
 * @param {Harness} browser
 * @param {Work} work
 * @param {Journal} journal
 * @param {() => number} random
 * @returns {Promise<{ faults: string[], said: string }>}
 */
export async function killAtWork(browser, work, journal, random) {
	/** @type {Said[]} */
	const said = [];
	await startWork(browser, work, journal, said).hasBegun;
	// Sooner than it is begun there is nothing to break; a little later than it ends, something to lose.
	const moments = [Math.round(random() * 1.2 * (took.get(work.name) ?? ENDLESS))];
	await wait(moments[0]);
	await browser.kill();
	if (work.again !== undefined) {
		await browser.start();
		startWork(browser, work, journal, said);
		moments.push(Math.round(random() * work.again));
		await wait(moments[1]);
		await browser.kill();
	}
	await browser.start();
	const found = await lookAt(browser, [...new Set([journal.last + 1, journal.opens])]);
	const faults = [...wholeFaults(found, journal), ...work.faults(said, found, journal)];
	journal.texts = new Map(Object.entries(found.texts));
	journal.last += 1;
	if (found.openedBy[0] !== undefined) journal.opens = found.openedBy[0];
	return { faults, said: `killed after ${moments.join(' and ')} ms, ${said.length} said` };
}

/**
 * Starts the work on the harness page, and puts whatever the page says of it into `said`.
 *
 * @param {Harness} browser
 * @param {Work} work
 * @param {Journal} journal
 * @param {Said[]} said
 * @returns {{ hasBegun: Promise<unknown> }} resolves when it has begun, or failed
 */
export function startWork({ page }, work, journal, said) {
	const before = said.length;
	let begun = () => undefined;
	const hasBegun = new Promise((resolve) => (begun = resolve));
	page.on('console', (message) => {
		const text = message.text();
		if (!text.startsWith('said ')) return;
		const one = { ...JSON.parse(text.slice(5)), at: Date.now() };
		said.push(one);
		if (one.begun) begun(undefined);
	});
	const [name, ...input] = work.start(journal);
	const failed = page
		.evaluate((name, input) => globalThis.harness[name](...input), name, input)
		.then(
			() => took.set(work.name, Date.now() - (said[before]?.at ?? 0)),
			() => undefined
		);
	return { hasBegun: Promise.race([hasBegun, failed]) };
}

/**
 * @param {Harness} browser
 * @param {number[]} seeds
 * @returns {Promise<Found>}
 */
export function lookAt({ page }, seeds) {
	return page.evaluate((seeds) => globalThis.harness.look(seeds), seeds);
}
