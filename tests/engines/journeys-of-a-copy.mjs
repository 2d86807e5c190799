import { ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { hasWorker, whatIsKept } from './in-page.mjs';
import { PASSPHRASE, TEXT } from './texts.mjs';
import { until } from './until.mjs';

/** The file that a backup is. */
let backup = '';

/** A copy, and a browser that was emptied. @type {import('./journeys.mjs').Journey[]} */
export const copy = [
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

/** Everything let go. @type {import('./journeys.mjs').Journey[]} */
export const leave = [
	{
		name: 'let everything go, and nothing is kept',
		async walk({ person }) {
			await person.beginJournal(TEXT);
			await until('the worker has the page', () => person.tab.evaluate(hasWorker));
			await person.open('let-go/');
			await person.press('Let everything go', 'main button');
			await person.sees('h1', 'Everything has been let go.');
			await until('nothing is kept', async () => {
				const kept = await person.tab.evaluate(whatIsKept);
				return kept.length === 0;
			});
			await person.open('journal/');
			await person.sees('main p', 'Nothing here yet.');
		}
	}
];
