import { pathToFileURL } from 'node:url';
import { readFile, rename } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { App, expect, JournalPage, test } from './app';
import { BackupPage } from './pages/backup-page';
import { BringPage } from './pages/bring-page';
import { essays, hostileCompanion } from './hostile-essays';
import { pageFiles, type HostileFile } from './hostile-files';
import { payloads } from './hostile-payloads';
import { expectOnlyText, expectShown, watched } from './hostile-watch';
import { Seek } from './pages/seek';
import { limitOf } from './limits';

// As a person has it: the offline copy is a part of what is watched.
test.use({ serviceWorkers: 'allow' });

/* Pages made to run or fetch something, through every door and in every place: text they are, and text they stay. */

const PASSPHRASE = 'seventeen quiet boats at night';

/** Brings a file in, a backup by its passphrase, looks at all that is said of it before, and keeps it. */
async function bringIn(app: App, file: HostileFile, sealed = false): Promise<void> {
	const { page } = app;
	await app.open('/copies/bring-in/');
	await page.locator('input[type="file"]').setInputFiles(file);
	if (sealed) {
		await page.getByLabel('Its passphrase, or the recovery code').fill(PASSPHRASE);
		await page.getByRole('button', { name: 'Open it' }).click();
	}
	await expect(page.getByText(`${payloads.length} pages are new here.`)).toBeVisible({
		timeout: limitOf({ derivations: 2 })
	});
	const leftOut = page.locator('summary', { hasText: 'not come along' });
	if (await leftOut.isVisible()) {
		await leftOut.click();
		const all = page.getByRole('button', { name: 'All of them' });
		if (await all.isVisible()) await all.click();
	}
	await expectOnlyText(page);
	await page.getByRole('button', { name: 'Bring them in' }).click();
	// What a passphrase opened is locked with it, unless one chooses otherwise.
	if (sealed) await page.getByRole('button', { name: 'Choose another way' }).click();
	await page.getByRole('button', { name: /^No, only me/ }).click();
	await expect(page.getByText('They are in the journal.')).toBeVisible();
}

/** The list with its words, what a search finds and marks, and a page. */
async function readInJournal(app: App): Promise<void> {
	const { page } = app;
	await app.open('/journal/');
	const journal = new JournalPage(page);
	await journal.showWriting.check();
	const words = page.locator('.row .row-text');
	await expect(words.first()).toContainText('sentinel');
	await expectOnlyText(page);
	const { field, said, rows } = new Seek(page);
	await field.fill('sentinel');
	await expect(said).toBeVisible();
	await expectOnlyText(page);
	await rows.first().getByRole('link').click();
	await page.getByRole('button', { name: 'Open, and stop asking' }).click();
	const text = page.locator('[data-entry-text]');
	await expect(text.locator('mark').first()).toHaveText('sentinel');
	await expectOnlyText(page);
}

/** Two answers to one question side by side. */
async function compare(page: Page): Promise<void> {
	await page.getByText('Other pages for this question').click();
	await page
		.getByRole('link', { name: /^side by side/ })
		.first()
		.click();
	await expect(page.locator('article')).toHaveCount(2);
	await expectOnlyText(page);
}

/** All pages on paper: every text stands there as it was in the file. */
async function readOnPaper(app: App): Promise<void> {
	const { page } = app;
	await app.open('/print/');
	await page.getByLabel('all', { exact: true }).check();
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	const paper = page.locator('.print-document article');
	await expect(paper).toHaveCount(payloads.length);
	expectShown(await paper.allTextContents(), payloads);
	await expectOnlyText(page);
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
}

/** The web page that pages are taken out as, opened as its reader would. */
async function readTakenOut(app: App): Promise<void> {
	const { page } = app;
	await app.open('/copies/take-out/');
	await page.getByLabel('a web page').check();
	await page.getByRole('button', { name: 'Write the file' }).click();
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Save the file' }).click();
	const download = await coming;
	const path = `${await download.path()}.html`;
	await rename(await download.path(), path);
	const reader = await page.context().newPage();
	await reader.goto(pathToFileURL(path).href);
	expectShown(await reader.locator('article').allTextContents(), payloads);
	await expectOnlyText(reader);
	await reader.close();
}

for (const { kind, file, asked } of pageFiles) {
	const details = kind === 'Day One' ? {} : { tag: '@whole' };
	test(
		`nothing in pages of ${kind} runs or fetches anything, wherever they are shown`,
		details,
		async ({ app, page, context, baseURL }) => {
			const { expectQuiet } = await watched(context, baseURL ?? '');
			await bringIn(app, file);
			await readInJournal(app);
			if (asked) await compare(page);
			await readOnPaper(app);
			await readTakenOut(app);
			for (const address of ['/look-back/', '/calendar/', '/questions/', '/copies/']) {
				await app.open(address);
				await expectOnlyText(page);
			}
			expectQuiet();
		}
	);
}

test(
	'nothing in a backup of such pages runs or fetches anything where it is brought in',
	{ tag: '@whole' },
	async ({ app, page, browser, baseURL }) => {
		const file = pageFiles.find(({ kind }) => kind === 'Markdown')?.file;
		if (!file) throw new Error('no Markdown');
		await bringIn(app, file);
		await app.open('/copies/backup/');
		const backup = new BackupPage(page);
		await backup.makeWith(PASSPHRASE);
		const buffer = await readFile(await (await backup.save()).path());

		const elsewhere = await browser.newContext();
		const { expectQuiet } = await watched(elsewhere, baseURL ?? '');
		const fresh = new App(await elsewhere.newPage());
		await bringIn(fresh, { name: 'backup.age', mimeType: '', buffer }, true);
		await readOnPaper(fresh);
		expectQuiet();
		await elsewhere.close();
	}
);

for (const { kind, name, content, says } of essays) {
	test(
		`nothing in an essay given as ${kind} runs or fetches anything`,
		{ tag: '@whole' },
		async ({ app, page, context, baseURL }) => {
			const { expectQuiet } = await watched(context, baseURL ?? '');
			const bring = new BringPage(app);
			await bring.open();
			await bring.giveFile(name, content);
			await bring.pieces.first().waitFor();
			await page.locator('summary').evaluateAll((all) => {
				for (const one of all) (one as HTMLElement).click();
			});
			await expect(bring.pieces.locator('.text p').first()).toBeVisible();
			await expectOnlyText(page);
			await bring.keepIt();
			await readEssay(app, says);
			if (kind === 'a text') {
				await bring.open();
				await bring.give(String(content));
				await bring.pieces.first().waitFor();
				await expectOnlyText(page);
			}
			expectQuiet();
		}
	);
}

test(
	'nothing in a companion that somebody sent runs or fetches anything',
	{ tag: '@whole' },
	async ({ app, page, context, baseURL }) => {
		const { expectQuiet } = await watched(context, baseURL ?? '');
		const bring = new BringPage(app);
		await bring.open();
		await bring.giveFile('sent.md', hostileCompanion.file);
		await expect(page.getByText(hostileCompanion.title).first()).toBeVisible();
		await expectOnlyText(page);
		await bring.keepIt();
		await readEssay(app, hostileCompanion.passage);
		await page.getByRole('link', { name: 'Write', exact: true }).click();
		const writing = await app.writing();
		await expect(writing.question).toContainText('ownVoiceRan');
		await expectOnlyText(page);
		await app.open('/library/');
		await expectOnlyText(page);
		expectQuiet();
	}
);

/** So many parts of an essay are gone through; behind those that say what is expected there may be hundreds. */
const MAX_PARTS = 12;

/** Opens what was kept, goes through its parts, and expects that these texts stand in them. */
async function readEssay({ page }: App, says: readonly string[]): Promise<void> {
	await page.getByRole('link', { name: 'Open it' }).click();
	const parts = page.getByRole('list', { name: 'Its parts' }).getByRole('link');
	await parts.first().waitFor();
	await expectOnlyText(page);
	const count = Math.min(await parts.count(), MAX_PARTS);
	await parts.first().click();
	const heading = page.getByRole('heading', { level: 1 });
	const shown: string[] = [];
	for (let part = 1; part <= count; part += 1) {
		const text = page.locator('article .text');
		await text.waitFor({ state: 'attached' });
		shown.push((await text.textContent()) ?? '');
		await expectOnlyText(page);
		if (part === count) break;
		const before = (await heading.textContent()) ?? '';
		await page.locator('nav[aria-label="Before and after"] .next').getByRole('link').click();
		await expect(heading).not.toHaveText(before);
	}
	expectShown(shown, says);
}
