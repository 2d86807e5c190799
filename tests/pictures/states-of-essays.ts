import { boats } from '../e2e/essays';
import { BringPage } from '../e2e/pages/bring-page';
import { begin, fill } from '../e2e/pages/editor-page';
import { expect, type App } from '../e2e/app';
import { at, give, scrollAround, scrollTo, scrollToEnd, type State, type States } from './reaching';

/* The shelf, an essay on its way to it, and a companion that is made. */

async function laidOut(app: App): Promise<BringPage> {
	const bring = new BringPage(app);
	await bring.open();
	await bring.give(boats);
	await expect(bring.pieces).toHaveCount(5);
	return bring;
}

const kept: State = async (app) => {
	const bring = await laidOut(app);
	await bring.keepIt();
};

const reading: State = async (app, page) => {
	await kept(app, page);
	await page.getByRole('link', { name: 'Open it' }).click();
	await page.getByRole('link', { name: 'After Rain' }).click();
	await page.getByRole('heading', { level: 2, name: 'Questions' }).waitFor();
};

export const essays: States = {
	library: at('/library/'),
	'library-of-two': async (app, page) => {
		await at('/library/', kept)(app, page);
		await page.getByRole('link', { name: 'On Boats', exact: true }).waitFor();
	},
	'library-taken-away': async (app, page) => {
		await at('/library/', kept)(app, page);
		await page.getByRole('button', { name: /^Remove it/ }).click();
		await page.getByRole('button', { name: 'Put it back' }).waitFor();
	},
	'bring-an-essay': at('/library/bring/'),
	'bring-an-essay-laid-out': async (app) => {
		await laidOut(app);
	},
	'bring-an-essay-a-piece': async (app, page) => {
		await laidOut(app);
		const piece = page.locator('summary').filter({ hasText: 'piece 2' });
		await piece.click();
		await scrollTo(piece);
	},
	'bring-an-essay-end': async (app, page) => {
		await laidOut(app);
		await scrollToEnd(page);
	},
	'bring-an-essay-kept': kept,
	'bring-an-essay-refused': async (app, page) => {
		await new BringPage(app).open();
		await give(page, 'sound.mp3', Buffer.from([0xff, 0xfb, 0x90, 0, 0, 1, 2, 0xfe, 0, 0, 0, 7]));
		await page.getByText('This is no text that can be read here.').waitFor();
	},
	'an-essay': async (app, page) => {
		await kept(app, page);
		await page.getByRole('link', { name: 'Open it' }).click();
		await page.getByRole('list', { name: 'Its parts' }).waitFor();
	},
	'an-essay-part': reading,
	'an-essay-part-questions': async (app, page) => {
		await reading(app, page);
		await scrollTo(page.locator('.prompt-panel'));
	},
	'no-essay-here': at('/library/essay/'),
	'make-a-companion': at('/library/make/'),
	'making-a-companion': async (app) => {
		await fill(await begin(app));
	},
	'making-a-question': async (app, page) => {
		const editor = await begin(app);
		await fill(editor);
		await editor.field('Question 1').fill('Did he always leave?');
		await page.getByText('Other words, and why it is asked').click();
		await editor.saved();
		await scrollTo(page.getByRole('region', { name: 'Questions' }));
	},
	'making-faults': async (app, page) => {
		const editor = await begin(app);
		await editor.field('Name').fill('First light');
		await editor.saved();
		await editor.button('Save as a file').click();
		await scrollAround(page.getByRole('group', { name: 'It cannot be a file yet.' }));
	},
	'making-seen-as-a-reader': async (app, page) => {
		const editor = await begin(app);
		await fill(editor);
		await editor.button('See it as a reader would').click();
		await scrollTo(page.locator('.preview'));
	}
};
