import type { Locator, Page } from '@playwright/test';
import { BeforePage, expect, JournalPage, test, type App } from './app';
import { boats } from './essays';
import { BringPage } from './pages/bring-page';
import { limitOf } from './limits';

/* Whatever one presses, the keyboard goes on from there: what goes by being pressed hands its focus on. */

/** Presses something by its key, waits until it is gone, and expects that something on the page has the focus. */
async function press(page: Page, what: Locator | string): Promise<void> {
	const pressed = typeof what === 'string' ? page.getByRole('button', { name: what }) : what;
	// The element itself: another of its name may come in its place.
	const element = await pressed.elementHandle();
	await element.press((await element.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
	await page.waitForFunction((gone) => !gone.isConnected, element);
	await expect(page.locator('main').locator(':focus')).toBeVisible();
}

async function write(app: App, text: string): Promise<void> {
	const writing = await app.answerIn(4);
	await writing.write(text);
	await (await writing.stop()).keep();
}

test(
	'choosing several pages begins on its bar, and ends where it began',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'one');
		await app.open('/journal/');
		const several = page.getByRole('button', { name: 'Choose several' });
		await press(page, several);
		await expect(page.getByRole('group', { name: 'Chosen pages' })).toBeFocused();
		await press(page, 'Done');
		await expect(several).toBeFocused();
	}
);

test(
	'sealing a page, and thinking better of it, keeps the focus',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'one');
		await app.open('/journal/');
		await new JournalPage(page).openEntry();
		await press(page, 'Seal until a day');
		await expect(page.getByRole('radio', { name: 'a month', exact: true })).toBeFocused();
		await press(page, 'Seal this page');
		await press(page, 'Open it early');
		await press(page, 'Leave it sealed');
		await press(page, 'Seal it for longer');
		await press(page, 'Go back');
		await press(page, 'Seal it for longer');
		await press(page, 'Seal it until then');
		await expect(page.locator('[data-time-locked]').getByRole('status')).toContainText(
			'Sealed until'
		);
	}
);

test(
	'a tag and a word of one’s own that are taken off hand the focus on',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.answerIn(4);
		await writing.write('one');
		await writing.stop();
		await page.getByText('Words, if any fit').click();
		const word = page.getByLabel('My own word');
		for (const one of ['calmish', 'wintry']) {
			await word.fill(one);
			await word.press('Enter');
		}
		await press(page, page.getByRole('checkbox', { name: 'calmish' }));
		await expect(page.getByRole('checkbox', { name: 'wintry' })).toBeFocused();
		await press(page, page.getByRole('checkbox', { name: 'wintry' }));
		await expect(page.getByText('My own word').first()).toBeFocused();
		await page.getByRole('button', { name: 'Keep this page' }).click();
		await page.getByRole('link', { name: 'Read it again' }).click();
		await page.getByText('Label and tags').click();
		await page.getByLabel('A new tag').fill('home');
		await page.getByLabel('A new tag').press('Enter');
		await press(page, page.getByRole('checkbox', { name: 'home' }));
	}
);

test(
	'what is said after a heavy page is read, and put away, without losing the place',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.answerIn(4);
		await writing.write('one');
		const after = await writing.stop();
		await page.getByRole('radio', { name: 'very unpleasant' }).check();
		await after.keep();
		await press(page, 'Steady myself');
		await expect(page.locator('main :focus')).toContainText('Look at one thing');
		await press(page, 'Stay here');
	}
);

test(
	'on the way to a passphrase and its code no press loses the focus',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/settings/ways/');
		await press(page, page.getByRole('button', { name: /^No, only me/ }));
		await press(page, 'Choose again');
		await press(page, page.getByRole('button', { name: /^Yes/ }));
		await press(page, 'Go back');
		await press(page, page.getByRole('button', { name: /^Not sure/ }));
		await press(page, 'Choose my own');
		await press(page, 'Five words instead');
		await press(page, 'Use these');
		await press(page, page.getByRole('button', { name: 'Copy', exact: true }));
		await expect(page.locator('main :focus')).toContainText('What is copied can go further');
		await press(page, 'Leave it');
		await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeFocused();
		await page.context().grantPermissions(['clipboard-write']);
		await press(page, page.getByRole('button', { name: 'Copy', exact: true }));
		await press(page, 'Copy it all the same');
		await press(page, 'I have written it down');
		await press(page, 'Show it once more');
	}
);

test(
	'the ways in are named, changed and left as they are without losing the place',
	{ tag: '@whole' },
	async ({ page, closed }) => {
		await closed.openAndWrite();
		await page.getByRole('link', { name: 'Help' }).first().click();
		await page.getByRole('link', { name: 'Settings' }).click();
		await page.getByRole('link', { name: 'How pages are kept' }).click();
		await page.getByRole('heading', { name: 'Ways in' }).waitFor();
		await press(page, 'Rename Passphrase');
		await press(page, 'Go back');
		await press(page, 'Add another passphrase');
		await press(page, 'Go back');
		await press(page, page.getByRole('button', { name: /^Make a new one/ }));
		await expect(page.getByRole('heading', { name: 'A new recovery code' })).toBeFocused();
		await press(page, 'Go back');
		await press(page, 'Change Passphrase');
		await press(page, 'Go back');
	}
);

test(
	'a question of one’s own is kept, removed and put back, and a mark taken off, in place',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'one');
		await app.open('/read/4/');
		await press(page, 'Ask a question of your own');
		await press(page, 'Go back');
		await press(page, 'Ask a question of your own');
		await page.getByLabel('A question of your own').fill('What would the sea say?');
		await press(page, 'Keep this question');
		await press(page, page.getByRole('button', { name: /^Remove it/ }));
		await press(page, 'Put it back');
	}
);

test(
	'a backup that was made is put away or not, and making one stopped',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		test.setTimeout(limitOf({ loads: 3, derivations: 4, steps: 20 }));
		await write(app, 'one');
		await app.open('/copies/backup/');
		const ready = page.getByText('The backup is ready.');
		await page.getByRole('button', { name: 'Use these' }).click();
		await expect(ready).toBeVisible({ timeout: limitOf({ derivations: 2 }) });
		await press(page, 'I did not save it');
		await press(page, 'Make another backup');
		await page.getByRole('button', { name: 'Use these' }).click();
		await expect(ready).toBeVisible({ timeout: limitOf({ derivations: 2 }) });
		await page.getByRole('link', { name: 'Save the file' }).click();
		await press(page, 'I have saved it');
		await press(page, 'Make another backup');
		await page.getByRole('button', { name: 'Use these' }).click();
		await press(page, page.getByRole('button', { name: 'Stop', exact: true }));
	}
);

test(
	'what was read is where one goes on, and so is what was brought in or taken back',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'one');
		await app.open('/copies/bring-in/');
		const file = page.locator('input[type="file"]');
		const text = (name: string, words: string) => ({
			name,
			mimeType: 'text/plain',
			buffer: Buffer.from(words)
		});
		await file.setInputFiles(text('n.txt', 'A page from elsewhere.'));
		await expect(page.getByRole('heading', { name: 'Plain text' })).toBeFocused();
		await press(page, 'Bring them in');
		await press(page, 'Take that back');
		await press(page, 'Bring in something else');
		await file.setInputFiles({
			name: 'b.age',
			mimeType: '',
			buffer: Buffer.from('age-encryption.org/v1\n')
		});
		await press(page, 'Go back');
		await app.open('/copies/take-out/');
		await press(page, 'Write the file');
		await press(page, 'Go back');
		const bring = new BringPage(app);
		await bring.open();
		await bring.give(boats);
		await press(page, 'Something else');
	}
);

test(
	'where the focus was put by hand, or lies elsewhere, nothing takes it',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/settings/ways/');
		await page.getByRole('button', { name: /^Yes/ }).click();
		await expect(page.getByRole('heading', { name: 'A passphrase' })).toBeFocused();
		await app.open('/write/');
		await page.getByRole('button', { name: /^No, only me/ }).click();
		await new BeforePage(page).begin.click();
		await expect(page.getByRole('textbox', { name: 'Your page' })).toBeFocused();
	}
);
