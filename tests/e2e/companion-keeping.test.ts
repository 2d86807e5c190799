import { expect, test } from './app';
import { breakWrites } from './database';
import { begin, Editor, fill } from './pages/editor-page';

/* What is typed of a companion reaches the disk, or is said not to have. */

test(
	'what is typed is kept when its writer goes elsewhere at once',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const editor = await begin(app);
		await editor.title.fill('At first');
		await editor.saved();
		await editor.title.press('End');
		await page.keyboard.type(', and then more');
		// What is being saved as it should is not spoken of as if it were not.
		await page.evaluate(() => {
			new MutationObserver(() => {
				if (document.querySelector('.unsaved')) {
					document.documentElement.dataset['alarmed'] = 'true';
				}
			}).observe(document.body, { childList: true, subtree: true });
		});
		await page.getByRole('link', { name: 'Help', exact: true }).first().click();
		await expect(page).toHaveURL(/\/help\/$/);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('html[data-alarmed]')).toHaveCount(0);
		await page.reload();
		await app.alive();
		await page.goBack();
		await expect(editor.title).toHaveValue('At first, and then more');
	}
);

test(
	'what is not there any more says so, and nothing is made in its place',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const editor = await begin(app);
		await editor.title.fill('Here');
		await editor.saved();
		await page.evaluate(() => {
			const kept = history.state as Record<string, unknown>;
			const gone = { ...kept, 'sveltekit:states': { companion: '0'.repeat(32) } };
			history.replaceState(gone, '');
		});
		await page.reload();
		await expect(page.getByText('There is no companion to show here.')).toBeVisible();
		await expect(page.getByRole('textbox')).toHaveCount(0);
	}
);
test(
	'what could not be saved says so, stays, and is saved with the next change',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const editor = await begin(app);
		await fill(editor);
		const mend = await breakWrites(page);
		await editor.title.fill('By another window');
		await expect(page.getByRole('alert')).toContainText('Not saved.');
		await expect(editor.kept).toHaveText('Not saved');
		await expect(editor.title).toHaveValue('By another window');
		// Going elsewhere loses nothing either.
		await page.getByRole('link', { name: 'Help', exact: true }).first().click();
		await expect(page).toHaveURL(/\/help\/$/);
		await page.goBack();
		await expect(editor.title).toHaveValue('By another window');
		await mend();
		await editor.title.press('End');
		await page.keyboard.type(', again');
		await editor.saved();
		await expect(page.getByRole('alert')).toHaveCount(0);
		await page.reload();
		await expect(editor.title).toHaveValue('By another window, again');
	}
);

test(
	'where another tab changed it, what is typed here can go on as a copy',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
		const editor = await begin(app);
		await fill(editor);
		const state = await page.evaluate(() => history.state as unknown);
		const other = await context.newPage();
		await other.goto('/help/');
		await other.evaluate((kept) => {
			history.replaceState(kept, '', '/library/make/');
		}, state);
		await other.reload();
		const there = new Editor(other);
		await expect(there.title).toHaveValue('By the window');
		// What is kept there is taken over here, as long as nothing here is unsaved.
		await there.title.fill('By the door');
		await there.saved();
		await expect(editor.title).toHaveValue('By the door');

		const mend = await breakWrites(page);
		await editor.title.fill('By the lamp');
		await expect(page.getByRole('alert')).toContainText('Not saved.');
		await there.title.fill('By the stairs');
		await there.saved();
		await mend();
		await editor.title.press('End');
		await page.keyboard.type('light');
		await expect(page.getByRole('alert')).toContainText('Another tab changed this companion.');
		await editor.button('Keep this as a copy').click();
		await editor.saved();
		await expect(editor.title).toBeFocused();
		await page.reload();
		await expect(editor.title).toHaveValue('By the lamplight');
		await other.reload();
		await expect(there.title).toHaveValue('By the stairs');
	}
);
