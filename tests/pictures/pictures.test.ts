import process from 'node:process';
import { join } from 'node:path';
import { expect, test } from '../e2e/app';
import { noteDrawnHere } from './drawn-with.mjs';
import { everywhere, onTwoScreens } from './kept-states';
import { EVENING, steadied, type States, Visitor } from './reaching';
import { afterWriting } from './states-after-writing';
import { aPage } from './states-of-a-page';
import { apart } from './states-of-a-page-apart';
import { copies } from './states-of-copies';
import { essays } from './states-of-essays';
import { moving } from './states-of-moving-pages';
import { journal } from './states-of-the-journal';
import { lock } from './states-of-the-lock';
import { lookingBack } from './states-of-looking-back';
import { reading } from './states-of-reading';
import { theApp } from './states-of-the-app';
import { failing } from './states-that-fail';
import { writing } from './states-of-writing';

/*
 * What every page and state looks like, on phones, a tablet and a desk, by day and by night. Some of the pictures
 * stand in the README. Each state is reached as a person would reach it. Those that are kept are compared; with
 * OWN_VOICE_PICTURES=all every state is drawn, to be looked at in test-results/drawn.
 */
const all = process.env['OWN_VOICE_PICTURES'] === 'all';

const states: States = {
	...reading,
	...writing,
	...afterWriting,
	...journal,
	...aPage,
	...apart,
	...lookingBack,
	...lock,
	...copies,
	...moving,
	...essays,
	...theApp,
	...failing
};

const looks = [
	{
		name: 'phone-night',
		viewport: { width: 390, height: 844 },
		colorScheme: 'dark',
		kept: onTwoScreens
	},
	{
		name: 'desk-paper',
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		kept: onTwoScreens
	},
	{
		name: 'small-paper',
		viewport: { width: 320, height: 640 },
		colorScheme: 'light',
		kept: everywhere
	},
	{
		name: 'tablet-night',
		viewport: { width: 768, height: 1024 },
		colorScheme: 'dark',
		kept: everywhere
	}
] as const;

function draw(look: string, drawn: States, kept: readonly string[]): void {
	for (const [state, reach] of Object.entries(drawn)) {
		if (!all && !kept.includes(state)) continue;
		test(state, async ({ page }) => {
			test.setTimeout(90_000);
			await page.clock.setFixedTime(EVENING);
			await reach(new Visitor(page), page);
			await steadied(page);
			// Nothing is pointed at.
			await page.mouse.move(0, 0);
			await page.evaluate(() => document.fonts.ready);
			const name = `${state}-${look}.png`;
			if (!all) await expect(page).toHaveScreenshot(name);
			else {
				await page.screenshot({
					path: join('test-results', 'drawn', name),
					animations: 'disabled'
				});
			}
		});
	}
}

test('every state that is kept is one that is drawn', () => {
	expect(onTwoScreens.filter((name) => !(name in states))).toEqual([]);
});

test('pictures that are kept anew say with what they were drawn', () => {
	const { updateSnapshots } = test.info().config;
	test.skip(updateSnapshots !== 'all' && updateSnapshots !== 'changed', 'nothing is kept anew');
	noteDrawnHere();
});

for (const { name, kept, ...look } of looks) {
	test.describe(name, () => {
		test.use({ ...look, reducedMotion: 'reduce' });
		draw(name, states, kept);
	});
}

test.describe('own-colours', () => {
	test.use({
		viewport: { width: 390, height: 844 },
		forcedColors: 'active',
		reducedMotion: 'reduce'
	});
	const { 'all-parts-on-return': parts, 'a-part': part } = reading;
	const { 'calendar-of-years': calendar } = lookingBack;
	const shown = {
		...{ parts, part, calendar },
		async writing(app, page) {
			await writing['writing']?.(app, page);
			// In these colours the caret is not hidden.
			await page.getByRole('textbox').blur();
		}
	} as States;
	draw('own-colours', shown, Object.keys(shown));
});
