/* global caches, document, location -- what is evaluated in the page */
import { ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { hasWorker, holds, whatIsKept } from './in-page.mjs';
import { until } from './until.mjs';

/**
 * @typedef {object} Journey
 * @property {string} name as the table has it
 * @property {(visit: import('./visit.mjs').Visit) => Promise<void>} walk throws when something on it is not as it
 *   has to be; a Lack, when the engine cannot go there
 */

const TEXT = 'A clear morning, and the harbour was quiet.';
const MORE = ' Then a bell.';
const PASSPHRASE = 'quiet harbour with seventeen boats';
const OTHER_PASSPHRASE = 'seventeen quiet boats at night';

/** A page, from its first word to its second day. @type {Journey[]} */
const page = [
	{
		name: 'write, and the first question answered "No, only me"',
		async walk({ person }) {
			await person.open('write/');
			await person.press('No, only me');
			await person.press('Begin');
			await person.write(TEXT);
			await person.reads('textarea', TEXT);
		}
	},
	{
		name: 'the app says it is saved',
		walk: ({ person }) => person.saved()
	},
	{
		name: 'loaded anew, the text stands there',
		async walk({ person }) {
			await person.reload();
			await person.reads('textarea', TEXT);
		}
	},
	{
		name: 'finish the page, and reread it from the journal',
		async walk({ person }) {
			await person.press('Stop here');
			await person.press('Keep this page');
			await person.press('Journal');
			await person.press('', '.row a');
			await person.reads('[data-entry-text]', TEXT);
		}
	},
	{
		name: 'find it by its words, and not by others',
		async walk({ person }) {
			await person.open('journal/');
			await person.fill('Search your pages', 'lighthouse');
			await person.sees('[role="status"]', 'Nothing found.');
			await person.fill('Search your pages', 'harbour');
			await person.sees('[role="status"]', '1 page.');
			await person.press('', '.row a');
			await person.reads('mark', 'harbour');
		}
	},
	{
		name: 'go on with it, and both texts are kept',
		async walk({ person }) {
			await person.openFirstPage();
			await person.press('Go on writing');
			await person.write(MORE);
			await person.saved();
			await person.openFirstPage();
			await person.reads('[data-entry-text]', TEXT + MORE);
		}
	}
];

/** A browser that is closed, and opened on what it kept. @type {Journey[]} */
const again = [
	{
		name: 'the browser is closed and opened again, and the text stands there',
		async walk(visit) {
			await visit.person.beginJournal(TEXT);
			await visit.startAgain();
			await visit.person.openFirstPage();
			await visit.person.reads('[data-entry-text]', TEXT);
		}
	}
];

/** A journal that gets a passphrase. @type {Journey[]} */
const lock = [
	{
		name: 'set a passphrase',
		async walk({ person }) {
			await person.beginJournal(TEXT);
			await person.press('Help');
			await person.press('Settings');
			await person.press('How pages are kept');
			await person.press('Set a passphrase');
			await person.choosePassphrase(PASSPHRASE);
			await person.keepCode();
			await person.sees('h2', 'Ways in');
		}
	},
	{
		name: 'lock: not a word is left in the document',
		async walk({ person }) {
			// Within the document: a new one would be closed already.
			await person.press('Journal');
			await person.press('', '.row a');
			await person.reads('[data-entry-text]', TEXT);
			await person.press('Lock');
			await person.sees('h1', 'Closed for now');
			ok(!(await person.tab.evaluate(holds, 'harbour')), 'the text is still in the document');
		}
	},
	{
		name: 'a wrong passphrase is refused',
		async walk({ person }) {
			await person.fill('Passphrase', OTHER_PASSPHRASE);
			await person.press('Open');
			await person.sees('[role="alert"]', 'That did not open it.');
			ok(!(await person.tab.evaluate(holds, 'harbour')), 'the text is in the document');
		}
	},
	{
		name: 'the right one opens it',
		async walk({ person }) {
			await person.fill('Passphrase', PASSPHRASE);
			await person.press('Open');
			await person.reads('[data-entry-text]', TEXT);
		}
	},
	{
		name: 'the lock closes another tab too',
		async walk(visit) {
			const other = await visit.secondTab();
			await other.open('journal/');
			await other.fill('Passphrase', PASSPHRASE);
			await other.press('Open');
			await other.press('', '.row a');
			await other.reads('[data-entry-text]', TEXT);
			await visit.person.tab.toFront();
			await visit.person.press('Lock');
			for (const one of [other, visit.person]) {
				await one.sees('h1', 'Closed for now');
				ok(!(await one.tab.evaluate(holds, 'harbour')), 'the text is still in a document');
			}
		}
	}
];

/** The file that a backup is. */
let backup = '';

/** A copy, and a browser that was emptied. @type {Journey[]} */
const copy = [
	{
		name: 'make a backup',
		async walk({ person }) {
			await person.beginJournal(TEXT);
			await person.open('copies/backup/');
			await person.choosePassphrase(PASSPHRASE);
			await person.sees('.lead', 'The backup is ready.');
		}
	},
	{
		name: 'save its file',
		async walk(visit) {
			await visit.person.press('Save the file');
			backup = await visit.savedFile(/^backup-\d{4}-\d\d-\d\d-\d{4}\.age$/);
			const head = (await readFile(backup)).subarray(0, 21).toString();
			ok(head === 'age-encryption.org/v1', `the file begins with ${head}`);
		}
	},
	{
		name: 'bring it into an emptied browser',
		async walk(visit) {
			await visit.inNewProfile();
			const { person } = visit;
			await person.open('journal/');
			await person.sees('main p', 'Nothing here yet.');
			await person.open('copies/bring-in/');
			await person.sees('input[type="file"]');
			await person.tab.give('input[type="file"]', backup);
			await person.fill('Its passphrase', PASSPHRASE);
			await person.press('Open it');
			await person.press('Bring them in');
			await person.press('No, only me');
			await person.press('Open the journal');
			await person.press('', '.row a');
			await person.reads('[data-entry-text]', TEXT);
		}
	}
];

/** Two tabs on one page, that hear nothing of each other. @type {Journey[]} */
const tabs = [
	{
		name: 'two tabs change one page, and both texts are kept',
		async walk(visit) {
			const { person } = visit;
			await person.beginJournal(TEXT);
			const other = await visit.secondTab();
			await other.openFirstPage();
			await other.press('Go on writing');
			await other.sees('textarea');
			await person.tab.evaluate(() => {
				BroadcastChannel.prototype.postMessage = () => undefined;
			});
			await person.tab.toFront();
			await person.write(' From one tab.');
			await person.saved();
			await other.tab.toFront();
			await other.write(' From the other.');
			await other.sees('[data-save]', 'Changed in another tab. Both are kept.');
			await other.open('journal/');
			await other.press('Show the writing', '[role="switch"]');
			await until('both texts stand in the journal', async () => {
				const texts = await other.tab.evaluate(() =>
					[...document.querySelectorAll('.found')].map((one) => one.textContent.trim())
				);
				return (
					texts.length === 2 &&
					texts.includes(`${TEXT} From one tab.`) &&
					texts.includes(`${TEXT} From the other.`)
				);
			});
		}
	}
];

/** One visit, and then no network. @type {Journey[]} */
const offline = [
	{
		name: 'after one visit the service worker holds the app',
		async walk({ person }) {
			await person.open('');
			await until('the worker has the page', () => person.tab.evaluate(hasWorker));
			const held = await person.tab.evaluate(async () => {
				const [name] = await caches.keys();
				const all = await (await caches.open(name)).keys();
				return all.map(({ url }) => new URL(url).pathname);
			});
			for (const path of ['/', '/write/', '/journal/', '/copies/bring-in/', '/404.html']) {
				ok(held.includes(path), `${path} is not held`);
			}
		}
	},
	{
		name: 'without a network: write, save, load anew',
		async walk(visit) {
			const { person } = visit;
			await visit.goOffline();
			const answered = await person.tab.evaluate(() =>
				fetch(`${location.origin}/_headers`).then(
					() => true,
					() => false
				)
			);
			ok(!answered, 'the network is still there');
			await person.beginJournal(TEXT);
			await person.reload();
			await person.reads('textarea', TEXT);
		}
	},
	{
		name: 'without a network: reread, search, open other pages',
		async walk({ person }) {
			await person.openFirstPage();
			await person.reads('[data-entry-text]', TEXT);
			await person.open('journal/');
			await person.fill('Search your pages', 'harbour');
			await person.sees('[role="status"]', '1 page.');
			for (const path of ['', 'read/9/', 'help/', 'settings/', 'about/']) {
				await person.open(path);
				await person.sees('h1');
			}
		}
	}
];

/** Everything let go. @type {Journey[]} */
const leave = [
	{
		name: 'let everything go, and nothing is kept',
		async walk({ person }) {
			await person.beginJournal(TEXT);
			await until('the worker has the page', () => person.tab.evaluate(hasWorker));
			await person.open('let-go/');
			await person.press('Let everything go', 'main button');
			await person.sees('h1', 'Everything was let go.');
			await until('nothing is kept', async () => {
				const kept = await person.tab.evaluate(whatIsKept);
				return kept.length === 0;
			});
			await person.open('journal/');
			await person.sees('main p', 'Nothing here yet.');
		}
	}
];

/**
 * The journeys, in groups: each group begins with an empty browser, and each journey in it where the one before it
 * ended. One whose browser is started anew on what it kept is `kept`.
 *
 * @type {{ journeys: Journey[], kept?: boolean }[]}
 */
export const groups = [
	{ journeys: page },
	{ journeys: again, kept: true },
	{ journeys: lock },
	{ journeys: copy },
	{ journeys: tabs },
	{ journeys: offline },
	{ journeys: leave }
];
