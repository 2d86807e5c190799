import { at, opened, scrollTo, scrollToEnd, type State, type States } from './reaching';
import { written } from './pages-there';

/* Settings, what is said about the app, and what can be called up anywhere. */

const end =
	(address: string): State =>
	async (app, page) => {
		await opened(app, address);
		await scrollToEnd(page);
	};
const from =
	(address: string, heading: string): State =>
	async (app, page) => {
		await opened(app, address);
		await scrollTo(page.getByRole('heading', { name: heading, exact: true }));
	};
const largest =
	(reach: State): State =>
	async (app, page) => {
		await page.addInitScript(() => localStorage.setItem('own-voice:letters', 'largest'));
		await reach(app, page);
	};

export const theApp: States = {
	settings: at('/settings/'),
	'settings-spelling': from('/settings/', 'Spelling'),
	'settings-leaving': from('/settings/', 'Leave quickly'),
	'settings-keeping': from('/settings/', 'How long it is kept'),
	'settings-end': end('/settings/'),
	about: at('/about/'),
	'about-kept': async (app, page) => {
		await opened(app, '/about/');
		await scrollTo(page.locator('#kept'));
	},
	'about-end': end('/about/'),
	'about-limits': at('/about/limits/'),
	'about-limits-end': end('/about/limits/'),
	'about-questions': at('/about/questions/'),
	'about-questions-end': end('/about/questions/'),
	'about-changes': at('/about/changes/'),
	'about-accessibility': at('/about/accessibility/'),
	'what-is-new': async (app, page) => {
		await written(app, page);
		await opened(app, '/journal/');
		await page.locator('.row').first().waitFor();
		await page.evaluate(() => localStorage.setItem('own-voice:version', '0.0.1'));
		await opened(app, '/journal/');
		await page.getByText('This app has changed.').waitFor();
		await scrollToEnd(page);
	},
	'the-keys': async (app, page) => {
		await app.open('/about/');
		await page.keyboard.press('?');
		await page.getByRole('dialog').waitFor();
	},
	'find-a-page': async (app, page) => {
		await app.open('/about/');
		await page.keyboard.press('Control+k');
		await page.getByRole('option').first().waitFor();
	},
	'very-large-letters': largest(at('/read/4/')),
	'largest-letters-parts': largest(at('/')),
	'largest-letters-settings': largest(at('/settings/')),
	'largest-letters-calendar': largest(at('/calendar/', written))
};
