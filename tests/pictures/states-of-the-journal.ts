import type { Page } from '@playwright/test';
import { expect, JournalPage } from '../e2e/app';
import { damageRecord } from '../e2e/database';
import { Seek } from '../e2e/pages/seek';
import { allRead, ofYears, openPage, written } from './pages-there';
import { at, opened, press, scrollTo, scrollToEnd, type State, type States } from './reaching';

/* The list of pages: all of it, some of it, and the bin. */

/** The list of three pages, or of as many as were brought in. */
const listed =
	(before: State): State =>
	async (app, page) => {
		await before(app, page);
		await opened(app, '/journal/');
		await new JournalPage(page).rows.nth(2).waitFor();
	};

const many: State = async (app, page) => {
	await listed(ofYears)(app, page);
	await allRead(page);
};

const choosing: State = async (app, page) => {
	await many(app, page);
	await press(page, 'Choose several');
	const ticks = new JournalPage(page).rows.getByRole('checkbox');
	await ticks.nth(0).check();
	await ticks.nth(1).check();
	await expect(page.getByText('2 pages chosen')).toBeVisible();
};

/** Playwright would scroll the list to press what sticks to the foot of the screen. */
const pressInBar = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).dispatchEvent('click');

const binned: State = async (app, page) => {
	await listed(written)(app, page);
	await press(page, 'Choose several');
	await new JournalPage(page).rows.getByRole('checkbox').first().check();
	await press(page, 'Bin');
	await page.getByText('1 page put in the bin.').waitFor();
};

export const journal: States = {
	'no-pages-yet': at('/journal/'),
	journal: async (app, page) => {
		await listed(written)(app, page);
		await new JournalPage(page).showWriting.check();
		await page.locator('.row-text').nth(2).waitFor();
	},
	'journal-end': async (app, page) => {
		await listed(written)(app, page);
		await scrollToEnd(page);
	},
	'journal-of-years': many,
	'journal-of-years-scrolled': async (app, page) => {
		await many(app, page);
		await page.evaluate(() => {
			document.documentElement.scrollTop = 6000;
		});
		await page.waitForTimeout(500);
	},
	'journal-of-years-shown': async (app, page) => {
		await many(app, page);
		await new JournalPage(page).showWriting.check();
		await page.locator('.row-text').nth(2).waitFor();
	},
	'largest-letters-journal': async (app, page) => {
		await page.addInitScript(() => localStorage.setItem('own-voice:letters', 'largest'));
		await listed(written)(app, page);
	},
	'a-search': async (app, page) => {
		await listed(written)(app, page);
		await page.getByRole('searchbox').fill('light');
		await expect(new JournalPage(page).rows).toHaveCount(1);
	},
	'nothing-found': async (app, page) => {
		await listed(written)(app, page);
		const { field, said } = new Seek(page);
		await field.fill('a lighthouse');
		await expect(said).toHaveText('Nothing found.');
	},
	narrowing: async (app, page) => {
		await many(app, page);
		const { toggle, choices } = new Seek(page);
		await toggle.click();
		await choices.waitFor();
	},
	'narrowing-end': async (app, page) => {
		await many(app, page);
		const { toggle, choices } = new Seek(page);
		await toggle.click();
		await scrollTo(choices.getByRole('button', { name: 'Close this' }));
	},
	narrowed: async (app, page) => {
		await many(app, page);
		const { choices, said, toggle, ...seek } = new Seek(page);
		await toggle.click();
		await choices.getByRole('combobox', { name: 'Part' }).selectOption('Afterwards');
		await choices.getByRole('checkbox', { name: 'with a star' }).check();
		await press(page, 'Close this');
		await seek.field.fill('kitchen');
		await expect(said).toHaveText(/^\d+ pages?\.$/);
	},
	choosing,
	'choosing-a-tag': async (app, page) => {
		await choosing(app, page);
		await pressInBar(page, 'Tag');
		await page.getByRole('textbox').last().waitFor();
	},
	'choosing-a-seal': async (app, page) => {
		await choosing(app, page);
		await pressInBar(page, 'Seal');
		await page.getByRole('button', { name: 'Seal them' }).waitFor();
	},
	'hidden-pages': async (app, page) => {
		await many(app, page);
		await scrollToEnd(page);
		const toggle = page.locator('[aria-controls="hidden-pages"]');
		await toggle.click();
		await page.locator('#hidden-pages .row').first().waitFor();
		await scrollTo(toggle);
	},
	'a-damaged-page': async (app, page) => {
		await openPage(app, page);
		const id = await page.evaluate(() => {
			const kept = history.state as { 'sveltekit:states': { entry: string } };
			return kept['sveltekit:states'].entry;
		});
		await damageRecord(page, id);
		await opened(app, '/journal/');
		await page.getByText(/A page from .* cannot be opened/).waitFor();
	},
	'bin-chosen': binned,
	'bin-empty': at('/bin/', written),
	bin: at('/bin/', binned),
	'bin-emptying': async (app, page) => {
		await at('/bin/', binned)(app, page);
		await press(page, 'Empty the bin');
		await page.getByRole('button', { name: 'Let it go', exact: true }).waitFor();
	},
	'a-page-in-the-bin': async (app, page) => {
		await at('/bin/', binned)(app, page);
		await new JournalPage(page).rows.first().getByRole('link').click();
		await page.locator('[data-binned]').waitFor();
	}
};
