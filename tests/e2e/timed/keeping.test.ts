import type { Locator, Page } from '@playwright/test';
import { expect, test, type App } from '../app';

/* Whether the browser keeps what is stored: asked once, and said in plain words. */

interface Pretence {
	/** What the browser answers when it is asked to keep what is stored. */
	answer?: boolean;
	userAgent?: string;
	vendor?: string;
	onHomeScreen?: boolean;
}

/** Makes the browser answer, and call itself, as told; returns how often it was asked so far. */
async function pretend(page: Page, pretence: Pretence): Promise<() => number> {
	let asked = 0;
	await page.exposeFunction('noteAsking', () => (asked += 1));
	await page.addInitScript((given: Pretence) => {
		const { answer = false, userAgent, vendor, onHomeScreen } = given;
		let promised = false;
		Object.assign(StorageManager.prototype, {
			persisted: () => Promise.resolve(promised),
			persist: async () => {
				await (globalThis as unknown as { noteAsking(): Promise<number> }).noteAsking();
				promised = answer;
				return answer;
			}
		});
		const say = (name: string, value: unknown): void => {
			if (value !== undefined) Object.defineProperty(Navigator.prototype, name, { value });
		};
		say('userAgent', userAgent);
		say('vendor', vendor);
		say('standalone', onHomeScreen);
	}, pretence);
	return () => asked;
}

async function twoPages(app: App): Promise<void> {
	for (const text of ['The first page', 'The second page']) {
		const writing = await app.justWrite();
		await writing.write(text);
		await writing.write(', and more of it');
		await writing.stopHere();
	}
}

const firefox = {
	userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'
};
/** What Settings says of how long it is kept. */
const keeping = (page: Page): Locator =>
	page.getByRole('region', { name: 'How long it is kept' }).getByRole('status');
const safari = { vendor: 'Apple Computer, Inc.' };

test('the browser is asked once, after the first page was kept, and what it answered is said', async ({
	app,
	page
}) => {
	const asked = await pretend(page, { answer: true });
	await app.open('/settings/');
	await expect(keeping(page)).toContainText('may clear what this app keeps');
	await expect(page.getByRole('button', { name: 'Ask it to keep my pages' })).toHaveCount(0);
	const writing = await app.justWrite();
	expect(asked()).toBe(0);
	await writing.write('The first page');
	await expect.poll(asked).toBe(1);
	await writing.write(', and more of it');
	await writing.stopHere();
	await page.getByRole('link', { name: 'Settings' }).click();
	await expect(keeping(page)).toContainText('has promised to keep');
	await twoPages(app);
	expect(asked()).toBe(1);
});

test(
	'a browser that did not promise can be asked again',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const asked = await pretend(page, { answer: false });
		await twoPages(app);
		expect(asked()).toBe(1);
		await app.open('/settings/');
		await page.getByRole('button', { name: 'Ask it to keep my pages' }).click();
		await expect(keeping(page)).toContainText('did not promise otherwise');
		expect(asked()).toBe(2);
		await app.open('/journal/');
		await expect(page.getByText(/Safari|Firefox/)).toHaveCount(0);
	}
);

test(
	'Firefox is asked when a person says so, since it asks them',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const asked = await pretend(page, { answer: true, ...firefox });
		await twoPages(app);
		await app.open('/settings/');
		await expect(page.getByText('Firefox will ask you')).toBeVisible();
		await app.open('/journal/');
		expect(asked()).toBe(0);
		await page.getByRole('button', { name: 'Ask Firefox to keep my pages' }).click();
		await expect(
			page.getByRole('status').filter({ hasText: 'Firefox has promised' })
		).toBeVisible();
		expect(asked()).toBe(1);
	}
);

test(
	'Safari’s seven days are named on the journal page once there is something to lose',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await pretend(page, safari);
		await app.open('/journal/');
		await page.getByText('Nothing here yet.').waitFor();
		await expect(page.getByText('seven days')).toHaveCount(0);
		await twoPages(app);
		await app.open('/journal/');
		await expect(page.getByText('seven days')).toBeVisible();
		await expect(page.getByText('so add it before you write')).toBeVisible();
		await app.open('/settings/');
		await expect(page.getByText('seven days')).toBeVisible();
	}
);

test(
	'an app on the home screen is not under that rule',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await pretend(page, { ...safari, onHomeScreen: true });
		await twoPages(app);
		await app.open('/journal/');
		await page.locator('.row').first().waitFor();
		await expect(page.getByText('seven days')).toHaveCount(0);
	}
);

test('a browser that promises nothing is not said to', { tag: '@whole' }, async ({ app, page }) => {
	await page.addInitScript(() => {
		Object.assign(StorageManager.prototype, { persist: undefined, persisted: undefined });
	});
	await app.open('/settings/');
	await expect(keeping(page)).toContainText('does not say whether it keeps');
});

test('Safari’s seven days are said before the first word and when the first page is saved', async ({
	app,
	page
}) => {
	await pretend(page, safari);
	const sevenDays = page.getByText('Safari removes what a site keeps after seven days');
	await app.open('/write/');
	await expect(page.getByRole('heading', { name: 'Could someone else' })).toBeVisible();
	await expect(sevenDays).toBeVisible();
	const writing = await app.writing();
	await expect(sevenDays).toHaveCount(0);
	await writing.write('The first page');
	await expect(sevenDays).toBeVisible();
	await writing.write(', and more of it');
	await expect(sevenDays).toHaveCount(1);
	await writing.stopHere();
	const second = await app.justWrite();
	await second.write('The second page');
	await expect(sevenDays).toHaveCount(0);
});

test(
	'another browser, and Safari’s engine on the home screen, say nothing of seven days',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await pretend(page, { ...safari, onHomeScreen: true });
		await app.open('/write/');
		await expect(page.getByRole('heading', { name: 'Could someone else' })).toBeVisible();
		await expect(page.getByText('after seven days')).toHaveCount(0);
	}
);
