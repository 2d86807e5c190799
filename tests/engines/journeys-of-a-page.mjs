/* global document -- what is evaluated in the page */
import { MORE, TEXT } from './texts.mjs';
import { until } from './until.mjs';

/** A page, from its first word to its second day. @type {import('./journeys.mjs').Journey[]} */
export const page = [
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

/** A browser that is closed, and opened on what it kept. @type {import('./journeys.mjs').Journey[]} */
export const again = [
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

/** Two tabs on one page, that hear nothing of each other. @type {import('./journeys.mjs').Journey[]} */
export const tabs = [
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
					[...document.querySelectorAll('.row-text')].map((one) => one.textContent.trim())
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
