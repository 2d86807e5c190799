import { readFile } from 'node:fs/promises';
import { expect, test } from './app';
import { limitOf } from './limits';
import { BackupPage } from './pages/backup-page';

/* What a backup opens with is shown until the file is saved, and forgives how paper is read. */

test(
	'the five words stay to be seen until the file is saved, and open it in capitals',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		test.setTimeout(limitOf({ loads: 3, derivations: 3, steps: 20 }));
		await (await app.answerIn(4)).write('A page to keep');
		await app.open('/copies/backup/');
		const backup = new BackupPage(page);
		await expect(page.getByText('It opens with')).toHaveCount(0);
		const words = await backup.makeWithWords();
		await page.getByText('Show what it opens with').click();
		await expect(page.locator('p.words')).toHaveText(words);
		const buffer = await readFile(await (await backup.save()).path());
		await page.getByRole('button', { name: 'I have saved it' }).click();

		await page.locator('input[type="file"]').setInputFiles({ name: 'b.age', mimeType: '', buffer });
		const field = page.getByLabel('Its passphrase, or the recovery code');
		await field.fill('not these words');
		await page.getByRole('button', { name: 'Check it' }).click();
		await expect(page.getByRole('alert')).toHaveText('That did not open it.', {
			timeout: limitOf({ derivations: 1 })
		});
		await expect(field).toHaveValue('not these words');
		await expect(field).toBeFocused();
		await field.fill(words.toUpperCase().replaceAll(' ', '  '));
		await page.getByRole('button', { name: 'Check it' }).click();
		await expect(page.getByText('It opens, and every page in it is whole.')).toBeVisible({
			timeout: limitOf({ derivations: 1 })
		});
	}
);

test(
	'where pages wait to come in, not to keep them is no answer',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/copies/bring-in/');
		const buffer = Buffer.from('2026-01-02 A day\nSome words.\n');
		await page.locator('input[type="file"]').setInputFiles({ name: 'j.txt', mimeType: '', buffer });
		await page.getByRole('button', { name: 'Bring them in' }).click();
		await expect(page.getByText('Before they come in')).toBeVisible();
		await expect(page.getByRole('button', { name: /^Write without keeping/ })).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Decide later' })).toHaveCount(0);
		await page.getByRole('button', { name: /^No, only me/ }).click();
		await expect(page.getByText('They are in the journal.')).toBeVisible();
	}
);
