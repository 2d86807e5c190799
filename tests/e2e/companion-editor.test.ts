import { readFile } from 'node:fs/promises';
import { expect, test } from './app';
import { begin, fill } from './pages/editor-page';
import { expectNoFault, smallTargets } from './faults';

/* A companion that somebody makes: arranged, advised about, and taken out as a file. */

test(
	'a companion is made by keyboard from nothing, and is there as it was after a reload',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const editor = await begin(app);
		await editor.title.focus();
		await page.keyboard.type('By the window');
		await page.keyboard.press('Tab');
		await page.keyboard.type('A Chair by the Window');
		await page.keyboard.press('Tab');
		await page.keyboard.type('A. Writer');
		await editor.field('Name').focus();
		await page.keyboard.type('First light');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.type('One line');
		await page.keyboard.press('Enter');
		await page.keyboard.type('and another ');
		await editor.button('Add a question').focus();
		await page.keyboard.press('Enter');
		await expect(editor.field('Question 1')).toBeFocused();
		await page.keyboard.type('What could you hear?');
		await page.keyboard.press('Tab');
		await page.keyboard.type('looking');
		await editor.saved();
		expect(page.url()).toMatch(/\/library\/make\/$/);

		await page.reload();
		await expect(editor.title).toHaveValue('By the window');
		await expect(editor.field('The essay’s title')).toHaveValue('A Chair by the Window');
		await expect(editor.field('Its author')).toHaveValue('A. Writer');
		await expect(editor.field('Name')).toHaveValue('First light');
		await expect(editor.field('Passage')).toHaveValue('One line\nand another');
		await expect(editor.field('Question 1')).toHaveValue('What could you hear?');
		await expect(page.getByLabel('For someone, question 1')).toHaveValue('looking-back');
		const kept = await page.evaluate(() => JSON.stringify(history.state));
		expect(kept).not.toMatch(/window|light|hear/i);
	}
);

test(
	'advice comes beside a question, is read with it, and goes',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const editor = await begin(app);
		await fill(editor);
		const question = editor.field('Question 1');
		await question.fill('Did he always leave?');
		await expect(question).toHaveAccessibleDescription(/“Did” asks for a yes or a no/);
		await expect(question).toHaveAccessibleDescription(/“always” is wide/);
		await expect(question).toHaveAccessibleDescription(/“he” takes somebody’s gender/);
		await question.fill('What did the room look like?');
		await expect(question).toHaveAccessibleDescription('');
		await page.getByText('Other words, and why it is asked').click();
		const why = page.getByRole('textbox', { name: 'Why it is asked (question 1)' });
		await why.fill('It will help');
		await expect(why).toHaveAccessibleDescription(/“will help” may sound like a verdict/);
		await expect(question).toHaveAccessibleDescription('');
		const questions = page.getByRole('region', { name: 'Questions' });
		await expect(questions).toHaveAccessibleDescription(
			/no gentle question yet for someone deciding or/
		);
		await expect(questions).toHaveAccessibleDescription(/from a distance/);
		await page.getByLabel('Seen by, question 1').selectOption('observer');
		await expect(questions).not.toHaveAccessibleDescription(/from a distance/);
	}
);

test(
	'what is removed can be put back, and parts and questions change places',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const editor = await begin(app);
		await fill(editor);
		await editor.button('Add a question').click();
		await page.keyboard.type('What did you see?');
		await editor.button('Move up question 2').click();
		await expect(editor.field('Question 1')).toHaveValue('What did you see?');
		await expect(editor.button('Move down question 1')).toBeFocused();
		await editor.button('Remove question 1').click();
		await expect(editor.field('Question 2')).toHaveCount(0);
		await expect(editor.button('Put it back')).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(editor.field('Question 1')).toHaveValue('What did you see?');
		await expect(editor.field('Question 1')).toBeFocused();
		await expect(editor.button('Put it back')).toHaveCount(0);

		await editor.button('Add a part').click();
		await expect(editor.field('Name')).toBeFocused();
		await page.keyboard.type('Noon');
		await editor.button('Move this part up').click();
		await expect(editor.part(/Noon/)).toContainText('One');
		await expect(editor.button('Move this part down')).toBeFocused();
		await editor.part(/First light/).click();
		await expect(editor.field('Name')).toHaveValue('First light');
		await editor.button('Remove this part').click();
		await expect(editor.part(/First light/)).toHaveCount(0);
		await editor.button('Put it back').click();
		await expect(editor.part(/First light/)).toBeFocused();
		await expect(editor.part(/First light/)).toContainText('two questions');
		await editor.saved();
		await page.reload();
		await expect(page.getByRole('heading', { level: 3 })).toHaveText([/Noon/, /First light/]);
	}
);

test('a part is seen as a reader would meet it', { tag: '@whole' }, async ({ app, page }) => {
	const editor = await begin(app);
	await fill(editor);
	await editor.button('See it as a reader would').click();
	await expect(page.getByRole('heading', { name: 'First light', level: 4 })).toBeFocused();
	expect(await page.locator('.preview .text').innerText()).toBe(
		'The light comes in,\n- no one asked it to -\n\nAnd stays.'
	);
	await editor.button('Back to the fields').click();
	await expect(editor.button('See it as a reader would')).toBeFocused();
});

test(
	'what keeps it from being a file is said with the way there; then the file holds what was typed',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const editor = await begin(app);
		await editor.field('Name').fill('First light');
		await editor.button('Save as a file').click();
		const faults = page.getByRole('group', { name: 'It cannot be a file yet.' });
		await expect(faults).toBeFocused();
		await expect(faults.getByRole('listitem')).toContainText([
			'It has no title.',
			'The essay has no title.',
			'The essay has no author.',
			'Part 1: It has no passage.'
		]);
		await editor.part(/First light/).click();
		await faults.getByRole('button', { name: 'Part 1' }).click();
		await expect(editor.field('Passage')).toBeFocused();
		await faults.getByRole('button', { name: 'The essay has no author.' }).click();
		await expect(editor.field('Its author')).toBeFocused();

		await fill(editor);
		const download = page.waitForEvent('download');
		await editor.button('Save as a file').click();
		const file = await download;
		expect(file.suggestedFilename()).toMatch(/^companion-\d{4}-\d\d-\d\d\.companion\.md$/);
		const text = await readFile(await file.path(), 'utf8');
		const ids = /(companion|part|q)-[0-9a-f]{8,16}/g;
		expect(text.replace(ids, '$1-id')).toBe(
			[
				'---',
				'companion: 1',
				'id: companion-id',
				'title: By the window',
				'language: en',
				'essay: A Chair by the Window',
				'author: A. Writer',
				'---',
				'',
				'## First light',
				'- id: part-id',
				'',
				'The light comes in,\\',
				'\\- no one asked it to -',
				'',
				'And stays.',
				'',
				'### Prompts',
				'',
				'- What could you hear before you got up?',
				'  - id: q-id; stance: recent; depth: gentle; intent: notice',
				''
			].join('\n')
		);
	}
);

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`on a phone, ${colorScheme}`, { tag: '@whole' }, () => {
		test.use({ viewport: { width: 320, height: 640 }, colorScheme, reducedMotion: 'reduce' });

		test('the filled editor has no fault that axe can find, and no small target', async ({
			app,
			page
		}) => {
			const editor = await begin(app);
			await fill(editor);
			await editor.field('Question 1').fill('Did he always leave?');
			await page.getByText('Other words, and why it is asked').click();
			await editor.button('Add a part').click();
			await editor.button('Remove this part').click();
			await editor.button('Save as a file').click();
			await editor.part(/First light/).click();
			await expectNoFault(page, 'the editor');
			expect(await smallTargets(page)).toEqual([]);
			await editor.button('See it as a reader would').click();
			await expectNoFault(page, 'the preview');
		});
	});
}
