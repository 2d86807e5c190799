import type { Page } from '@playwright/test';
import { App, BeforePage, expect, test } from '../app';
import { OwnBrowser } from '../own-browser';
import { chooseWays, ClosedPage, passphrase, rowsIn } from '../vault-app';
import { limitOf } from '../limits';

/* The browser dies while a journal is begun: then there is none yet, or one that opens. */

// A passphrase is made slow on purpose, and these tests share two cores.
test.describe.configure({
	timeout: limitOf({ browsers: 10, loads: 15, derivations: 20, steps: 60 })
});

/** Answers the first question with yes; returns the recovery code in the moment in which the making begins. */
async function beginMaking(page: Page, address: string): Promise<string> {
	await page.goto(address);
	await page.getByRole('button', { name: /^Yes/ }).click();
	return chooseWays(page);
}

/** Opens what the browser kept, and writes: true for a journal that is there, false where there is none yet. */
async function opens(page: Page, address: string, code: string): Promise<boolean> {
	const closed = new ClosedPage(page);
	page.setDefaultTimeout(30_000);
	await page.goto(address);
	const asked = page.getByRole('button', { name: /^Yes/ });
	await closed.title.or(asked).waitFor();
	if (await asked.isVisible()) return false;
	const { begin } = new BeforePage(page);
	await closed.openWithCode(code);
	await expect(begin).toBeVisible();
	await page.reload();
	await closed.open(passphrase);
	await expect(begin).toBeVisible();
	// It knows what it is closed by, and so it can be locked again.
	await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
	const app = new App(page);
	await page.getByRole('link', { name: 'Help' }).click();
	await app.journal();
	await expect(page.getByText('Nothing here yet.')).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.getByRole('main').getByRole('link', { name: 'Just write' }).click();
	await (await app.writing()).write('The first words after all');
	await (await app.writing()).stopHere();
	await app.journal();
	await expect(page.locator('.row')).toHaveCount(1);
	return true;
}

async function killed(baseURL: string, moment: (page: Page) => Promise<void>): Promise<boolean> {
	const browser = await OwnBrowser.withNewProfile();
	const address = `${baseURL}/write/`;
	try {
		const page = await (await browser.start()).newPage();
		const code = await beginMaking(page, address);
		await moment(page);
		await browser.kill();
		const later = await (await browser.start()).newPage();
		return await opens(later, address, code);
	} finally {
		await browser.remove();
	}
}

const pageIsThere = (page: Page): Promise<void> =>
	expect(new BeforePage(page).begin).toBeVisible({ timeout: limitOf({ derivations: 2 }) });

test('killed before the first word: closed, empty, and opened by both secrets', async ({
	baseURL
}) => {
	expect(await killed(baseURL ?? '', pageIsThere)).toBe(true);
});

test('killed as soon as the slots are on the disk, before the journal knows of them', async ({
	baseURL
}) => {
	const slotsAreThere = (page: Page): Promise<void> =>
		expect
			.poll(() => rowsIn(page, 'slots'), { intervals: [5], timeout: limitOf({ derivations: 2 }) })
			.toBe(2);
	expect(await killed(baseURL ?? '', slotsAreThere)).toBe(true);
});

test('killed at any moment of the making: no journal yet, or one that opens', async ({
	baseURL,
	page
}) => {
	const kills = Number(process.env['OWN_VOICE_KILLS'] ?? 4);
	await beginMaking(page, '/write/');
	const since = Date.now();
	await pageIsThere(page);
	const takes = Date.now() - since;
	const outcomes: string[] = [];
	for (let turn = 0; turn < kills; turn += 1) {
		// One moment in each part of the time that it takes; no state is waited for, which is the point.
		const after = Math.round(((turn + Math.random()) / kills) * takes);
		const there = await killed(
			baseURL ?? '',
			() => new Promise((resolve) => setTimeout(resolve, after))
		);
		outcomes.push(`${after} ms: ${there ? 'a journal that opens' : 'none yet'}`);
	}
	console.log(`The making takes ${takes} ms. Killed after ${outcomes.join(', ')}`);
	expect(outcomes).toHaveLength(kills);
});
