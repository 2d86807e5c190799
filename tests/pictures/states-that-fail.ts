import type { Page } from '@playwright/test';
import { removeDatabase, setFormat } from '../e2e/database';
import { weather } from '../e2e/leave-app';
import { written } from './pages-there';
import { at, opened, press, scrollToEnd, type State, type States } from './reaching';

/* What cannot work, what is gone, and what lies over it all. */

/** Before a word is typed the browser refuses what this script takes away. */
const refused =
	(script: () => void, address = '/write/'): State =>
	async (app, page) => {
		await page.addInitScript(script);
		await app.open(address);
		await page.getByRole('alert').first().waitFor();
	};
const noDatabase = (): void => {
	Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
};

async function covered(page: Page): Promise<void> {
	await page.context().route(weather, (route) => route.fulfill({ status: 204 }));
	await page.getByRole('link', { name: 'Leave quickly', exact: true }).click();
	await page.waitForFunction(() => localStorage.getItem('own-voice:covered') !== null);
}

const missing: State = async (app, page) => {
	await written(app, page);
	await opened(app, '/help/');
	await removeDatabase(page);
};
const laterBuild: State = async (app, page) => {
	await written(app, page);
	await setFormat(page, 2);
};

export const failing: States = {
	'covered-at-once': async (app, page) => {
		await opened(app, '/read/4/');
		await covered(page);
	},
	'covered-on-return': async (app, page) => {
		await opened(app, '/read/4/');
		await covered(page);
		await page.goto('/journal/');
		await page.getByRole('button', { name: 'Go on', exact: true }).waitFor();
	},
	'no-connection': async (_, page) => {
		await page.goto('/offline/');
	},
	'not-here': async (_, page) => {
		await page.goto('/nowhere');
		await page.getByRole('heading', { level: 1 }).waitFor();
	},
	'journal-missing': at('/journal/', missing),
	'writing-missing': at('/write/', missing),
	'no-database': refused(noDatabase),
	'no-database-journal': refused(noDatabase, '/journal/'),
	'no-sealing': refused(() => {
		Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
	}),
	'of-a-later-build': at('/journal/', laterBuild),
	'of-a-later-build-writing': at('/write/', laterBuild),
	'let-everything-go': at('/let-go/'),
	'let-everything-go-end': async (app, page) => {
		await opened(app, '/let-go/');
		await scrollToEnd(page);
	},
	'everything-gone': async (app, page) => {
		await at('/let-go/', written)(app, page);
		await press(page, 'Let everything go');
		await page.getByRole('heading', { name: 'Everything has been let go.' }).waitFor();
	}
};
