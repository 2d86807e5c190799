import type { Page } from '@playwright/test';
import { expect, JournalPage, test, type App } from './app';
import { expectNoFault } from './faults';
import { limitOf } from './limits';
import { BackupPage } from './pages/backup-page';

/* Copies: a backup made, checked and brought in, and pages taken out. */

const PASSPHRASE = 'seventeen quiet boats at night';

async function write(app: App, text: string, section = 4): Promise<void> {
	const writing = await app.answerIn(section);
	await writing.write(text);
	await (await writing.stop()).keep();
}

/** Makes a backup with a passphrase of its own, saves it under the name it offers, and returns its path. */
async function makeBackup(app: App, page: Page): Promise<string> {
	await app.open('/copies/backup/');
	const backup = new BackupPage(page);
	await backup.makeWith(PASSPHRASE);
	const download = await backup.save();
	// S9: its name says nothing of the subject.
	expect(download.suggestedFilename()).toMatch(/^backup-\d{4}-\d\d-\d\d-\d{4}\.age$/);
	return download.path();
}

async function openBackup(page: Page, secret: string): Promise<void> {
	await page.getByLabel('Its passphrase, or the recovery code').fill(secret);
	await page.getByRole('button', { name: /^(Open|Check) it$/ }).click();
}

const chosen = (path: string) => ({ name: 'backup.age', mimeType: '', path });
async function choose(page: Page, path: string): Promise<void> {
	const { readFile } = await import('node:fs/promises');
	const { name, mimeType } = chosen(path);
	await page
		.locator('input[type="file"]')
		.last()
		.setInputFiles({ name, mimeType, buffer: await readFile(path) });
}

test(
	'a backup is made, put away, checked, and refused with the wrong words',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		test.setTimeout(limitOf({ loads: 8, derivations: 3, steps: 40 }));
		await write(app, 'first page');
		await write(app, 'second page', 2);
		const path = await makeBackup(app, page);
		await page.getByRole('button', { name: 'I have saved it' }).click();
		await expect(page.getByText(/^Last copy: .* No page was written here since\.$/)).toBeVisible();

		await choose(page, path);
		await openBackup(page, 'not these words');
		await expect(page.getByRole('alert')).toContainText('That did not open it.', {
			timeout: limitOf({ derivations: 1 })
		});
		await openBackup(page, PASSPHRASE);
		const held = page.getByText('It opens, and every page in it is whole.');
		await expect(held).toBeVisible({ timeout: limitOf({ derivations: 1 }) });
		await expect(page.locator('dl').last()).toContainText(/Pages\s*2/);

		await write(app, 'third page', 5);
		await app.open('/journal/');
		await expect(page.getByText(/1 page written or changed since\./)).toBeVisible();
	}
);

test(
	'everything let go comes back from a backup, and can be taken back in one press',
	{ tag: '@whole' },
	async ({ app, page, browser }) => {
		test.setTimeout(limitOf({ loads: 8, derivations: 4, steps: 40 }));
		await write(app, 'a page that comes back');
		await write(app, 'another one', 2);
		const path = await makeBackup(app, page);

		const context = await browser.newContext();
		const fresh = await context.newPage();
		await fresh.goto('/');
		await fresh.getByRole('link', { name: 'Bring in a backup' }).click();
		await choose(fresh, path);
		await openBackup(fresh, PASSPHRASE);
		await expect(fresh.getByText('2 pages are new here.')).toBeVisible({
			timeout: limitOf({ derivations: 1 })
		});
		await fresh.getByRole('button', { name: 'Bring them in' }).click();
		await fresh.getByRole('button', { name: 'Choose another way' }).click();
		await fresh.getByRole('button', { name: /^No, only me/ }).click();
		await expect(fresh.getByText('They are in the journal.')).toBeVisible();
		await fresh.getByRole('link', { name: 'Open the journal' }).click();
		const journal = new JournalPage(fresh);
		await expect(journal.rows).toHaveCount(2);
		await fresh.reload();
		await expect(journal.rows).toHaveCount(2);
		await journal.rows.first().getByRole('link').click();
		await expect(fresh.locator('[data-entry-text]')).toHaveText('another one');
		await context.close();

		// In the journal it was made of there is nothing to do.
		await app.open('/copies/bring-in/');
		await choose(page, path);
		await openBackup(page, PASSPHRASE);
		await expect(page.getByText('Everything in it is here already.')).toBeVisible({
			timeout: limitOf({ derivations: 1 })
		});
	}
);

test(
	'a Markdown page is brought in once, and taken back whole',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'my own');
		const markdown = {
			name: '2025-03-01.md',
			mimeType: 'text/markdown',
			buffer: Buffer.from('---\ntags: [home]\n---\n\nA page from elsewhere.\n')
		};
		const field = page.locator('input[type="file"]');
		const bringIn = page.getByRole('button', { name: 'Bring them in' });
		await app.open('/copies/bring-in/');
		await field.setInputFiles(markdown);
		await expect(page.getByText('1 page is new here.')).toBeVisible();
		await expect(page.getByText('Written on 1 March 2025.')).toBeVisible();
		await bringIn.click();
		await expect(page.getByText('They are in the journal.')).toBeVisible();
		await page.getByRole('button', { name: 'Bring in something else' }).click();
		await field.setInputFiles(markdown);
		await expect(page.getByText('1 page is here already.')).toBeVisible();

		const other = { ...markdown, buffer: Buffer.from('Another page from elsewhere.\n') };
		await page.getByRole('button', { name: 'Another file' }).click();
		await field.setInputFiles(other);
		await bringIn.click();
		await expect(page.getByText('They are in the journal.')).toBeVisible();
		await page.getByRole('button', { name: 'Take that back' }).click();
		await expect(page.getByText('The journal is as it was before.')).toBeVisible();
		await app.open('/journal/');
		await expect(page.locator('.row')).toHaveCount(2);
	}
);

test(
	'a file that is no journal is refused in words, and changes nothing',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'my own');
		await app.open('/copies/bring-in/');
		const field = page.locator('input[type="file"]');
		await field.setInputFiles({
			name: 'picture.zip',
			mimeType: 'application/zip',
			buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3])
		});
		await expect(page.getByRole('alert')).toContainText('Nothing was changed');
		await field.setInputFiles({
			name: 'cut.age',
			mimeType: '',
			buffer: Buffer.from('age-encryption.org/v1\n')
		});
		await openBackup(page, PASSPHRASE);
		await expect(page.getByRole('alert')).toContainText('damaged');
		await app.open('/journal/');
		await expect(page.locator('.row')).toHaveCount(1);
	}
);

test(
	'chosen pages are taken out, and hidden ones only when ticked',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		await write(app, 'the one that leaves');
		await write(app, 'the hidden one', 2);
		const journal = new JournalPage(page);
		await app.open('/journal/');
		await page.getByRole('button', { name: 'Choose several' }).click();
		await journal.rows.getByRole('checkbox').first().check();
		await page.getByRole('button', { name: 'Hide', exact: true }).click();
		await expect(journal.rows).toHaveCount(1);

		await app.open('/copies/take-out/');
		await expect(page.getByText('1 page would be in the file.')).toBeVisible();
		await page.getByRole('button', { name: 'Write the file' }).click();
		const coming = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Save the file' }).click();
		const download = await coming;
		expect(download.suggestedFilename()).toMatch(/^pages-\d{4}-\d\d-\d\d\.txt$/);
		const { readFile } = await import('node:fs/promises');
		const text = await readFile(await download.path(), 'utf8');
		expect(text).toContain('the one that leaves');
		expect(text).not.toContain('the hidden one');
		await page.getByRole('button', { name: 'Go back' }).click();
		await page.getByRole('checkbox', { name: /^also hidden and sealed ones/ }).check();
		await expect(page.getByText('2 pages would be in the file.')).toBeVisible();

		await app.open('/journal/');
		await page.getByRole('button', { name: 'Choose several' }).click();
		await journal.rows.getByRole('checkbox').first().check();
		await page.getByRole('link', { name: 'Take out' }).click();
		await expect(page.getByRole('checkbox', { name: /^Only the 1 page chosen/ })).toBeChecked();
	}
);

for (const { name, width, scheme } of [
	{ name: 'a small phone by day', width: 320, scheme: 'light' },
	{ name: 'a desk by night', width: 1280, scheme: 'dark' }
] as const) {
	test(
		`${name}: no fault that axe can find in copies`,
		{ tag: '@whole' },
		async ({ opened: app, page }) => {
			await page.setViewportSize({ width, height: 740 });
			await page.emulateMedia({ colorScheme: scheme });
			await write(app, 'my own');
			for (const address of ['/copies/', '/copies/backup/', '/copies/take-out/']) {
				await app.open(address);
				await page.locator('main form, main li, main h2').first().waitFor();
				await expectNoFault(page, address);
			}
			await app.open('/copies/bring-in/');
			await page.locator('input[type="file"]').setInputFiles({
				name: '2025-03-01.md',
				mimeType: 'text/markdown',
				buffer: Buffer.from('A page from elsewhere.\n')
			});
			await page.getByRole('button', { name: 'Bring them in' }).waitFor();
			await expectNoFault(page, 'preview');
		}
	);
}
