import { expect, BeforePage, WritingPage } from '../e2e/app';
import { breakWrites } from '../e2e/database';
import { oneKept, written } from './pages-there';
import { FIRST, LONG, RIGHT_TO_LEFT, SECOND } from './texts';
import {
	at,
	later,
	opened,
	press,
	scrollTo,
	scrollToEnd,
	type State,
	type States
} from './reaching';

/* A sitting: before the first word, and the page itself. */

const unkept: State = async (app, page) => {
	await app.open('/write/');
	await page.getByRole('button', { name: /^Write without keeping/ }).click();
	const writing = await app.writing();
	await writing.type(FIRST);
	await page.getByText('Not keeping this page').waitFor();
};

export const writing: States = {
	'first-question': at('/write/'),
	'first-question-end': async (app, page) => {
		await opened(app, '/write/');
		await page.getByRole('button', { name: /^Yes/ }).waitFor();
		await scrollToEnd(page);
	},
	'before-a-page': async (app, page) => {
		await written(app, page);
		await app.open('/write/');
		await new BeforePage(page).begin.waitFor();
	},
	'before-a-page-chosen': async (app, page) => {
		await written(app, page);
		await opened(app, '/read/5/');
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		await new BeforePage(page).begin.waitFor();
		await page.getByRole('radio', { name: 'a little unpleasant' }).check();
		await scrollToEnd(page);
	},
	writing: async (app) => {
		const writing = await app.answerIn(4);
		await writing.write(`${FIRST}\n\n${SECOND}`);
	},
	'writing-nothing-yet': async (app) => {
		await app.answerIn(4);
	},
	'writing-long-words': async (app, page) => {
		const writing = await app.answerIn(2);
		await page.getByLabel('Write as “they”').check();
		await writing.write(`${LONG} was a word.\n\n${RIGHT_TO_LEFT}\n\n${FIRST}`);
	},
	'writing-a-long-page': async (app) => {
		const writing = await app.answerIn(4);
		await writing.write(Array.from({ length: 9 }, () => FIRST).join('\n\n'));
	},
	'writing-timer-full': async (app, page) => {
		const writing = await app.answerIn(4);
		await writing.write(FIRST);
		await later(page, 16);
		await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await page.getByText('This is a good place to stop, or keep going.').first().waitFor();
		await page.getByRole('button', { name: /^Timer/ }).click();
	},
	'writing-without-keeping': unkept,
	'leaving-unkept-words': async (app, page) => {
		await unkept(app, page);
		await page.getByRole('link', { name: 'Help', exact: true }).first().click();
		await page.getByRole('button', { name: 'Stay here' }).waitFor();
	},
	'back-a-third-time': async (app, page) => {
		for (const text of [FIRST, SECOND, FIRST]) {
			await opened(app, '/read/5/');
			await page.getByRole('link', { name: 'Write', exact: true }).click();
			const writing = await app.writing();
			await writing.write(text);
			await (await writing.stop()).keep();
			await later(page);
		}
		await opened(app, '/read/5/');
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		await page.getByText('You have been here a few times lately.').waitFor();
	},
	'not-saved': async (app, page) => {
		const writing = await app.answerIn(4);
		await writing.write(FIRST);
		await breakWrites(page);
		await writing.type(' And then');
		await page.locator('[data-save="not-saved"]').waitFor();
	},
	'not-saved-elsewhere': async (app, page) => {
		const writing = await app.answerIn(4);
		await writing.write(FIRST);
		await breakWrites(page);
		await writing.type(' And then');
		await page.locator('[data-save="not-saved"]').waitFor();
		await page.getByRole('link', { name: 'Help', exact: true }).first().click();
		await page.getByRole('link', { name: 'Go to that page' }).waitFor();
	},
	'let-go-in-another-tab': async (app, page) => {
		const writing = await app.answerIn(5);
		await writing.write(FIRST);
		const other = await page.context().newPage();
		await other.goto('/journal/');
		await other.locator('.row').getByRole('link').click();
		await press(other, 'Let it go');
		const sure = other.getByRole('group', { name: 'Let this page go?' });
		await sure.getByRole('button', { name: 'Let it go' }).click();
		await page.getByText('This page was let go of in another tab.').waitFor();
		await other.close();
	},
	'largest-letters-writing': async (app, page) => {
		await page.addInitScript(() => localStorage.setItem('own-voice:letters', 'largest'));
		const writing = await app.answerIn(4);
		await writing.write(`${FIRST}\n\n${SECOND}`);
	},
	'keyboard-up': async (app, page) => {
		const writing = await app.answerIn(4);
		await writing.write(`${FIRST}\n\n${SECOND}`);
		const { width = 390 } = page.viewportSize() ?? {};
		await page.setViewportSize({ width, height: 400 });
		await expect(new WritingPage(page).box).toBeFocused();
	},
	'a-letter': async (app, page) => {
		await oneKept(app, 2, FIRST);
		await opened(app, '/letters/');
		await page.getByRole('link', { name: 'Write it (To me, later)' }).click();
		const writing = await app.writing();
		await writing.write(SECOND);
		await writing.stop();
		await scrollTo(page.getByLabel('seal until a day'));
	}
};
