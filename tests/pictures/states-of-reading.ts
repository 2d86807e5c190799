import { expect } from '../e2e/app';
import { oneKept, written } from './pages-there';
import { FIRST, SECOND } from './texts';
import { at, later, opened, press, scrollTo, scrollToEnd, type States } from './reaching';

/* The parts, their questions, and what leads to them. */

export const reading: States = {
	'all-parts': at('/'),
	'all-parts-on-return': async (app, page) => {
		await oneKept(app, 2, FIRST);
		await oneKept(app, 4, SECOND);
		await opened(app, '/read/1/');
		for (let turns = 0; turns < 4; turns += 1) {
			await page.locator('a[rel=next]').click();
			await expect(page).toHaveURL(new RegExp(`/read/${turns + 2}/$`));
		}
		await page.getByRole('navigation', { name: 'Pages' }).getByText('Read').click();
		await page.getByText('you stopped here').waitFor();
	},
	'all-parts-end': async (app, page) => {
		await opened(app, '/');
		await scrollToEnd(page);
	},
	'a-part': at('/read/4/'),
	'a-part-questions': async (app, page) => {
		await opened(app, '/read/4/');
		await scrollTo(page.locator('.prompt-panel'));
	},
	'a-part-end': async (app, page) => {
		await opened(app, '/read/4/');
		await scrollToEnd(page);
	},
	'a-part-written': async (app, page) => {
		await oneKept(app, 4, FIRST);
		await opened(app, '/read/4/');
		await press(page, 'Earlier pages');
		await scrollTo(page.locator('.prompt'));
	},
	'all-questions': async (app, page) => {
		await opened(app, '/read/4/');
		await page.getByText('All questions of this part').click();
		await scrollTo(page.locator('details').filter({ hasText: 'All questions' }));
	},
	'why-this-question': async (app, page) => {
		await opened(app, '/read/2/');
		await press(page, 'Why this question');
		await scrollTo(page.locator('.prompt'));
	},
	'where-one-stands': async (app, page) => {
		await opened(app, '/read/5/');
		await page.getByRole('radio', { name: 'looking back' }).check();
		await page.getByLabel('I was the one who was left').check();
		await scrollTo(page.locator('.prompt-panel'));
	},
	'a-question-of-ones-own': async (app, page) => {
		await written(app, page);
		await opened(app, '/read/6/');
		await press(page, 'Ask a question of your own');
		await page.getByLabel('A question of your own').fill('What did the kitchen sound like?');
		await scrollTo(page.locator('.prompt'));
	},
	'no-questions-yet': at('/questions/'),
	'your-questions': async (app, page) => {
		await written(app, page);
		await opened(app, '/read/6/');
		await press(page, 'Ask a question of your own');
		await page.getByLabel('A question of your own').fill('What did the kitchen sound like?');
		await press(page, 'Keep this question');
		await page.getByRole('link', { name: /kitchen/ }).waitFor();
		await later(page);
		await opened(app, '/read/7/');
		await press(page, 'Mark this question');
		await page.getByRole('button', { name: 'Marked' }).waitFor();
		await opened(app, '/questions/');
		await page.getByRole('link', { name: /kitchen/ }).waitFor();
	},
	letters: at('/letters/'),
	'letters-end': async (app, page) => {
		await opened(app, '/letters/');
		await scrollToEnd(page);
	},
	help: at('/help/'),
	'help-of-a-country': async (app, page) => {
		await opened(app, '/help/');
		await page.getByLabel('Country', { exact: true }).selectOption('Ireland');
		await scrollTo(page.locator('label').filter({ hasText: 'Country' }));
	},
	'help-end': async (app, page) => {
		await opened(app, '/help/');
		await scrollToEnd(page);
	}
};
