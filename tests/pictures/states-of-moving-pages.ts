import { expect, JournalPage } from '../e2e/app';
import { oneKept, ofYears, written } from './pages-there';
import {
	at,
	give,
	onlyMe,
	opened,
	press,
	scrollTo,
	scrollToEnd,
	type State,
	type States
} from './reaching';
import { FIRST, SECOND } from './texts';

/* Pages that come in, go out, and go on paper. */

const markdown = '---\ntags: [home]\n---\n\nA page from elsewhere.\n';
const bringing: State = async (app, page) => {
	await oneKept(app, 4, FIRST);
	await opened(app, '/copies/bring-in/');
	await give(page, '2025-03-01.md', markdown);
	await page.getByRole('button', { name: 'Bring them in' }).waitFor();
};

const takingOut: State = async (app, page) => {
	await at('/copies/take-out/', written)(app, page);
	await page.getByRole('status').filter({ hasText: '3 pages' }).waitFor();
};

export const moving: States = {
	'bring-in': at('/copies/bring-in/'),
	'bring-in-preview': bringing,
	'bring-in-nothing-new': async (app, page) => {
		await ofYears(app, page);
		await press(page, 'Bring in something else');
		await give(page, '2025-03-01.txt', ' \n ');
		await page.getByRole('alert').waitFor();
	},
	'brought-in': async (app, page) => {
		await bringing(app, page);
		await press(page, 'Bring them in');
		await onlyMe(page, page.getByText('They are in the journal.'));
	},
	'a-refused-file': async (app, page) => {
		await opened(app, '/copies/bring-in/');
		await give(page, 'picture.zip', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 1, 2, 3]));
		await page.getByRole('alert').waitFor();
	},
	'take-out': takingOut,
	'take-out-end': async (app, page) => {
		await takingOut(app, page);
		await scrollToEnd(page);
	},
	'take-out-chosen': async (app, page) => {
		await at('/journal/', written)(app, page);
		await press(page, 'Choose several');
		await new JournalPage(page).rows.getByRole('checkbox').first().check();
		await page.getByRole('link', { name: 'Take out' }).click();
		await page.getByRole('checkbox', { name: /^Only the 1 page chosen/ }).waitFor();
	},
	'take-out-ready': async (app, page) => {
		await takingOut(app, page);
		await press(page, 'Write the file');
		await page.getByRole('link', { name: 'Save the file' }).waitFor();
	},
	print: at('/print/', written),
	'print-nothing-yet': at('/print/'),
	'print-chosen': async (app, page) => {
		await at('/print/', written)(app, page);
		await page.getByRole('radio', { name: 'all' }).check();
		await page.getByText(SECOND).waitFor();
	},
	'print-chosen-pages': async (app, page) => {
		await at('/print/', written)(app, page);
		await page.getByRole('radio', { name: 'all' }).check();
		await page.getByLabel('A title page').check();
		await scrollTo(page.locator('article'));
	},
	'print-on-paper': async (app, page) => {
		await at('/print/', ofYears)(app, page);
		await page.getByRole('radio', { name: 'all' }).check();
		// The oldest stands first, and is read last.
		await expect(page.locator('article').first()).toContainText('February 2023');
		await page.emulateMedia({ media: 'print' });
	}
};
