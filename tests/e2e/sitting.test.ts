import { BeforePage, expect, test, WritingPage, type App } from './app';
import type { Page } from '@playwright/test';

/* A whole sitting: before the first word, the page, after the last. */

const stances = [
	{ word: 'deciding', wasLeft: false },
	{ word: 'just out of it', wasLeft: true },
	{ word: 'looking back', wasLeft: false }
] as const;

/** Opens a part, says where one stands, and goes to the writing page as far as what is asked before. */
async function begin(app: App, stance: string, section = 5): Promise<BeforePage> {
	await app.open(`/read/${section}/`);
	await app.page.getByRole('radio', { name: stance, exact: true }).check();
	await app.page.getByRole('link', { name: 'Write', exact: true }).click();
	await app.page.getByRole('button', { name: /^No, only me/ }).click();
	const before = new BeforePage(app.page);
	await before.begin.waitFor();
	return before;
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let presses = 0; presses < 90; presses += 1) {
		await page.keyboard.press('Tab');
		const found = await page.evaluate(() => {
			const active = document.activeElement;
			return (active?.closest('label') ?? active)?.textContent.trim() ?? '';
		});
		if (name.test(found)) return;
	}
	throw new Error(`Tab never reached ${String(name)}`);
}

for (const [at, { word, wasLeft }] of stances.entries()) {
	const details = at === 0 ? {} : { tag: '@whole' };
	test(`P14–P19: a sitting from ${word}, on a phone`, { tag: '@whole' }, async ({ app, page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.clock.install();
		const before = await begin(app, word);
		const asked = await before.question.innerText();
		// P14: a length can be picked; fifteen minutes stand ready.
		await expect(page.getByRole('radio', { name: 'fifteen' })).toBeChecked();
		await page.getByRole('radio', { name: 'five', exact: true }).check();
		const feel = page.getByRole('group', { name: 'How does it feel right now?' });
		await feel.getByRole('radio', { name: 'a little unpleasant' }).check();
		await before.begin.click();

		const writing = new WritingPage(page);
		await expect(writing.question).toHaveText(asked);
		await expect(writing.box).toBeFocused();
		// P16
		await expect(page.getByText('You can stop in the middle of a sentence.')).toBeVisible();
		await page.keyboard.insertText('It was a Tuesday');
		const moon = page.getByRole('button', { name: /^Timer/ });
		await expect(moon).toHaveAccessibleName('Timer: 0 of 5 minutes. It does not cut you off.');
		// A clock that is put on while a write is under way makes the app think that the disk does not answer.
		await writing.saved();
		const at = await writing.box.boundingBox();
		await page.clock.fastForward('05:01');
		await expect(page.locator('[data-timer]')).toHaveText(
			'This is a good place to stop, or keep going.'
		);
		// It cut nothing off, and nothing has moved.
		await page.keyboard.insertText(', and it rained');
		await expect(writing.box).toHaveValue('It was a Tuesday, and it rained');
		expect(await writing.box.boundingBox()).toEqual(at);
		await expect(page.getByText('You can stop in the middle of a sentence.')).toBeVisible();
		await page.clock.fastForward('00:02');
		await writing.saved();

		const after = await writing.stop();
		await feel.getByRole('radio', { name: 'neither' }).check();
		await page.getByText('Words, if any fit').click();
		await page.getByRole('checkbox', { name: 'torn' }).check();
		await after.keep();
		// P19: gentle, and not for now.
		await expect(page.getByText('For tomorrow or the day after, if you like')).toBeVisible();
		await expect(page.getByText('You can put it down now.')).toBeVisible();
		await expect(page.getByRole('link', { name: /^Write/ })).toHaveCount(0);

		await page.getByRole('link', { name: 'Read it again' }).click();
		const said = page.locator('dl');
		await expect(said).toContainText('a little unpleasant');
		await expect(said).toContainText('neither pleasant nor unpleasant');
		await expect(said).toContainText('torn');
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect([word, wasLeft, over]).toEqual([word, wasLeft, 0]);
	});

	test(`a sitting from ${word}, by keyboard alone`, details, async ({ app, page }) => {
		await begin(app, word, 3);
		await page.keyboard.press('Tab');
		await tabTo(page, /^fifteen$/);
		await page.keyboard.press('ArrowRight');
		await tabTo(page, /^very unpleasant$/);
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await expect(page.getByRole('radio', { name: 'unpleasant', exact: true })).toBeChecked();
		await tabTo(page, /^Begin$/);
		await page.keyboard.press('Enter');
		const writing = new WritingPage(page);
		await expect(writing.box).toBeFocused();
		await page.keyboard.type('By keys');
		await writing.saved();
		await tabTo(page, /^Stop here$/);
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'And now?' }).waitFor();
		await tabTo(page, /^Words, if any fit$/);
		await page.keyboard.press('Enter');
		await tabTo(page, /^angry$/);
		await page.keyboard.press('Space');
		// For half a second it cannot be pressed: sixty presses of Tab may be over by then.
		await expect(page.getByRole('button', { name: 'Keep this page' })).toBeEnabled();
		await tabTo(page, /^Keep this page$/);
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Kept.' }).waitFor();
		await tabTo(page, /^Read it again$/);
		await page.keyboard.press('Enter');
		await expect(page.locator('dl')).toContainText('angry');
	});
}

test(
	'P15: another question, just write, skip and stop are one action each',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await begin(app, 'deciding', 4);
		const title = page.getByRole('heading', { level: 1 });
		const first = await title.innerText();
		await page.getByRole('button', { name: 'Another question' }).click();
		await expect(title).not.toHaveText(first);
		const second = await title.innerText();
		await page.getByRole('button', { name: 'Begin' }).click();
		const writing = new WritingPage(page);
		await expect(writing.question).toHaveText(second);
		await page.getByRole('button', { name: 'Another question' }).click();
		await expect(title).not.toHaveText(second);
		await page.getByRole('button', { name: 'Just write' }).click();
		await expect(title).toHaveText('Just writing');
		await page.getByRole('link', { name: 'Skip', exact: true }).click();
		await expect(page).toHaveURL(/\/read\/4\/$/);
		// Nothing was asked, and nothing was recorded as missed.
		await app.journal();
		await expect(page.getByText('Nothing here yet.')).toBeVisible();
	}
);

test(
	'P15: turning to another question keeps what is written on the first',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const writing = await app.answerIn(4);
		await writing.write('Half a thought');
		await page.getByRole('button', { name: 'Another question' }).click();
		await page.getByRole('button', { name: 'Begin' }).waitFor();
		const next = await app.writing();
		await expect(next.box).toHaveValue('');
		await next.write('A second one');
		await page.goBack();
		await expect(writing.box).toHaveValue('Half a thought');
		await app.open('/journal/');
		await expect(page.locator('.row')).toHaveCount(2);
		await expect(page.getByText('unfinished')).toHaveCount(2);
	}
);

test(
	'P17: a minute to close is offered after a deeper page, and not after a gentle one',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const closing = page.getByRole('heading', { name: 'A minute to close, if you like' });
		const gentle = await app.answerIn(5);
		await gentle.write('Gentle');
		await (await gentle.stop()).keep();
		await expect(closing).toHaveCount(0);
		await app.open('/read/5/');
		await page.getByText('All questions of this part').click();
		await page.locator('details li', { hasText: 'deeper' }).first().getByRole('link').click();
		const deeper = await app.writing();
		await deeper.write('Deeper');
		await deeper.stop();
		await expect(closing).toBeVisible();
		const shown = page.locator('.exercise');
		const one = await shown.innerText();
		await page.getByRole('button', { name: 'Another way to close' }).click();
		await expect(shown).not.toHaveText(one);
	}
);

test(
	'a sitting can begin straight away, when one wants that',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await begin(app, 'looking back');
		await page.getByLabel('Next time, straight to the page').check();
		await page.getByRole('button', { name: 'Begin' }).click();
		const writing = new WritingPage(page);
		await writing.write('The first');
		await (await writing.stop()).keep();
		await page.getByRole('link', { name: 'Back to the parts' }).click();
		await page.getByRole('link', { name: 'Just write' }).click();
		await expect(writing.box).toBeFocused();
		await expect(page.getByRole('button', { name: /^Timer: 0 of 15/ })).toBeVisible();
	}
);

test('a page can be told as “they”', { tag: '@whole' }, async ({ opened: app, page }) => {
	const writing = await app.answerIn(2);
	await page.getByLabel('Write as “they”').check();
	await writing.write('They sat in the kitchen.');
	const entry = await writing.stopHere();
	await expect(entry.when).toContainText('written as “they”');
});

test('no timer means none', { tag: '@whole' }, async ({ app, page }) => {
	await begin(app, 'deciding');
	await page.getByRole('radio', { name: 'no timer' }).check();
	await page.getByRole('button', { name: 'Begin' }).click();
	await new WritingPage(page).write('Without');
	await expect(page.getByRole('button', { name: /^Timer/ })).toHaveCount(0);
});
