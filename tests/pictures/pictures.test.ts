import type { Page } from '@playwright/test';
import { BeforePage, expect, test, type App } from '../e2e/app';
import { breakWrites } from '../e2e/database';

/*
 * What every page and state looks like, on a phone at night and on a desk by day. Some of the pictures stand in the
 * README. Each state is reached as a person would reach it.
 */

type State = (app: App, page: Page) => Promise<void>;

const FIRST =
	'I keep going back to the kitchen, and the light over the table. Nobody said anything for a while. Then I knew that I was not afraid of the quiet any more.';
const SECOND = 'What I would tell a friend: take your coat, and the small box. The rest can wait.';
const THIRD = 'Today it was only a Tuesday. I did not think of it until the evening.';

/** Three pages, the last of which lies open. */
async function written(app: App): Promise<void> {
	for (const [section, text] of [
		[2, FIRST],
		[7, SECOND],
		[4, THIRD]
	] as const) {
		const writing = await app.answerIn(section);
		await writing.write(text);
		await writing.stopHere();
	}
}

const open =
	(address: string): State =>
	async (app, page) => {
		await app.open(address);
		await page.getByRole('heading', { level: 1 }).first().waitFor();
	};

/** The same once there are pages. */
const withPages =
	(address: string): State =>
	async (app, page) => {
		await written(app);
		await app.open(address);
		await page.getByRole('heading', { level: 1 }).first().waitFor();
	};

const states: Record<string, State> = {
	'all-parts': open('/'),
	'a-part': open('/read/4/'),
	'first-question': open('/write/'),
	'before-a-page': async (app, page) => {
		await written(app);
		await app.open('/write/');
		await new BeforePage(page).begin.waitFor();
	},
	writing: async (app) => {
		const writing = await app.answerIn(4);
		await writing.write(`${FIRST}\n\n${SECOND}`);
	},
	'after-a-page': async (app) => {
		const writing = await app.answerIn(4);
		await writing.write(FIRST);
		await writing.stop();
	},
	'not-saved': async (app, page) => {
		const writing = await app.answerIn(4);
		await writing.write(FIRST);
		await breakWrites(page);
		await writing.type(' And then');
		await page.locator('[data-save="not-saved"]').waitFor();
	},
	'no-pages-yet': open('/journal/'),
	journal: async (app, page) => {
		await written(app);
		await app.open('/journal/');
		await page.getByRole('switch', { name: 'Show the writing' }).check();
		await page.locator('.row').nth(2).waitFor();
	},
	'a-search': async (app, page) => {
		await written(app);
		await app.open('/journal/');
		await page.getByRole('searchbox').fill('light');
		await expect(page.locator('.row')).toHaveCount(1);
	},
	'a-page': (app) => written(app),
	calendar: withPages('/calendar/'),
	'look-back': withPages('/look-back/'),
	copies: withPages('/copies/'),
	'a-backup': withPages('/copies/backup/'),
	print: withPages('/print/'),
	library: open('/library/'),
	letters: open('/letters/'),
	settings: open('/settings/'),
	'ways-in': withPages('/settings/ways/'),
	help: open('/help/'),
	about: open('/about/'),
	'let-everything-go': open('/let-go/'),
	'the-keys': async (app, page) => {
		await app.open('/about/');
		await page.keyboard.press('?');
		await page.getByRole('dialog').waitFor();
	},
	'find-a-page': async (app, page) => {
		await app.open('/about/');
		await page.keyboard.press('Control+k');
		await page.getByRole('option').first().waitFor();
	},
	'very-large-letters': async (app, page) => {
		await page.addInitScript(() => localStorage.setItem('own-voice:letters', 'largest'));
		await app.open('/read/4/');
	},
	'not-here': async (_, page) => {
		await page.goto('/nowhere');
		await page.getByRole('heading', { level: 1 }).waitFor();
	}
};

const looks = [
	{ name: 'phone-night', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
	{ name: 'desk-paper', viewport: { width: 1440, height: 900 }, colorScheme: 'light' }
] as const;

for (const { name, viewport, colorScheme } of looks) {
	test.describe(name, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		for (const [state, reach] of Object.entries(states)) {
			test(state, async ({ app, page }) => {
				await page.clock.setFixedTime(new Date('2026-11-23T21:47:00'));
				await reach(app, page);
				await page.evaluate(() => document.fonts.ready);
				await expect(page).toHaveScreenshot(`${state}-${name}.png`);
			});
		}
	});
}
