import { expect, test, type App, type WritingPage } from './app';
import { breakWrites, countRecords } from './database';

/* What becomes of a page. */

const words = 'marzipan by the window';

async function written(app: App, section = 5): Promise<WritingPage> {
	const writing = await app.answerIn(section);
	await writing.write(words);
	return writing;
}

test('P18: a hidden page is hidden, and can be listed again', async ({ app, page }) => {
	const after = await (await written(app)).stop();
	await after.choose('hide', 'Hide this page');
	await page.getByRole('link', { name: 'Journal' }).click();
	await page.getByRole('button', { name: 'Hidden pages' }).waitFor();
	await expect(page.locator('.row')).toHaveCount(0);
	await page.getByRole('switch', { name: 'Show the writing' }).check();
	await page.getByRole('button', { name: 'Hidden pages' }).click();
	await expect(page.locator('.row')).toHaveCount(1);
	await expect(page.getByText(words)).toHaveCount(0);
	await page.locator('.row').getByRole('link').click();
	await expect(page.locator('[data-entry-text]')).toHaveText(words);
	await page.getByRole('button', { name: 'List it again' }).click();
	await expect(page.getByText('It is in the list again.')).toBeVisible();
	await app.open('/journal/');
	await expect(page.locator('.row')).toHaveCount(1);
	await expect(page.getByRole('button', { name: 'Hidden pages' })).toHaveCount(0);
});

test(
	'the words stay open until they are closed, whatever else is chosen',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await (await written(app)).stop();
		const calm = page.getByRole('checkbox', { name: 'calm' });
		await expect(calm).toBeHidden();
		await page.getByText('Words, if any fit').press('Enter');
		await expect(page.getByRole('button', { name: 'Keep this page' })).toBeEnabled();
		await expect(calm).toBeVisible();
		await page.getByLabel('hide', { exact: true }).check();
		await expect(page.getByRole('button', { name: 'Hide this page' })).toBeVisible();
		await expect(calm).toBeVisible();
	}
);

test(
	'P18: a sealed page opens early in two steps, and on its day in one',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await page.clock.install({ time: new Date('2026-11-22T21:00:00Z') });
		const after = await (await written(app)).stop();
		await page.clock.runFor(1000);
		await after.choose('seal until a day', 'Seal this page');
		await expect(page.getByText('Until 22 December 2026.')).toBeVisible();
		await page.getByRole('link', { name: 'Journal' }).click();
		await page.getByRole('switch', { name: 'Show the writing' }).check();
		await expect(page.locator('.row')).toContainText('sealed until 22 December 2026');
		await expect(page.getByText(words)).toHaveCount(0);
		await page.locator('.row').getByRole('link').click();
		const text = page.locator('[data-entry-text]');
		await page.getByText('Sealed until 22 December 2026.').waitFor();
		await expect(text).toHaveCount(0);
		await page.getByRole('button', { name: 'Open it early' }).click();
		await expect(text).toHaveCount(0);
		await page.getByRole('button', { name: 'Leave it sealed' }).click();
		await page.getByRole('button', { name: 'Open it early' }).click();
		await page.getByRole('button', { name: 'Open it now' }).click();
		await expect(text).toHaveText(words);
		// It was opened for this once.
		await page.reload();
		await page.getByRole('button', { name: 'Seal it for longer' }).click();
		await page.getByRole('radio', { name: 'a year' }).check();
		await page.getByRole('button', { name: 'Seal it until then' }).click();
		// Longer than it was, never shorter.
		await expect(page.getByText('Sealed until 22 December 2027.')).toBeVisible();

		await page.clock.setSystemTime(new Date('2027-12-22T09:00:00Z'));
		await app.open('/journal/');
		await expect(page.locator('.row')).toContainText('ready if you want it');
		await page.locator('.row').getByRole('link').click();
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await expect(text).toHaveText(words);
		await page.getByRole('button', { name: 'Take the seal off' }).click();
		await expect(page.getByText('It is not sealed any more.')).toBeVisible();
		await page.reload();
		// It is an old page by now, and says so before it opens.
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await expect(text).toHaveText(words);
	}
);

test('a page can be sealed until a day of one’s own', { tag: '@whole' }, async ({ app, page }) => {
	const after = await (await written(app)).stop();
	await page.getByLabel('seal until a day').check();
	await page.getByRole('radio', { name: 'a day I choose' }).check();
	await page.getByLabel('Until', { exact: true }).fill('2031-05-01');
	await page.getByRole('button', { name: 'Seal this page' }).click();
	await after.ended.waitFor();
	await expect(page.getByText('Until 1 May 2031.')).toBeVisible();
});

test(
	'P18: a page that was let go is gone from the disk, with its earlier texts',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await (await (await written(app)).stop()).keep();
		const before = await countRecords(page);
		const writing = await app.answerIn(6);
		await writing.write('A first text that is long enough to be kept as an earlier one.');
		await writing.box.fill('');
		await writing.write('Something else altogether.');
		expect(await countRecords(page)).toBeGreaterThan(before);
		const after = await writing.stop();
		await after.choose('let go', 'Let this page go');
		await expect(page.getByRole('heading', { name: 'Gone from this app.' })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Read it again' })).toHaveCount(0);
		await app.open('/journal/');
		await expect(page.locator('.row')).toHaveCount(1);
		await expect(page.getByText('not as you left it')).toHaveCount(0);
		await page.goBack();
		await page.goBack();
		await expect(page.getByText('Something else altogether.')).toHaveCount(0);
	}
);

test('an old page can be let go of, and asks first', { tag: '@whole' }, async ({ app, page }) => {
	const entry = await (await written(app)).stopHere();
	await page.getByRole('button', { name: 'Let it go' }).click();
	await expect(page.getByText('This does not wipe the disk')).toBeVisible();
	await page.getByRole('button', { name: 'Keep it' }).click();
	await expect(entry.text).toHaveText(words);
	await page.getByRole('button', { name: 'Let it go' }).click();
	await page
		.getByRole('group', { name: 'Let this page go?' })
		.getByRole('button', { name: 'Let it go' })
		.click();
	await expect(page).toHaveURL(/\/journal\/$/);
	await expect(page.getByText('Nothing here yet.')).toBeVisible();
});

test(
	'when it cannot be kept so, the page is as it was, and that is said',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const writing = await written(app);
		const after = await writing.stop();
		const mend = await breakWrites(page);
		await page.getByLabel('let go', { exact: true }).check();
		await page.getByRole('button', { name: 'Let this page go' }).click();
		await after.letItGo();
		await expect(page.getByRole('alert')).toContainText('Your page is as it was.');
		await mend();
		await page.getByLabel('keep', { exact: true }).check();
		await page.getByRole('button', { name: 'Keep this page' }).click();
		await page.getByRole('link', { name: 'Read it again' }).click();
		await expect(page.locator('[data-entry-text]')).toHaveText(words);
	}
);

test(
	'a few steadying words are laid below a page that ended low, once, and not in the way',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const after = await (await written(app)).stop();
		const feel = page.getByRole('group', { name: 'How does it feel right now?' });
		await feel.getByRole('radio', { name: 'very unpleasant' }).check();
		await after.keep();
		const card = page.getByRole('complementary', { name: 'After writing' });
		await expect(card.getByRole('link', { name: 'Talk to someone' })).toBeVisible();
		await card.getByRole('button', { name: 'Steady myself' }).click();
		await expect(card.getByText('Look at one thing that does not move.')).toBeFocused();
		await card.getByRole('button', { name: 'Stay here' }).click();
		await expect(card).toHaveCount(0);
		await page.getByRole('link', { name: 'Read it again' }).click();
		await expect(page.locator('[data-entry-text]')).toBeVisible();
		await expect(card).toHaveCount(0);
	}
);

test(
	'P21: who comes back to a question a third time is offered another view, and not hindered',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const line = page.getByText('You have been here a few times lately.');
		for (const time of [1, 2, 3]) {
			await app.open('/read/5/');
			await page.getByRole('link', { name: 'Write', exact: true }).click();
			const writing = await app.writing();
			await writing.write(`Time ${time}`);
			await (await writing.stop()).keep();
		}
		await app.open('/read/5/');
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		await line.waitFor();
		const asked = await page.getByRole('heading', { level: 1 }).innerText();
		const offer = page.getByRole('note').getByRole('button');
		const other = await offer.innerText();
		await offer.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(other);
		await page.goBack();
		await app.open('/read/5/');
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked);
		await (await app.writing()).write('A fourth time');
	}
);

test(
	'a letter to a later self stands ready to be sealed, and is announced by nothing',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/');
		await page.getByRole('link', { name: 'Letters' }).click();
		await page.getByRole('link', { name: 'Write it (To me, later)' }).click();
		const writing = await app.writing();
		await expect(writing.question).toHaveText('To me, later');
		await writing.write('Dear me');
		const after = await writing.stop();
		await expect(page.getByLabel('seal until a day')).toBeChecked();
		await expect(page.getByRole('radio', { name: 'a year' })).toBeChecked();
		await page.getByRole('button', { name: 'Seal this page' }).click();
		await after.ended.waitFor();
		await app.open('/journal/');
		await expect(page.locator('.row')).toContainText('To me, later');
		await expect(page.locator('.row')).toContainText('sealed until');
	}
);
