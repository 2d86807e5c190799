import type { Page } from '@playwright/test';
import { EntryPage, expect, JournalPage, test, type App } from './app';
import { untilKept } from './database';
import { expectNoFault } from './faults';

/* Reading one's own pages again, and what can be said beside them. */

const HOUR = 3_600_000;

async function listOf(app: App): Promise<JournalPage> {
	await app.open('/journal/');
	return new JournalPage(app.page);
}

/** Writes a page on a day, and keeps it. */
async function writeOn(
	app: App,
	page: Page,
	day: string,
	text: string,
	section = 4
): Promise<void> {
	await page.clock.setSystemTime(new Date(`${day}T20:00:00Z`));
	const writing = await app.answerIn(section);
	await writing.type(text);
	await page.clock.runFor(1000);
	await writing.saved();
	const after = await writing.stop();
	await page.clock.runFor(1000);
	await after.keep();
}

test.beforeEach(async ({ page }) => {
	await page.clock.install({ time: new Date('2026-08-01T20:00:00Z') });
});

test('R3, R4: an old page says what it is before it opens, and that can be switched off', async ({
	opened: app,
	page
}) => {
	await writeOn(app, page, '2026-08-03', 'lantern words');
	await page.clock.setSystemTime(new Date('2026-11-20T20:00:00Z'));
	const journal = await listOf(app);
	await journal.rows.first().getByRole('link').click();
	const threshold = page.getByRole('group', { name: 'Before an old page opens' });
	await expect(threshold).toContainText(/gentle|deeper/);
	await expect(page.getByText('lantern words')).toHaveCount(0);
	await expect(threshold).not.toContainText('Low moods');
	await threshold.getByRole('link', { name: 'Not today' }).click();
	await journal.title.waitFor();

	// A low day, by what was said of a page of today.
	const writing = await app.answerIn(5);
	await writing.type('today');
	await page.clock.runFor(1000);
	await writing.saved();
	const after = await writing.stop();
	await page.getByRole('radio', { name: 'very unpleasant' }).check();
	await page.clock.runFor(1000);
	await after.keep();
	await app.open('/journal/');
	await journal.rows.nth(1).getByRole('link').click();
	await expect(threshold).toContainText('Low moods can colour what we read.');
	await threshold.getByRole('button', { name: 'Open', exact: true }).click();
	const entry = new EntryPage(page);
	await expect(entry.text).toBeFocused();
	await expect(entry.text).toContainText('lantern words');

	// Once crossed it is not in the way again; and in the settings it can be switched off.
	await app.journal();
	await journal.rows.nth(1).getByRole('link').click();
	await expect(entry.text).toContainText('lantern words');
	await app.open('/settings/');
	const note = page.getByRole('switch', { name: 'Show a short note before an old page opens' });
	await untilKept(page, () => note.uncheck());
	await app.open('/journal/');
	await journal.rows.nth(1).getByRole('link').click();
	await expect(entry.text).toContainText('lantern words');
});

test(
	'R7: a note in the margin is kept as it is typed, and leaves the page as it was',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2026-11-18', 'as it was');
		await page.clock.setSystemTime(new Date('2026-11-20T20:00:00Z'));
		const journal = await listOf(app);
		const entry = await journal.openEntry();
		await page.getByRole('button', { name: 'Add a note in the margin' }).click();
		const box = page.getByRole('textbox', { name: 'A note beside it' });
		await expect(box).toBeFocused();
		await page.keyboard.insertText('You were tired.');
		await page.clock.runFor(1000);
		await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible();

		// Not even "Done" is needed.
		await app.open('/journal/');
		await journal.openEntry();
		await expect(page.getByText('You were tired.')).toBeVisible();
		await expect(page.getByText('20 November 2026, in the margin')).toBeVisible();
		await expect(entry.text).toHaveText('as it was');
		await expect(entry.when).not.toContainText('changed');

		await page.getByRole('button', { name: /^Change/ }).click();
		await box.fill('You were tired, and kind.');
		await page.getByRole('button', { name: 'Done' }).click();
		await expect(page.getByText('You were tired, and kind.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Add a note in the margin' })).toBeFocused();
		await page.getByRole('button', { name: /^Remove/ }).click();
		await expect(page.getByText('You were tired, and kind.')).toHaveCount(0);
		await page.getByRole('button', { name: 'Put it back' }).click();
		// Where the keyboard goes once it is on the disk.
		await expect(page.getByRole('button', { name: 'Add a note in the margin' })).toBeFocused();
		await app.open('/journal/');
		await journal.openEntry();
		await expect(page.getByText('You were tired, and kind.')).toBeVisible();
	}
);

test(
	'a label, tags and a star are listed with the page; a word to oneself stands before it',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2026-08-03', 'lantern words');
		const journal = await listOf(app);
		await journal.openEntry();
		await page.getByRole('button', { name: 'Star', exact: true }).click();
		await expect(page.getByRole('button', { name: 'Star', pressed: true })).toBeVisible();
		await page.getByText('Label and tags').click();
		await page.getByLabel('A label of your own').pressSequentially('the key');
		const tag = page.getByRole('textbox', { name: 'A new tag' });
		for (const word of ['Home', 'waiting', 'home']) {
			await tag.fill(word);
			await tag.press('Enter');
		}
		await page.getByLabel('A note to yourself').pressSequentially('not when tired');
		await page.clock.runFor(1000);
		await expect(
			page.getByRole('status').getByText('Saved', { exact: true }).first()
		).toBeVisible();
		await expect(page.getByRole('checkbox', { name: 'Home' })).toBeChecked();
		await expect(page.getByRole('checkbox', { name: 'waiting' })).toBeChecked();

		await page.clock.setSystemTime(new Date('2026-11-20T20:00:00Z'));
		await app.open('/journal/');
		const row = journal.rows.first();
		await expect(row).toContainText('the key');
		await expect(row).toContainText('Home, waiting');
		await expect(row.getByText('starred')).toBeAttached();
		await row.getByRole('link').click();
		await expect(page.getByText('You told yourself: not when tired')).toBeVisible();
	}
);

test(
	'R9: the third opening within a day says one quiet line, and hinders nobody',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2026-11-18', 'again and again');
		await page.clock.setSystemTime(new Date('2026-11-20T20:00:00Z'));
		const journal = await listOf(app);
		const line = page.getByText('You have come back to this page a few times today.');
		for (const opening of [1, 2, 3]) {
			const entry = await journal.openEntry();
			await expect(entry.text).toContainText('again and again');
			await expect(line).toHaveCount(opening === 3 ? 1 : 0);
			await page.clock.setSystemTime(new Date(Date.parse('2026-11-20T20:00:00Z') + opening * HOUR));
			await app.journal();
		}
	}
);

test(
	'earlier and later pages lead from one to the next, and a hidden one is passed over',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await writeOn(app, page, '2026-11-16', 'first');
		await writeOn(app, page, '2026-11-17', 'between');
		await writeOn(app, page, '2026-11-18', 'last');
		const journal = await listOf(app);
		const entry = await journal.openEntry(1);
		await page.getByRole('button', { name: 'Hide', exact: true }).click();
		await expect(page.getByText('It is hidden now')).toBeVisible();
		await app.journal();
		await journal.openEntry(0);
		await expect(entry.text).toHaveText('last');
		const others = page.getByRole('navigation', { name: 'Other pages' });
		await expect(others.getByRole('link', { name: /^Later/ })).toHaveCount(0);
		await others.getByRole('link', { name: /^Earlier page/ }).click();
		await expect(entry.text).toHaveText('first');
		await others.getByRole('link', { name: /^Later page/ }).click();
		await expect(entry.text).toHaveText('last');
	}
);

for (const { name, width, scheme } of [
	{ name: 'a small phone by day', width: 320, scheme: 'light' },
	{ name: 'a desk by night', width: 1280, scheme: 'dark' }
] as const) {
	test(
		`${name}: no fault that axe can find beside a page`,
		{ tag: '@whole' },
		async ({ opened: app, page }) => {
			await page.setViewportSize({ width, height: 740 });
			await page.emulateMedia({ colorScheme: scheme });
			await writeOn(app, page, '2026-08-03', 'lantern words');
			await page.clock.setSystemTime(new Date('2026-11-20T20:00:00Z'));
			const journal = await listOf(app);
			await journal.rows.first().getByRole('link').click();
			await page.locator('[data-revisit-gate]').waitFor();
			await page.clock.resume();
			await expectNoFault(page, 'threshold');
			await page.getByRole('button', { name: 'Open', exact: true }).click();
			await page.getByRole('button', { name: 'Add a note in the margin' }).click();
			await page.keyboard.insertText('You were tired.');
			await page.getByText('Label and tags').click();
			const tag = page.getByRole('textbox', { name: 'A new tag' });
			await tag.fill('a rather long tag without any need, as tags go');
			await tag.press('Enter');
			await expect(page.getByRole('checkbox', { name: /^a rather long tag/ })).toBeChecked();
			await expectNoFault(page, 'beside a page');
		}
	);
}
