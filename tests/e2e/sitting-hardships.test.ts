import { AfterPage, BeforePage, expect, test, WritingPage } from './app';

/* A sitting that does not go as planned. */

const words = 'marzipan by the window';

test(
	'a seal until a day that is none is refused, and a journal that holds one opens',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.answerIn(5);
		await writing.write(words);
		await writing.stop();
		await page.getByLabel('seal until a day').check();
		await page.getByRole('radio', { name: 'a day I choose' }).check();
		const until = page.getByLabel('Until', { exact: true });
		await until.fill('2099-05-01');
		await expect(page.getByRole('alert')).toContainText('Choose a day between');
		await page.getByRole('button', { name: 'Seal this page' }).click();
		await expect(page.getByRole('heading', { name: 'And now?' })).toBeVisible();
		await until.fill('2031-05-01');
		await page.getByRole('button', { name: 'Seal this page' }).click();
		await new AfterPage(page).ended.waitFor();
	}
);

test(
	'coming back to where a page was written shows nothing of one that was put away',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.answerIn(5);
		await writing.write(words);
		await (await writing.stop()).choose('seal until a day', 'Seal this page');
		await page.reload();
		await new BeforePage(page).begin.waitFor();
		expect(await page.content()).not.toContain(words);
		await app.open('/journal/');
		await page.goBack();
		await new BeforePage(page).begin.or(new WritingPage(page).box).waitFor();
		expect(await page.content()).not.toContain(words);
	}
);

test(
	'the part’s own link does not open an unfinished page that was sealed or hidden',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await (await app.answerIn(4)).write(words);
		await app.open('/journal/');
		await page.locator('.row').getByRole('link').click();
		await page.getByRole('button', { name: 'Seal until a day' }).click();
		await page.getByRole('button', { name: 'Seal this page' }).click();
		await page.locator('[data-time-locked]').waitFor();
		const writing = await app.answerIn(4);
		await expect(writing.box).toHaveValue('');
	}
);

test(
	'a hidden page stays hidden when it is gone on with and kept',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await (await app.answerIn(4)).write(words);
		await app.open('/journal/');
		await page.locator('.row').getByRole('link').click();
		await page.getByRole('button', { name: 'Hide', exact: true }).click();
		await page.getByText('It is hidden now').waitFor();
		await page.getByRole('link', { name: 'Go on writing' }).click();
		const writing = new WritingPage(page);
		await writing.write(' and on');
		await writing.stop();
		await expect(page.getByLabel('hide', { exact: true })).toBeChecked();
	}
);

test(
	'a double press on Begin, or on Stop here, goes one step only',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await app.open('/read/5/');
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		await page.getByRole('button', { name: /^No, only me/ }).click();
		const { begin } = new BeforePage(page);
		await begin.dblclick();
		const writing = new WritingPage(page);
		await expect(writing.box).toBeVisible();
		await writing.write(words);
		await page.getByRole('button', { name: 'Stop here' }).dblclick();
		await expect(page.getByRole('heading', { name: 'And now?' })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Keep this page' })).toBeEnabled();
	}
);

test(
	'words that wait for the question how to keep them are not lost without asking',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/write/');
		await page.getByRole('button', { name: /^Write without keeping/ }).click();
		await new BeforePage(page).begin.click();
		await new WritingPage(page).type(words);
		await page.getByRole('button', { name: 'Keep it after all' }).click();
		await page.getByText('waits in this tab').waitFor();
		await page.getByRole('link', { name: 'Help' }).click();
		await expect(page.getByText('If you go on, its words are lost.')).toBeVisible();
		await page.getByRole('button', { name: 'Stay here' }).click();
		await page.getByRole('button', { name: /^No, only me/ }).click();
		await expect(new WritingPage(page).box).toHaveValue(words);
	}
);

test(
	'what was answered before goes along to another question',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/read/5/');
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		await page.getByRole('button', { name: /^No, only me/ }).click();
		const { begin, question } = new BeforePage(page);
		await begin.waitFor();
		const first = await question.innerText();
		await page.getByRole('radio', { name: 'a little pleasant' }).check();
		await page.getByRole('button', { name: 'Another question' }).click();
		await expect(question).not.toHaveText(first);
		await expect(page.getByRole('radio', { name: 'a little pleasant' })).toBeChecked();
		await begin.click();
		const writing = new WritingPage(page);
		await writing.write(words);
		await writing.stop();
		await page.getByText('Words, if any fit').click();
		// A word that was typed and not added is added all the same.
		await page.getByRole('textbox', { name: 'My own word' }).fill('sunk');
		await new AfterPage(page).keep();
		await page.getByRole('link', { name: 'Read it again' }).click();
		await expect(page.locator('dl')).toContainText('a little pleasant');
		await expect(page.locator('dl')).toContainText('sunk');
	}
);

test(
	'letting go in one tab is said in the other, which decides for itself',
	{ tag: '@whole' },
	async ({ opened: app, page, context }) => {
		const writing = await app.answerIn(5);
		await writing.write(words);
		const other = await context.newPage();
		await other.goto('/journal/');
		await other.locator('.row').getByRole('link').click();
		await other.getByRole('button', { name: 'Let it go' }).click();
		await other
			.getByRole('group', { name: 'Let this page go?' })
			.getByRole('button', { name: 'Let it go' })
			.click();
		await expect(page.getByText('This page was let go of in another tab.')).toBeVisible();
		await page.getByRole('button', { name: 'Let it go here too' }).click();
		await app.open('/journal/');
		await expect(page.getByText('Nothing here yet.')).toBeVisible();
	}
);

test(
	'who was left, and says no more where they stand, is asked as anyone',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/read/5/');
		await page.getByText('All questions of this part').click();
		const questions = page.locator('details li .prompt-text');
		const before = await questions.allInnerTexts();
		await page.getByRole('radio', { name: 'looking back' }).check();
		await page.getByLabel('I was the one who was left').check();
		await page.getByRole('radio', { name: 'not saying' }).check();
		await expect(questions).toHaveText(before);
	}
);
