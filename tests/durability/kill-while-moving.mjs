import { watch } from 'node:fs';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { saving, wholeFaults } from './harness-work.mjs';
import { lookAt, newJournal, startWork } from './kill-at-work.mjs';

/** @import { Harness } from './killed-browser.mjs' */
/** @import { Journal } from './harness-work.mjs' */

/** How long saves go on before the move, in milliseconds. */
const SAVES = 300;
/** The longest time from the first file of the new store to the kill, in milliseconds. */
const LONGEST = 120;
/** How long the move may let one wait, in milliseconds: Chromium begins it two seconds after the last connection. */
const TIMEOUT_MS = 20_000;

/**
 * A journal in LevelDB, for `killWhileMoving` to begin with each time.
 *
 * @param {Harness} browser
 * @returns {Promise<{ kept: string, journal: Journal }>} a copy of its profile
 */
export async function journalToMove(browser) {
	browser.become('chromium');
	const journal = await newJournal(browser);
	await browser.kill();
	const kept = await mkdtemp(join(tmpdir(), 'own-voice-to-move-'));
	await copyProfile(browser.profile, kept);
	browser.become('chromium-moving');
	return { kept, journal };
}

/**
 * Saves a while in LevelDB, closes the page so that Chromium moves its store to SQLite, kills it in the middle of that,
 * starts it again, and looks.
 *
 * @param {Harness} browser
 * @param {{ kept: string, journal: Journal }} before
 * @param {() => number} random
 * @returns {Promise<{ faults: string[], said: string }>}
 */
export async function killWhileMoving(browser, { kept, journal }, random) {
	await browser.kill();
	await rm(browser.profile, { recursive: true, force: true, maxRetries: 5 });
	await copyProfile(kept, browser.profile);
	await browser.start();
	const said = [];
	await startWork(browser, saving, journal, said).hasBegun;
	await wait(SAVES);
	const stores = join(browser.profile, 'Default', 'IndexedDB');
	const moves = newStoreIn(stores);
	await browser.newPage();
	await browser.page.close();
	await moves;
	const after = Math.round(random() * LONGEST);
	await wait(after);
	await browser.kill();
	const left = (await readdir(stores)).map((name) => (name.endsWith('.leveldb') ? 'old' : 'new'));
	await browser.start();
	const { found, faults } = await lookTwice(browser, journal);
	return {
		faults: [...faults, ...wholeFaults(found, journal), ...saving.faults(said, found, journal)],
		said: `killed ${after} ms into the move (${left.sort().join(' and ')} store there), ${said.length} said`
	};
}

/**
 * Looks at the journal; where its store does not open at all, which is a fault, once more after another start.
 *
 * @param {Harness} browser
 * @param {Journal} journal
 */
async function lookTwice(browser, journal) {
	const look = () => lookAt(browser, [journal.opens]);
	try {
		return { found: await look(), faults: [] };
	} catch (error) {
		await browser.kill();
		await browser.start();
		const [line] = String(error).split('\n');
		return { found: await look(), faults: [`it did not open at the first start: ${line}`] };
	}
}

/**
 * Copies a profile that no browser uses, without the lock of the browser that was killed in it: a copied lock names
 * another computer, and Chromium does not start on it.
 *
 * @param {string} from
 * @param {string} to
 */
async function copyProfile(from, to) {
	const isLock = (/** @type {string} */ path) => basename(path).startsWith('Singleton');
	await cp(from, to, { recursive: true, filter: (path) => !isLock(path) });
}

/**
 * @param {string} stores the folder of all stores
 * @returns {Promise<void>} resolves when one of the new kind appears in it
 */
async function newStoreIn(stores) {
	const giveUp = AbortSignal.timeout(TIMEOUT_MS);
	await new Promise((resolve, reject) => {
		const watcher = watch(stores, (_, name) => {
			if (!name || name.endsWith('.leveldb')) return;
			watcher.close();
			resolve(undefined);
		});
		giveUp.addEventListener('abort', () => {
			watcher.close();
			reject(new Error('this Chromium did not begin to move its store'));
		});
	});
}
