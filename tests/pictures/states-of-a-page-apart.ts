import { expect } from '../e2e/app';
import { openPage, pageOfYears } from './pages-there';
import { at, press, scrollAround, scrollTo, type State, type States } from './reaching';
import { FIRST, SECOND, THIRD } from './texts';

/* A page that is sealed, old or let go of, and two side by side. */

/** A question answered on two days, the first long ago or not. */
const twice =
	(first: string): State =>
	async (app, page) => {
		for (const [day, text] of [
			[first, FIRST],
			['2026-11-23', `${SECOND}\n\n${THIRD}`]
		] as const) {
			await page.clock.setFixedTime(new Date(`${day}T20:00:00Z`));
			const writing = await app.answerIn(4);
			await writing.write(text);
			if (day === first) await (await writing.stop()).keep();
			else await writing.stopHere();
		}
		await page.getByText('Other pages for this question').click();
	};

const sideBySide =
	(first: string): State =>
	async (app, page) => {
		await twice(first)(app, page);
		await page.getByRole('link', { name: /^side by side/ }).click();
		await page.locator('article').nth(1).waitFor();
	};

export const apart: States = {
	'a-sealed-page': async (app, page) => {
		await pageOfYears(2)(app, page);
		await page.getByText('Sealed until 1 May 2027.').waitFor();
	},
	'opening-a-seal-early': async (app, page) => {
		await pageOfYears(2)(app, page);
		await press(page, 'Open it early');
		await page.getByRole('button', { name: 'Open it now' }).waitFor();
	},
	'sealing-an-old-page': async (app, page) => {
		await openPage(app, page);
		await press(page, 'Seal until a day');
		await scrollAround(page.getByRole('button', { name: 'Seal this page' }));
	},
	'let-this-page-go': async (app, page) => {
		await openPage(app, page);
		await press(page, 'Let it go');
		await scrollAround(page.getByRole('group', { name: 'Let this page go?' }));
	},
	'before-an-old-page': async (app, page) => {
		await pageOfYears(8)(app, page);
		await page.getByRole('group', { name: 'Before an old page opens' }).waitFor();
	},
	'other-pages-for-this-question': async (app, page) => {
		await twice('2026-11-02')(app, page);
		await scrollTo(page.getByText('Other pages for this question'));
	},
	'side-by-side': sideBySide('2026-11-02'),
	'side-by-side-an-old-one': async (app, page) => {
		await sideBySide('2026-08-02')(app, page);
		await expect(page.getByRole('group', { name: 'Before an old page opens' })).toHaveCount(1);
	},
	'nothing-side-by-side': at('/compare/')
};
