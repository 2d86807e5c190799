import type { Locator, Page } from '@playwright/test';
import { EntryPage, expect } from '../e2e/app';
import { openPage, pageOfYears } from './pages-there';
import { LONG, RIGHT_TO_LEFT } from './texts';
import {
	at,
	later,
	scrollAround,
	scrollTo,
	scrollToEnd,
	type State,
	type States
} from './reaching';

/* One page, read again, and what is said beside it. */

/** The newest page of the years: it has a label, tags, a star and a note. */
const noted = pageOfYears(0);

const until = (page: Page): Locator => page.locator('summary').filter({ hasText: /^Until / });

/** A page whose text was replaced twice, with its earlier texts listed. */
const changed: State = async (app, page) => {
	const writing = await app.justWrite();
	await writing.write('The lamp was on, and it rained all the long day.');
	const entry = await writing.stopHere();
	const others = ['Soup, in the kitchen.', 'The lamp was off, and nobody came all the long day.'];
	for (const text of others) {
		await later(page, 20);
		const again = await entry.goOnWriting();
		await again.box.fill(text);
		await again.saved();
		await again.stopHere();
	}
	await page.getByText('Earlier versions').click();
	await expect(until(page)).toHaveCount(2);
};

export const aPage: States = {
	'a-page': openPage,
	'a-page-end': async (app, page) => {
		await openPage(app, page);
		await scrollToEnd(page);
	},
	'a-page-of-long-words': async (app) => {
		const writing = await app.answerIn(4);
		await writing.write(`${LONG} was a word.\n\n${RIGHT_TO_LEFT}`);
		await writing.stopHere();
	},
	'no-page-here': at('/journal/entry/'),
	'a-noted-page': async (app, page) => {
		await noted(app, page);
		await new EntryPage(page).text.waitFor();
	},
	'a-noted-page-end': async (app, page) => {
		await noted(app, page);
		await page.getByText('Label and tags').click();
		await scrollTo(page.getByRole('heading', { name: 'In the margin' }));
	},
	'label-and-tags': async (app, page) => {
		await noted(app, page);
		await page.getByText('Label and tags').click();
		await scrollTo(page.getByText('Label and tags'));
	},
	'noting-in-the-margin': async (app, page) => {
		await openPage(app, page);
		await page.locator('[data-new-note]').click();
		await page.keyboard.insertText('You were tired that evening, and kind.');
		await page.getByText('Saved', { exact: true }).first().waitFor();
		await scrollAround(page.getByRole('textbox', { name: 'A note beside it' }));
	},
	'earlier-versions': async (app, page) => {
		await changed(app, page);
		await until(page).first().click();
		await scrollTo(page.getByText('Earlier versions'));
	},
	'what-changed': async (app, page) => {
		await changed(app, page);
		await later(page, 20);
		await until(page).last().click();
		await page.getByRole('button', { name: /^Put this version back/ }).click();
		await expect(until(page)).toHaveCount(3);
		await until(page).first().click();
		await page
			.getByRole('button', { name: /^What changed/ })
			.first()
			.click();
		await page.getByRole('group', { name: 'What changed' }).waitFor();
		await scrollTo(page.getByText('Earlier versions'));
	}
};
