import type { AfterPage, App } from '../e2e/app';
import { FIRST } from './texts';
import { press, scrollTo, scrollToEnd, type State, type States } from './reaching';

/* What is asked after the last word, and what comes of the page. */

async function stopped(app: App, section = 4): Promise<AfterPage> {
	const writing = await app.answerIn(section);
	await writing.write(FIRST);
	return writing.stop();
}

const ended =
	(word: string, act: string): State =>
	async (app) => {
		const after = await stopped(app);
		await after.choose(word, act);
	};

export const afterWriting: States = {
	'after-a-page': async (app) => {
		await stopped(app);
	},
	'after-a-page-end': async (app, page) => {
		await stopped(app);
		await scrollToEnd(page);
	},
	'feeling-words': async (app, page) => {
		await stopped(app);
		await page.getByText('Words, if any fit').press('Enter');
		await page.getByRole('checkbox', { name: 'calm' }).check();
		await page.getByRole('checkbox', { name: 'torn' }).check();
		await scrollTo(page.getByText('Words, if any fit'));
	},
	'feeling-words-end': async (app, page) => {
		await stopped(app);
		await page.getByText('Words, if any fit').press('Enter');
		await scrollTo(page.getByText('My own word').first());
	},
	'sealing-until-a-day': async (app, page) => {
		await stopped(app);
		await page.getByLabel('seal until a day').check();
		await page.getByRole('radio', { name: 'a day I choose' }).check();
		await scrollToEnd(page);
	},
	'letting-go-after-a-page': async (app, page) => {
		await stopped(app);
		await page.getByLabel('let go', { exact: true }).check();
		await scrollToEnd(page);
	},
	'closing-minute': async (app, page) => {
		await app.open('/read/5/');
		await page.getByText('All questions of this part').click();
		await page.locator('details li', { hasText: 'deeper' }).first().getByRole('link').click();
		const writing = await app.writing();
		await writing.write(FIRST);
		await writing.stop();
		await scrollTo(page.getByRole('heading', { name: 'A minute to close, if you like' }));
	},
	kept: ended('keep', 'Keep this page'),
	hidden: ended('hide', 'Hide this page'),
	sealed: ended('seal until a day', 'Seal this page'),
	gone: ended('let go', 'Let this page go'),
	'steadying-words': async (app, page) => {
		const after = await stopped(app);
		await page.getByRole('radio', { name: 'very unpleasant' }).check();
		await after.keep();
		await press(page, 'Steady myself');
		await scrollTo(page.getByRole('complementary', { name: 'After writing' }));
	}
};
