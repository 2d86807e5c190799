import type { Page } from '@playwright/test';
import { expect, test, type App } from './app';
import { expectNoFault, smallTargets } from './faults';
import { tabTo } from './keys';
import { Seek, write } from './pages/seek';
import { limitOf } from './limits';

/* Narrowing down what is listed and looked for. */

/** Three pages of three parts; the newest has a star, a tag and a word, and the oldest was not finished. */
async function threePages(app: App, page: Page): Promise<Seek> {
	const writing = await app.answerIn(4);
	await writing.write('The harbour was quiet.');
	await write(app, 5, 'The harbour again, and a lighthouse.');
	const last = await app.answerIn(6);
	await last.write('No water at all.');
	const after = await last.stop();
	await page.getByText('Words, if any fit').press('Enter');
	await page.getByRole('checkbox', { name: 'calm' }).check();
	await after.keep();
	await page.getByRole('link', { name: 'Read it again' }).click();
	await page.getByRole('button', { name: 'Star', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Star', pressed: true })).toBeVisible();
	await page.getByText('Label and tags').click();
	await page.getByRole('textbox', { name: 'A new tag' }).fill('inland');
	await page.getByRole('textbox', { name: 'A new tag' }).press('Enter');
	await expect(page.getByRole('checkbox', { name: 'inland' })).toBeChecked();
	await app.journal();
	const seek = new Seek(page);
	await expect(seek.rows).toHaveCount(3);
	return seek;
}

test(
	'by keyboard: narrowed down, said in words, and taken off again',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const seek = await threePages(app, page);
		await seek.field.focus();
		await tabTo(page, 'Narrow it down');
		await page.keyboard.press('Enter');
		await expect(seek.toggle).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('Tab');
		// The switch and "Choose several" stand between.
		for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('Tab');
		await expect(seek.pick('Part')).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(seek.rows).toHaveCount(1);
		await expect(seek.said).toHaveText('1 page.');
		await expect(seek.force).toContainText('in “What if”');
		await page.keyboard.press('ArrowUp');
		await expect(seek.rows).toHaveCount(3);
		await expect(seek.force).toHaveCount(0);

		// Several together: all of them.
		await seek.choices.getByRole('checkbox', { name: 'unfinished' }).press('Space');
		await expect(seek.rows).toHaveCount(1);
		await seek.field.fill('harb');
		await expect(seek.rows).toHaveCount(1);
		await seek.pick('Part').selectOption('Afterwards');
		await expect(seek.said).toHaveText('Nothing found.');

		// Each is taken off by itself, and the focus goes to the next.
		const off = seek.force.getByRole('button');
		await expect(off).toHaveText(['in “Afterwards” ×', 'unfinished ×', 'Clear all']);
		await off.first().press('Enter');
		await expect(off.first()).toBeFocused();
		await expect(off.first()).toHaveAccessibleName('unfinished, take off');
		await expect(seek.rows).toHaveCount(1);
		await page.keyboard.press('Enter');
		await expect(seek.toggle).toBeFocused();
		await expect(seek.rows).toHaveCount(2);
		await expect(seek.said).toHaveText('2 pages.');
		await seek.choices.getByRole('button', { name: 'Close this' }).press('Enter');
		await expect(seek.toggle).toBeFocused();
		await expect(seek.choices).toHaveCount(0);
	}
);

test(
	'only what occurs is offered, and each finds its page',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const seek = await threePages(app, page);
		await seek.toggle.click();
		expect(await seek.offered('Part')).toEqual(['What if', 'Afterwards', 'What it means']);
		expect(await seek.offered('Question')).toHaveLength(3);
		expect(await seek.offered('A word you chose')).toEqual(['calm']);
		expect(await seek.offered('Tag')).toEqual(['inland']);
		await expect(seek.choices.getByRole('checkbox')).toHaveCount(2);
		for (const name of ['A word you chose', 'Tag'] as const) {
			await seek.pick(name).selectOption({ index: 1 });
			await expect(seek.rows).toHaveCount(1);
			await expect(seek.rows).toContainText('What it means');
			await seek.pick(name).selectOption({ index: 0 });
			await expect(seek.rows).toHaveCount(3);
		}
		await seek.choices.getByRole('checkbox', { name: 'with a star' }).check();
		await expect(seek.rows).toHaveCount(1);
		await expect(seek.force).toContainText('with a star');
		await seek.force.getByRole('button', { name: 'Clear all' }).click();
		await expect(seek.rows).toHaveCount(3);

		// A part leaves its own questions, and takes a question of another part off.
		await seek.pick('Question').selectOption({ index: 1 });
		await expect(seek.rows).toHaveCount(1);
		const part = (await seek.rows.innerText()).includes('What if') ? 'Afterwards' : 'What if';
		await seek.pick('Part').selectOption(part);
		await expect(seek.rows).toHaveCount(1);
		expect(await seek.offered('Question')).toHaveLength(1);
		await expect(seek.force.getByRole('button')).toHaveText([`in “${part}” ×`, 'Clear all']);
	}
);

test(
	'days are the writer’s own, the first and the last among them',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await page.clock.install({ time: new Date('2026-03-28T23:30:00Z') });
		for (const moment of ['2026-03-28T23:30:00Z', '2026-03-29T23:30:00Z']) {
			await page.clock.setSystemTime(new Date(moment));
			const writing = await app.justWrite();
			await writing.type('A late hour.');
			await page.clock.runFor(1000);
			await writing.saved();
			await (await writing.stop()).keep();
		}
		await app.open('/journal/');
		const seek = new Seek(page);
		await seek.toggle.click();
		// In Dublin the clocks went forward between the two: the second day began an hour early.
		await seek.day('From').fill('2026-03-30');
		await expect(seek.rows).toHaveCount(1);
		await expect(seek.force).toContainText('from 30 March 2026');
		await seek.day('From').fill('2026-03-28');
		await seek.day('Until').fill('2026-03-28');
		await expect(seek.rows).toHaveCount(1);
		await seek.day('Until').fill('2026-03-30');
		await expect(seek.rows).toHaveCount(2);
		await seek.day('From').fill('2026-03-31');
		await expect(page.getByText('The first day is after the last.')).toBeVisible();
		await expect(seek.said).toHaveText('Nothing found.');
		await page.getByRole('button', { name: 'Show all pages' }).click();
		await expect(seek.field).toBeFocused();
		await expect(seek.day('From')).toHaveValue('');
		await expect(seek.rows).toHaveCount(2);
	}
);

test(
	'whoever comes back from a page finds what they looked for, and their place in it',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const seek = await threePages(app, page);
		await seek.toggle.click();
		await seek.pick('Part').selectOption('Afterwards');
		await seek.field.fill('harb');
		await expect(seek.said).toHaveText('1 page.');
		await seek.rows.getByRole('link').click();
		await expect(page.locator('mark')).toHaveText('harb');
		await page.goBack();
		await expect(seek.field).toHaveValue('harb');
		await expect(seek.said).toHaveText('1 page.');
		await expect(seek.rows.getByRole('link')).toBeFocused();
		await expect(seek.pick('Part').locator('option:checked')).toHaveText('Afterwards');
		await expect(seek.force).toContainText('in “Afterwards”');
		// A page that was put away meanwhile is not among them any more.
		await seek.rows.getByRole('link').click();
		await page.getByRole('button', { name: 'Hide', exact: true }).click();
		await expect(page.getByText('It is hidden now')).toBeVisible();
		await page.goBack();
		await expect(seek.said).toHaveText('Nothing found.');
		await expect(seek.rows).toHaveCount(0);
		const traces = await page.evaluate(() =>
			JSON.stringify([
				location.href,
				history.state,
				Object.entries(sessionStorage),
				Object.entries(localStorage)
			])
		);
		expect(traces).not.toMatch(/harb|Afterwards|inland/);
	}
);

test(
	'closing the journal forgets what was looked for',
	{ tag: '@whole' },
	async ({ app, page, closed }) => {
		const writing = await closed.openAndWrite();
		await writing.write('The harbour was quiet.');
		await writing.stopHere();
		await app.journal();
		const seek = new Seek(page);
		await seek.field.fill('harb');
		await seek.toggle.click();
		await seek.pick('Part').or(seek.day('From')).last().focus();
		await seek.day('From').fill('2020-01-01');
		await expect(seek.force).toContainText('from 1 January 2020');
		await page.getByRole('button', { name: 'Lock' }).click();
		await closed.title.waitFor();
		await expect(page.locator('body')).not.toContainText('1 January 2020');
		await closed.open();
		await expect(seek.rows).toHaveCount(1);
		await expect(seek.field).toHaveValue('');
		await expect(seek.force).toHaveCount(0);
		await expect(seek.choices).toHaveCount(0);
	}
);

for (const { name, viewport, colorScheme } of [
	{ name: 'phone by day', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
	{ name: 'desk by night', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }
] as const) {
	test.describe(name, { tag: '@whole' }, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('what narrows the journal down has no fault that axe can find, and all of it is large enough for a thumb', async ({
			opened: app,
			page
		}) => {
			test.setTimeout(limitOf({ loads: 8, axes: 4, steps: 20 }));
			const seek = await threePages(app, page);
			await seek.toggle.click();
			await expectNoFault(page, 'unfolded');
			await seek.pick('Question').selectOption({ index: 1 });
			await seek.day('From').fill('2020-01-01');
			await seek.choices.getByRole('checkbox', { name: 'with a star' }).check();
			await expectNoFault(page, 'narrowed down');
			expect(await smallTargets(page)).toEqual([]);
			await seek.choices.getByRole('button', { name: 'Close this' }).click();
			// The answer can be seen at once.
			await expect(seek.said).toBeInViewport();
			await seek.field.fill('nothing of the kind');
			await expect(seek.said).toHaveText('Nothing found.');
			await expectNoFault(page, 'nothing found');
			expect(await smallTargets(page)).toEqual([]);
		});
	});
}
