import { ok } from 'node:assert/strict';
import { holds } from './in-page.mjs';
import { OTHER_PASSPHRASE, PASSPHRASE, TEXT } from './texts.mjs';

/** A journal that gets a passphrase. @type {import('./journeys.mjs').Journey[]} */
export const lock = [
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
