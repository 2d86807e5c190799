import type { Page } from '@playwright/test';
import { AfterPage, expect, JournalPage, test, type App } from './app';
import { BringPage } from './pages/bring-page';
import { breakWrites } from './database';

/* What a person hears who does not see the page: names that tell things apart, and what a press came to. */

async function write(app: App, text: string): Promise<void> {
	const writing = await app.justWrite();
	await writing.write(text);
	await (await writing.stop()).keep();
}

/** All that the live regions of the page say from now on, in their order. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		new MutationObserver((changes) => {
			for (const { target } of changes) {
				const region = (target instanceof Element ? target : target.parentElement)?.closest(
					'[role="status"], [role="alert"]'
				);
				const words = region?.textContent.replace(/\s+/g, ' ').trim();
				if (words && said.at(-1) !== words) said.push(words);
			}
		}).observe(document.body, { childList: true, subtree: true, characterData: true });
	});
	return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

test(
	'two pages of one day have names that tell them apart, and say the year',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await page.clock.install({ time: new Date('2026-11-30T09:00:00Z') });
		await write(app, 'one');
		await page.clock.setFixedTime(new Date('2026-11-30T09:07:00Z'));
		await write(app, 'two');
		await app.open('/journal/');
		const { rows } = new JournalPage(page);
		await expect(rows).toHaveCount(2);
		await expect(rows.getByRole('link', { name: /30 November 2026, 09:07/ })).toHaveCount(1);
		await expect(rows.getByRole('link', { name: /30 November 2026, 09:0\d/ })).toHaveCount(2);
	}
);

test(
	'a page is asked about once more before it is let go, and can be kept',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.justWrite();
		await writing.write('one');
		await writing.stop();
		await page.getByLabel('let go', { exact: true }).check();
		await page.getByRole('button', { name: 'Let this page go' }).click();
		const asked = page.getByRole('group', { name: 'Let this page go?' });
		await expect(asked).toBeFocused();
		await asked.getByRole('button', { name: 'Keep it' }).click();
		await expect(page.getByRole('button', { name: 'Let this page go' })).toBeFocused();
		await new AfterPage(page).choose('let go', 'Let this page go');
	}
);

test(
	'a sixth word is refused aloud, each time, and the steps of a sitting begin at their heading',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.justWrite();
		await writing.write('one');
		const after = await writing.stop();
		await expect(after.title).toBeFocused();
		await page.getByText('Words, if any fit').click();
		const words = page.locator('.words').getByRole('checkbox');
		for (let index = 0; index < 5; index += 1) await words.nth(index).press('Space');
		const said = await listen(page);
		await words.nth(6).press('Space');
		await words.nth(7).press('Space');
		await expect.poll(said).toContain('Five is the most. Take one off to choose another.');
		await page.getByRole('button', { name: 'Back to the page' }).click();
		await expect(writing.box).toBeFocused();
		await (await writing.stop()).keep();
		await expect(after.ended).toBeFocused();
	}
);

test(
	'the bin and the way back from it are said',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'one');
		await app.open('/journal/');
		await new JournalPage(page).rows.getByRole('link').click();
		await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
		const said = await listen(page);
		await page.getByRole('button', { name: 'Put it in the bin' }).click();
		await expect.poll(said).toContain('It is in the bin.');
		await page.getByRole('button', { name: 'Put it back' }).click();
		await expect.poll(said).toContain('It is back in the journal.');
	}
);

test(
	'nothing to read, and a code that is wrong twice, are said each time',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const bring = new BringPage(app);
		await bring.open();
		await page.getByRole('button', { name: 'Read it' }).click();
		await expect(page.getByRole('alert')).toHaveText('Paste its text first.');
		await expect(bring.paste).toBeFocused();
		await app.open('/settings/ways/');
		await page.getByRole('button', { name: /^Yes/ }).click();
		await page.getByRole('button', { name: 'Choose my own' }).click();
		await page.getByLabel('Your passphrase').fill('quiet harbour with seventeen boats');
		await page.getByRole('button', { name: 'Use this' }).click();
		await expect(page.getByLabel('The same once more')).toBeFocused();
		await page.getByRole('button', { name: 'Five words instead' }).click();
		await page.getByRole('button', { name: 'Use these' }).click();
		await page.getByRole('button', { name: 'I have written it down' }).click();
		await page.getByLabel('Recovery code').press('Enter');
		const first = await page.getByRole('alert').elementHandle();
		await page.getByLabel('Recovery code').press('Enter');
		// Another element of the same words: only so are they said again.
		await page.waitForFunction((gone) => !(gone as Node).isConnected, first);
		await expect(page.getByRole('alert')).toContainText('Something in it is not right.');
	}
);

test(
	'a page that is not saved says so once, and again for each try',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.justWrite();
		await writing.write('one');
		const said = await listen(page);
		await breakWrites(page);
		await writing.type(' two');
		await expect
			.poll(async () => (await said()).some((one) => one.startsWith('Not saved.')))
			.toBe(true);
		expect((await said()).filter((one) => /^Saved.*room|^Saved.*unharmed/.test(one))).toEqual([]);
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect.poll(async () => (await said()).at(-1)).toContain('Still not saved.');
		await page.getByRole('button', { name: 'Stop here' }).click();
		await expect(page.locator('#not-saved')).toBeFocused();
	}
);
