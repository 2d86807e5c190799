import { expect, test } from './app';

/* The same question at another time, and questions of one's own. */

test(
	'P20: answers stack with their dates, and lie side by side from a fortnight on, when asked',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await page.clock.install({ time: new Date('2026-11-01T20:00:00Z') });
		const first = await app.answerIn(4);
		await first.type('The first of November');
		await page.clock.runFor(1000);
		await first.saved();
		await (await first.stop()).keep();

		await page.clock.setSystemTime(new Date('2026-11-10T20:00:00Z'));
		const second = await app.answerIn(4);
		await expect(second.box).toHaveValue('');
		await second.type('The tenth');
		await page.clock.runFor(1000);
		await second.saved();
		await (await second.stop()).keep();

		await page.clock.setSystemTime(new Date('2026-11-20T20:00:00Z'));
		const third = await app.answerIn(4);
		await third.type('The twentieth');
		await page.clock.runFor(1000);
		await third.saved();
		await third.stopHere();
		// Nothing of the others is said before it is asked for.
		await expect(page.locator('.dates')).toBeHidden();
		await page.getByText('Other pages for this question').click();
		await expect(page.locator('.dates li')).toHaveCount(2);
		await expect(page.getByRole('link', { name: /^side by side/ })).toHaveCount(1);
		await page.getByRole('link', { name: /^side by side/ }).click();
		await expect(page).toHaveURL(/\/compare\/$/);
		await expect(page.locator('article')).toHaveCount(2);
		await expect(page.locator('article').first()).toContainText('The first of November');
		await expect(page.locator('article').last()).toContainText('The twentieth');
		await page.reload();
		await expect(page.locator('article')).toHaveCount(2);
		await app.open('/');
		await app.open('/compare/');
		await expect(page.getByText('There is nothing to lay side by side here.')).toBeVisible();
	}
);

test(
	'an old page is behind its threshold side by side as well, and one put away is not laid there',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await page.clock.install({ time: new Date('2026-08-01T20:00:00Z') });
		for (const [day, text] of [
			['2026-08-03', 'The third of August'],
			['2026-11-20', 'The twentieth']
		] as const) {
			await page.clock.setSystemTime(new Date(`${day}T20:00:00Z`));
			const writing = await app.answerIn(4);
			await writing.type(text);
			await page.clock.runFor(1000);
			await writing.saved();
			if (day === '2026-11-20') await writing.stopHere();
			else await (await writing.stop()).keep();
		}
		const sideBySide = page.getByRole('link', { name: /^side by side/ });
		await page.getByText('Other pages for this question').click();
		await sideBySide.click();
		const old = page.locator('article').first();
		const threshold = page.getByRole('group', { name: 'Before an old page opens' });
		await expect(threshold).toHaveCount(1);
		await expect(page.locator('article').last()).toContainText('The twentieth');
		await expect(page.getByText('The third of August')).toHaveCount(0);
		await page.reload();
		await expect(threshold).toHaveCount(1);
		await expect(page.getByText('The third of August')).toHaveCount(0);
		await old.getByRole('button', { name: 'Open', exact: true }).click();
		await expect(old.locator('.entry-text')).toHaveText('The third of August');
		await expect(old.locator('.entry-text')).toBeFocused();
		await expect(threshold).toHaveCount(0);

		// Its writer asks never to be offered it: neither the link nor this place shows it.
		await old.getByRole('link', { name: 'Open this page' }).click();
		await page.getByText('Label and tags').click();
		const never = page.getByLabel('Never offer this page for side by side');
		await never.check();
		await page.clock.runFor(1000);
		await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
		await page.goBack();
		await expect(page.getByText('These two pages are not laid side by side.')).toBeVisible();
		await page.reload();
		await expect(page.getByText('These two pages are not laid side by side.')).toBeVisible();
		await expect(page.getByText('The twentieth')).toHaveCount(0);
		await page.goForward();
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await page.getByText('Label and tags').click();
		await never.uncheck();
		await page.clock.runFor(1000);
		await page.getByText('Other pages for this question').click();
		await expect(sideBySide).toHaveCount(1);
		await page.getByRole('button', { name: 'Hide', exact: true }).click();
		await expect(page.getByText('It is hidden now')).toBeVisible();
		await expect(page.locator('.dates li')).toHaveCount(1);
		await expect(sideBySide).toHaveCount(0);
	}
);

test(
	'a question of one’s own is asked beside the others, answered, reworded, taken away',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await (await (await app.answerIn(6)).write('A journal, so that it can be kept'),
		app.open('/read/6/'));
		await page.getByRole('button', { name: 'Ask a question of your own' }).click();
		await page.getByLabel('A question of your own').fill('What did the kitchen sound like?');
		await page.getByRole('button', { name: 'Keep this question' }).click();
		await page.getByRole('link', { name: 'What did the kitchen sound like?' }).click();
		const writing = await app.writing();
		await expect(writing.question).toHaveText('What did the kitchen sound like?');
		await writing.write('Quiet');
		await (await writing.stop()).keep();
		await app.open('/questions/');
		await expect(page.getByRole('link', { name: /kitchen/ })).toContainText('your own');
		await app.open('/read/6/');
		await page.getByRole('button', { name: /^Reword/ }).click();
		await page.getByLabel('A question of your own').fill('What did the hall sound like?');
		await page.getByRole('button', { name: 'Keep this question' }).click();
		await expect(page.getByRole('link', { name: /hall/ })).toBeVisible();
		await page.getByRole('button', { name: /^Remove it/ }).click();
		await expect(page.getByRole('link', { name: /hall/ })).toHaveCount(0);
		// The page that answered it keeps its words.
		await app.open('/journal/');
		await expect(page.locator('.row').first()).toContainText('What did the kitchen sound like?');
		await page.locator('.row').first().getByRole('link').click();
		await expect(page.locator('[data-entry-text]')).toHaveText('Quiet');
	}
);

test('a marked question is found again', { tag: '@whole' }, async ({ app, page }) => {
	await app.open('/read/7/');
	const question = await page.locator('.prompt .question').innerText();
	await page.getByRole('button', { name: 'Mark this question' }).click();
	await expect(page.getByRole('button', { name: 'Marked' })).toBeVisible();
	await page.getByRole('navigation', { name: 'Pages' }).getByText('Read').click();
	await page.getByRole('link', { name: 'Your questions' }).click();
	await page.getByRole('link', { name: question }).click();
	const writing = await app.writing();
	await expect(writing.question).toHaveText(question);
	await writing.write('Kept, and so the mark is kept too');
	await app.open('/questions/');
	await expect(page.getByRole('link', { name: question })).toBeVisible();
});

test(
	'why a question is asked is said when asked, and leads to what it leans on',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/read/2/');
		const why = page.getByRole('button', { name: 'Why this question' });
		await expect(why).toHaveAttribute('aria-expanded', 'false');
		await why.click();
		await page.getByRole('link', { name: 'What it leans on' }).click();
		await expect(page).toHaveURL(/\/about\/questions\/#[a-z-]+$/);
		await expect(page.locator('h2:target')).toBeInViewport();
		await expect(page.getByText('not therapy')).toBeVisible();
	}
);
