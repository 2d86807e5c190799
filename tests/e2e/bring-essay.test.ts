import { readFile } from 'node:fs/promises';
import { expect, partCount, test } from './app';
import { boats, retoldParts } from './essays';
import { BringPage, withBoats } from './pages/bring-page';
import { expectNoFault } from './faults';
import { limitOf } from './limits';

/* An essay on its way to the shelf, and what is written beside it. */

test('the essay’s own words stand in place of ours, after a reload too, and a switch goes between them', async ({
	app,
	page
}) => {
	const bring = new BringPage(app);
	await bring.open();
	const { text, words } = await retoldParts(app);
	await bring.open();
	await bring.give(text);
	await expect(page.getByText(`${partCount} of ${partCount} parts were found.`)).toBeVisible();
	// Nothing is kept before the person says so.
	await app.open('/read/4/');
	await expect(page.getByText(words(4))).toHaveCount(0);
	await bring.open();
	await bring.give(text);
	await bring.keepIt();
	await app.open('/read/4/');
	const own = page.getByRole('switch', { name: 'The essay’s own words' });
	await expect(page.getByText(words(4))).toBeVisible();
	await expect(own).toBeChecked();
	await own.uncheck();
	await expect(page.getByText(words(4))).toHaveCount(0);
	await app.open('/read/5/');
	await expect(own).not.toBeChecked();
	await own.check();
	await expect(page.getByText(words(5))).toBeVisible();
});

test(
	'what was brought is taken back with one press, and what stood there before stands there again',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const bring = new BringPage(app);
		const first = await retoldParts(app);
		await bring.open();
		await bring.give(first.text);
		await bring.keepIt();
		await bring.open();
		await bring.give(first.text.replaceAll('The lamp', 'Another lamp'));
		await bring.keepIt();
		await page.getByRole('button', { name: 'Take that back' }).click();
		await expect(page.getByText('It was taken back.')).toBeVisible();
		await app.open('/read/2/');
		await expect(page.getByText(first.words(2))).toBeVisible();
		await expect(page.getByText('Another lamp')).toHaveCount(0);
	}
);

test(
	'pieces are joined, divided, moved and left out, and every step can be undone',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const bring = new BringPage(app);
		await bring.open();
		await bring.give(boats);
		await expect(bring.pieces).toHaveCount(5);
		await page.locator('summary').filter({ hasText: 'piece 2' }).click();
		await page.getByRole('button', { name: 'Join it to the one before' }).click();
		await expect(bring.pieces).toHaveCount(4);
		// The heading of the second is not lost.
		await expect(page.locator('summary').filter({ hasText: 'piece 1' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByText('What Grandmother Said', { exact: true })).toBeVisible();
		await page
			.getByRole('button', { name: /^Divide here/ })
			.first()
			.click();
		await expect(bring.pieces).toHaveCount(5);
		await page.getByRole('button', { name: 'Undo' }).click();
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(bring.pieces).toHaveCount(5);
		await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
		await page.getByRole('checkbox', { name: 'A part of it' }).first().uncheck();
		await expect(page.getByText('Four parts.')).toBeVisible();
		// As the essay of these pages nothing of it belongs anywhere, until it is said where.
		await page.getByLabel('What it is').selectOption({ index: 0 });
		await expect(bring.keep).toBeDisabled();
		await page
			.getByLabel('Where it belongs')
			.first()
			.selectOption({ label: 'Three, A clear moment' });
		await expect(bring.keep).toBeEnabled();
		await bring.keepIt();
		await app.open('/read/3/');
		await expect(page.getByText('the boats had not come in').first()).toBeVisible();
		await app.open('/read/4/');
		await expect(page.getByText('has no words for this part')).toBeVisible();
	}
);

test(
	'beside any essay one reads, answers, asks and finds it again; taken away, the pages stay',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		test.setTimeout(limitOf({ loads: 12, steps: 40 }));
		await withBoats(app);
		await page.getByRole('link', { name: 'Open it' }).click();
		await page.getByRole('link', { name: 'After Rain' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Four,\s*After Rain/);
		await expect(page.getByText('the boats had not come in').first()).toBeVisible();
		expect(page.url()).not.toContain('ain');
		const question = (await page.locator('.prompt-panel .question').textContent()) ?? '';
		await page.reload();
		await expect(page.locator('.prompt-panel .question')).toHaveText(question);
		await page.getByRole('button', { name: 'Ask a question of your own' }).click();
		await page.getByLabel('A question of your own').fill('Who was in the boat?');
		await page.getByRole('button', { name: 'Keep this question' }).click();
		await expect(page.getByRole('link', { name: 'Who was in the boat?' })).toBeVisible();
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		const writing = await app.writing();
		await expect(writing.question).toContainText(question);
		await expect(page.getByRole('link', { name: 'Four, After Rain' })).toBeVisible();
		await writing.write('It rained on the quay.');
		const entry = await writing.stopHere();
		await expect(entry.question).toHaveText(question);
		await page.getByRole('link', { name: 'Four, After Rain' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/After Rain/);
		await page.goBack();
		await expect(entry.text).toBeVisible();
		await (await app.answerIn(4)).write('Beside the other essay.');
		await app.open('/journal/');
		await expect(page.locator('.row')).toHaveCount(2);
		await page.getByRole('button', { name: 'Narrow it down' }).click();
		await page.getByRole('combobox', { name: 'Essay' }).selectOption({ label: 'On Boats' });
		await expect(page.locator('.row')).toHaveCount(1);
		await expect(page.locator('.row')).toContainText('After Rain');
		await app.open('/look-back/');
		const parts = page.getByRole('region', { name: 'Parts you have been to' });
		const row = parts.getByRole('row').filter({ hasText: 'On Boats' });
		await row.getByRole('link', { name: 'After Rain' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Four,\s*After Rain/);
		await app.open('/library/');
		await expect(page.getByText('one page written')).toBeVisible();
		await page.getByRole('button', { name: /^Remove it.*On Boats/ }).click();
		await expect(page.getByText('Pages that were written beside it stay')).toBeVisible();
		await app.open('/journal/');
		await page.locator('.row').filter({ hasText: 'After Rain' }).getByRole('link').click();
		await expect(entry.text).toHaveText('It rained on the quay.');
		await expect(entry.question).toHaveText(question);
		await expect(page.getByRole('link', { name: 'Four, After Rain' })).toHaveCount(0);
		await expect(page.getByText('Four, After Rain')).toBeVisible();
		await app.open('/questions/');
		await expect(page.getByText('Beside an essay that was taken away')).toBeVisible();
		await page.getByRole('button', { name: /^Remove it.*Who was in/ }).click();
		await expect(page.getByText('No question is marked yet.')).toBeVisible();
	}
);

test(
	'a companion that somebody sent is opened, answered, and one that is wrong is named line by line',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const bring = new BringPage(app);
		const file = await readFile('src/lib/companion/any-essay.companion.md', 'utf8');
		const sent = file.replace('title: Any essay', 'title: For a friend');
		await bring.open();
		await bring.giveFile('notes.md', sent.replace('stance: recent', 'stance: later'));
		await expect(page.getByText('something in it is not as it should be')).toBeVisible();
		await expect(page.getByText(/^Line \d+: /)).toBeVisible();
		await bring.giveFile('notes.md', sent);
		await expect(page.getByText('For a friend')).toBeVisible();
		await bring.keepIt();
		await page.getByRole('link', { name: 'Open it' }).click();
		await page.getByRole('link', { name: 'Turn' }).click();
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		await (await app.writing()).write('To a friend.');
		// A newer edition takes the place of the first, and the pages go on with it.
		await bring.open();
		await bring.giveFile(
			'notes.md',
			sent.replace('title: For a friend', 'title: For a good friend')
		);
		await page.getByRole('button', { name: 'Keep it in place of that one' }).click();
		await page.getByRole('button', { name: 'Take that back' }).waitFor();
		await app.open('/library/');
		await expect(page.getByRole('link', { name: 'For a good friend', exact: true })).toBeVisible();
		await expect(page.getByRole('link', { name: 'For a friend', exact: true })).toHaveCount(0);
		await expect(page.getByText('one page written')).toBeVisible();
	}
);

test(
	'nothing runs of what is brought, nothing is asked for, and what is no essay says why',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const bring = new BringPage(app);
		await bring.open();
		const hostile = `<html><body><h1>Calm</h1><script>document.title='run'</script>
		<img src="https://elsewhere.example/x.png" onerror="document.title='run'">
		<h2>One</h2><p>Some words of it.</p><svg onload="document.title='run'"></svg>
		<h2>Two</h2><p>More <b>words</b>.</p></body></html>`;
		await bring.giveFile('page.html', hostile, 'text/html');
		await expect(bring.pieces).toHaveCount(2);
		await page.locator('summary').filter({ hasText: 'piece 1' }).click();
		await expect(page.getByText('Some words of it.')).toBeVisible();
		expect(await page.title()).not.toBe('run');
		expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);
		await page.getByRole('button', { name: 'Something else' }).click();
		await bring.giveFile(
			'sound.mp3',
			Buffer.from([0xff, 0xfb, 0x90, 0, 0, 1, 2, 0xfe, 0, 0, 0, 7])
		);
		await expect(page.getByText('This is no text that can be read here.')).toBeVisible();
		await bring.giveFile('nothing.txt', ' \n ');
		await expect(page.getByText('There is nothing in it.')).toBeVisible();
		await app.open('/library/');
		await expect(page.locator('.library-list li')).toHaveCount(1);
	}
);

for (const [name, colorScheme] of [
	['by day', 'light'],
	['by night', 'dark']
] as const) {
	test(
		`on a small phone ${name} nothing is cut off, and axe finds nothing`,
		{ tag: '@whole' },
		async ({ app, page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.setViewportSize({ width: 320, height: 640 });
			const bring = new BringPage(app);
			await bring.open();
			await bring.give(boats.replace('After Rain', `After ${'Rain'.repeat(12)}`));
			await expect(bring.pieces).toHaveCount(5);
			await page.locator('summary').filter({ hasText: 'piece 2' }).click();
			const sound = (where: string): Promise<void> => expectNoFault(page, where);
			await sound('laid out');
			await bring.keepIt();
			await sound('kept');
			await page.getByRole('link', { name: 'Open it' }).click();
			await page.getByRole('list', { name: 'Its parts' }).waitFor();
			await sound('the essay');
			await page.getByRole('list', { name: 'Its parts' }).getByRole('link').nth(3).click();
			await page.getByRole('heading', { level: 2, name: 'Questions' }).waitFor();
			await sound('a part');
			await app.open('/library/');
			await page.getByRole('link', { name: 'On Boats', exact: true }).waitFor();
			await sound('the shelf');
		}
	);
}
