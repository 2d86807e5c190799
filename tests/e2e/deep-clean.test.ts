import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { App, expect, JournalPage, test } from './app';
import { someSealedBytes } from './database';
import { backends, filesHolding } from './disk';
import { expectNoFault } from './faults';
import { allGone } from './let-go-app';
import { OwnBrowser } from './own-browser';

test.use({ serviceWorkers: 'allow' });

/* A deep clean: a copy, checked where it was saved, an empty browser, and the pages back under a new key. */

const PASSPHRASE = 'seventeen quiet boats at night';
const NEW_PASSPHRASE = 'a lantern between two harbours';

interface File {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

async function typePassphrase(page: Page, passphrase: string): Promise<void> {
	await page.getByRole('button', { name: 'Choose my own' }).click();
	await page.getByLabel('Your passphrase').fill(passphrase);
	await page.getByLabel('The same once more').fill(passphrase);
	await page.getByRole('button', { name: 'Use this' }).click();
}

/** Makes the copy, and takes the file as the browser would save it. */
async function makeCopy(page: Page): Promise<File> {
	await typePassphrase(page, PASSPHRASE);
	const link = page.getByRole('link', { name: 'Save the file' });
	await expect(link).toBeVisible({ timeout: 40_000 });
	const coming = page.waitForEvent('download');
	await link.click();
	const download = await coming;
	const folder = await mkdtemp(join(tmpdir(), 'own-voice-copy-'));
	const path = join(folder, download.suggestedFilename());
	await download.saveAs(path);
	const buffer = await readFile(path);
	await rm(folder, { recursive: true });
	await page.getByRole('button', { name: 'I have saved it' }).click();
	return { name: download.suggestedFilename(), mimeType: '', buffer };
}

async function choose(page: Page, file: File, secret: string, act: RegExp): Promise<void> {
	await page.locator('input[type="file"]').setInputFiles(file);
	await page.getByLabel('Its passphrase, or the recovery code').fill(secret);
	await page.getByRole('button', { name: act }).click();
}

for (const backend of backends) {
	const title = `a copy is made and checked, the browser emptied, and nothing old is on the disk ${backend.join(' ')}`;
	test(title.trim(), { tag: '@whole' }, async ({ baseURL }) => {
		test.setTimeout(240_000);
		const browser = await OwnBrowser.withNewProfile();
		try {
			const page = await (await browser.start(...backend)).newPage();
			const app = new App(page);
			await page.goto(`${baseURL}/write/`);
			const writing = await app.writing();
			await writing.write('written before there was a passphrase');
			await (await writing.stop()).keep();
			const old = await someSealedBytes(page);
			expect(old.length).toBeGreaterThan(2);

			await page.goto(`${baseURL}/copies/deep-clean/`);
			const file = await makeCopy(page);
			await choose(page, file, 'not these words', /^Check it$/);
			await expect(page.getByText('That did not open it.')).toBeVisible({ timeout: 40_000 });
			await choose(page, file, PASSPHRASE, /^Check it$/);
			await expect(page.getByText('The file you saved opens')).toBeVisible({ timeout: 40_000 });
			await page.getByRole('button', { name: 'Go on to emptying this browser' }).click();
			await expect(page.getByRole('heading', { name: 'Empty this browser?' })).toBeVisible();
			await page.getByRole('button', { name: 'Empty this browser' }).click();
			await allGone(page);
			await page.getByRole('link', { name: 'Bring in a backup' }).click();
			await choose(page, file, PASSPHRASE, /^Open it$/);
			await expect(page.getByText('1 page is new here.')).toBeVisible({ timeout: 40_000 });
			await page.getByRole('button', { name: 'Bring them in' }).click();
			await page.getByRole('button', { name: 'Choose another way' }).click();
			await page
				.getByRole('button', { name: /^Yes|^Not sure/ })
				.first()
				.click();
			await typePassphrase(page, NEW_PASSPHRASE);
			const groups = page.getByRole('list', { name: /recovery code/ }).getByRole('listitem');
			await expect(groups).toHaveCount(7);
			const code = (await groups.allTextContents()).join('-');
			await page.getByRole('button', { name: 'I have written it down' }).click();
			await page.getByLabel('Recovery code').fill(code);
			await page.getByRole('button', { name: 'Go on' }).click();
			await expect(page.getByText('They are in the journal.')).toBeVisible({ timeout: 40_000 });
			await page.getByRole('link', { name: 'Open the journal' }).click();
			await expect(new JournalPage(page).rows).toHaveCount(1);
			await browser.close();
			expect(await filesHolding(browser.profile, old)).toEqual([]);
		} finally {
			await browser.remove();
		}
	});
}

test(
	'what was written after the copy stands in the way of emptying',
	{ tag: '@whole' },
	async ({ app, page }) => {
		test.slow();
		const writing = await app.answerIn(4);
		await writing.write('in the copy');
		await (await writing.stop()).keep();
		await app.open('/copies/deep-clean/');
		await expectNoFault(page, 'a deep clean');
		const file = await makeCopy(page);
		await expectNoFault(page, 'checking the copy');
		const other = await page.context().newPage();
		const later = await new App(other).justWrite();
		await later.write('not in the copy');
		await (await later.stop()).keep();
		await choose(page, file, PASSPHRASE, /^Check it$/);
		await expect(page.getByText('The file you saved opens')).toBeVisible({ timeout: 40_000 });
		await page.getByRole('button', { name: 'Go on to emptying this browser' }).click();
		await expect(page.getByText('Something was written since')).toBeVisible();
		await expect(page).toHaveURL(/deep-clean/);
		await page.getByRole('button', { name: 'Begin again' }).click();
		await expect(page.getByRole('heading', { name: 'First, the copy' })).toBeVisible();
	}
);

test(
	'another copy than the one just made is not taken for it',
	{ tag: '@whole' },
	async ({ app, page }) => {
		test.slow();
		const writing = await app.answerIn(4);
		await writing.write('in both copies');
		await (await writing.stop()).keep();
		await app.open('/copies/deep-clean/');
		const first = await makeCopy(page);
		await page.getByRole('button', { name: 'Begin again' }).click();
		await makeCopy(page);
		await choose(page, first, PASSPHRASE, /^Check it$/);
		await expect(page.getByText('This file opens, and is another copy.')).toBeVisible({
			timeout: 40_000
		});
		await expect(page.getByRole('button', { name: 'Go on to emptying this browser' })).toHaveCount(
			0
		);
	}
);

test(
	'whatever is said of a page after the copy, and a missing connection, hold the emptying up',
	{ tag: '@whole' },
	async ({ app, page, context }) => {
		test.setTimeout(120_000);
		const writing = await app.answerIn(4);
		await writing.write('in the copy');
		await (await writing.stop()).keep();
		const cleaned = async (): Promise<void> => {
			await app.open('/copies/deep-clean/');
			const file = await makeCopy(page);
			await choose(page, file, PASSPHRASE, /^Check it$/);
			await page
				.getByRole('button', { name: 'Go on to emptying this browser' })
				.click({ timeout: 40_000 });
			await expect(page.getByRole('heading', { name: 'Empty this browser?' })).toBeVisible();
		};
		const empty = page.getByRole('button', { name: 'Empty this browser' });
		await cleaned();
		const other = await context.newPage();
		await other.goto('/journal/');
		await new JournalPage(other).rows.first().getByRole('link').click();
		await other.getByRole('button', { name: 'Star' }).click();
		await expect(other.getByRole('button', { name: 'Star' })).toHaveAttribute(
			'aria-pressed',
			'true'
		);
		await empty.click();
		await expect(
			page.getByRole('heading', { name: 'Not everything is in your copy.' })
		).toBeVisible();
		await expect(page.getByRole('alert')).toBeFocused();
		await other.close();

		await cleaned();
		await context.setOffline(true);
		await empty.click();
		await expect(page.getByRole('heading', { name: 'There is no connection.' })).toBeVisible();
		await context.setOffline(false);
		// After a reload nothing is known of the copy, so the page promises none.
		await app.open('/let-go/');
		await expect(page.getByRole('heading', { name: 'Let everything go?' })).toBeVisible();
		await app.open('/journal/');
		await expect(new JournalPage(page).rows).toHaveCount(1);
	}
);
