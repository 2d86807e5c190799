import { App, expect, test } from '../app';
import { removeDatabase } from '../database';

/* What may happen to a browser while somebody writes: its data taken away, its clock moved, a tab put to sleep. */

const YEAR = 365 * 86_400_000;

test('a database that is deleted under the page keeps the words on the screen, and says so', async ({
	opened: app,
	page,
	context
}) => {
	const writing = await app.justWrite();
	await writing.write('Kept until the data was cleared. ');
	const other = await context.newPage();
	await other.goto('/offline/');
	await removeDatabase(other);
	await writing.type('Written after that.');
	await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
	await expect(writing.box).toHaveValue('Kept until the data was cleared. Written after that.');
	await expect(page.getByRole('button', { name: 'Copy my words' })).toBeVisible();
	// Nothing was made anew in place of what is gone.
	expect(await other.evaluate(() => indexedDB.databases())).toEqual([]);
});

test(
	'site data that is cleared under the page keeps the words on the screen, and says so',
	{ tag: '@whole' },
	async ({ opened: app, page, context, baseURL }) => {
		const writing = await app.justWrite();
		await writing.write('Kept until the data was cleared. ');
		const devtools = await context.newCDPSession(page);
		await devtools.send('Storage.clearDataForOrigin', {
			origin: baseURL ?? '',
			storageTypes: 'indexeddb,local_storage,service_workers,cache_storage'
		});
		await writing.type('Written after that.');
		await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
		await expect(writing.box).toHaveValue('Kept until the data was cleared. Written after that.');
	}
);

for (const [which, by] of [
	['forward', YEAR],
	['back', -YEAR]
] as const) {
	test(
		`a clock that jumps a year ${which} loses no word and locks nobody in`,
		{ tag: '@whole' },
		async ({ opened: app, page }) => {
			const now = new Date('2026-06-01T20:00:00Z').getTime();
			await page.clock.install({ time: now });
			const writing = await app.justWrite();
			await writing.type('Before the jump. ');
			await page.clock.runFor(500);
			await writing.saved();
			await page.clock.setSystemTime(now + by);
			await writing.type('After it.');
			await page.clock.runFor(500);
			await writing.saved();
			await page.reload();
			await expect(writing.box).toHaveValue('Before the jump. After it.');
			await app.open('/journal/');
			await expect(page.locator('.row')).toHaveCount(1);
		}
	);

	test(
		`a closed journal is closed by a clock that jumps a year ${which}, and opens again`,
		{ tag: '@whole' },
		async ({ app, page, closed }) => {
			const now = new Date('2026-06-01T20:00:00Z').getTime();
			await page.clock.install({ time: now });
			const writing = await closed.openAndWrite();
			await writing.type('Saved before it closes.');
			await page.clock.runFor(500);
			await writing.saved();
			// Asleep for a year, by the clock that the machine wakes with.
			await page.clock.setSystemTime(now + by);
			await page.clock.runFor(1_000);
			await closed.title.waitFor();
			await expect(page.getByText('Saved before it closes')).toHaveCount(0);
			await closed.open();
			await app.open('/journal/');
		}
	);
}

test(
	'a tab that was put to sleep in mid-sentence holds no other tab up, and saves when it wakes',
	{ tag: '@whole' },
	async ({ opened: app, page, context }) => {
		const writing = await app.justWrite();
		await writing.write('Awake. ');
		const devtools = await context.newCDPSession(page);
		await writing.type('Asleep before this is saved.');
		await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
		const other = new App(await context.newPage());
		const meanwhile = await other.justWrite();
		await meanwhile.write('Written in the tab that is awake.');
		await devtools.send('Page.setWebLifecycleState', { state: 'active' });
		await writing.saved();
		await expect(writing.box).toHaveValue('Awake. Asleep before this is saved.');
		await other.open('/journal/');
		await expect(other.page.locator('.row')).toHaveCount(2);
	}
);
