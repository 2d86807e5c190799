import { expect, JournalPage, type App } from '../e2e/app';
import { beginClosed, ClosedPage, passphrase } from '../e2e/vault-app';
import { written } from './pages-there';
import { FIRST } from './texts';
import { at, opened, press, scrollToEnd, type State, type States } from './reaching';

/* Passphrases, recovery codes, and the journal closed. */

/** As far as the words that are offered. */
async function offered(app: App): Promise<void> {
	await app.open('/write/');
	await app.page.getByRole('button', { name: /^Yes/ }).click();
	await expect(app.page.locator('.words')).toHaveText(/^[a-z-]+( [a-z-]+){4}$/);
}

/** One's own passphrase, typed so far as to be used. */
async function own(app: App, secret: string): Promise<void> {
	await offered(app);
	await press(app.page, 'Choose my own');
	await app.page.getByLabel('Show what I type').check();
	await app.page.getByLabel('Your passphrase').fill(secret);
}

async function code(app: App): Promise<void> {
	await own(app, passphrase);
	await press(app.page, 'Use this');
	await app.page.locator('.groups li').first().waitFor();
}

/** A journal that is closed, with its code. */
async function closed(app: App): Promise<string> {
	const { code, writing } = await beginClosed(app);
	await writing.write(FIRST);
	await (await writing.stop()).keep();
	await opened(app, '/journal/');
	await new ClosedPage(app.page).title.waitFor();
	return code;
}

const ways: State = async (app, page) => {
	await closed(app);
	await opened(app, '/settings/ways/');
	await new ClosedPage(page).open(passphrase);
	await page.getByRole('heading', { name: 'Ways in' }).waitFor();
};

export const lock: States = {
	'a-passphrase-offered': offered,
	'a-passphrase-of-ones-own': (app) => own(app, passphrase),
	'a-passphrase-refused': async (app, page) => {
		await own(app, 'Password12345');
		await press(page, 'Use this');
		await page.getByRole('alert').waitFor();
	},
	'a-recovery-code': code,
	'a-recovery-code-copied': async (app, page) => {
		await code(app);
		await press(page, 'Copy');
		await page.getByRole('button', { name: 'Leave it' }).waitFor();
		await scrollToEnd(page);
	},
	'a-recovery-code-on-paper': async (app, page) => {
		await code(app);
		await page.emulateMedia({ media: 'print' });
	},
	'a-recovery-code-typed': async (app, page) => {
		await code(app);
		await press(page, 'I have written it down');
		await page.getByLabel('Recovery code').fill('7K3M 2R9T 0000');
		await press(page, 'Go on');
		await page.getByRole('alert').waitFor();
	},
	closed: async (app) => {
		await closed(app);
	},
	'closed-wrong-try': async (app, page) => {
		await closed(app);
		await new ClosedPage(page).open('quiet harbour with no boats');
		await new ClosedPage(page).fault.waitFor();
	},
	'closed-by-code': async (app, page) => {
		await closed(app);
		await press(page, 'Use the recovery code');
		await page.getByLabel('Recovery code', { exact: true }).fill('7K3M 2R9T');
	},
	opening: async (app, page) => {
		await closed(app);
		// What makes the key of the passphrase never answers, so that it goes on opening.
		await page.evaluate(() => {
			Worker.prototype.postMessage = () => undefined;
		});
		await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
		await press(page, 'Open');
		await page.getByRole('status').filter({ hasText: 'Opening' }).waitFor();
	},
	'opened-by-code': async (app, page) => {
		const kept = await closed(app);
		await new ClosedPage(page).openWithCode(kept);
		await page.getByText('You opened this with the recovery code.').waitFor();
		await new JournalPage(page).rows.first().waitFor();
	},
	'ways-in': at('/settings/ways/', written),
	'ways-in-none-yet': at('/settings/ways/'),
	'ways-in-of-a-passphrase': ways,
	'ways-in-of-a-passphrase-end': async (app, page) => {
		await ways(app, page);
		await press(page, 'Rename Passphrase');
		await scrollToEnd(page);
	}
};
