import { allRead, ofYears, written } from './pages-there';
import { at, press, scrollTo, scrollToEnd, type State, type States } from './reaching';

/* The calendar, and looking back. */

const back: State = async (app, page) => {
	await at('/look-back/', ofYears)(app, page);
	await allRead(page);
};
const calendar: State = async (app, page) => {
	await at('/calendar/', ofYears)(app, page);
	await allRead(page);
};

export const lookingBack: States = {
	calendar: at('/calendar/', written),
	'calendar-of-years': calendar,
	'calendar-a-day': async (app, page) => {
		await calendar(app, page);
		await page.getByRole('button', { name: /^Saturday 21 November 2026, one page/ }).click();
		await press(page, 'This day in other years');
		await scrollTo(page.getByRole('region', { name: 'Day', exact: true }));
	},
	'calendar-as-a-list': async (app, page) => {
		await calendar(app, page);
		await page.locator('main summary').click();
		await scrollTo(page.locator('main summary'));
	},
	'calendar-a-year': async (app, page) => {
		await calendar(app, page);
		await page.getByRole('switch', { name: 'Show the whole year' }).check();
		await page.getByRole('region', { name: '2026' }).waitFor();
	},
	'look-back': at('/look-back/', written),
	'nothing-to-look-back-on': at('/look-back/'),
	'look-back-on-years': back,
	'look-back-check-ins': async (app, page) => {
		await back(app, page);
		await press(page, 'Show the check-ins');
		await page.locator('circle').first().waitFor();
		await scrollTo(page.getByRole('heading', { name: 'Check-ins' }));
	},
	'look-back-words': async (app, page) => {
		await back(app, page);
		await press(page, 'Show the words');
		await page.locator('rect').first().waitFor();
		await scrollTo(page.getByRole('heading', { name: 'Words', exact: true }));
	},
	'look-back-feelings': async (app, page) => {
		await back(app, page);
		await press(page, 'calm');
		await scrollTo(page.getByRole('button', { name: 'calm', exact: true }));
	},
	'look-back-end': async (app, page) => {
		await back(app, page);
		await scrollToEnd(page);
	}
};
