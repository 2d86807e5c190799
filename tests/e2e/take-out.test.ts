import { readFile } from 'node:fs/promises';
import { expect, test } from './app';

/* Pages taken out as a file, while the journal is still being opened. */

const COUNT = 90;
const days = Array.from({ length: COUNT }, (_, index) =>
	new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10)
);

test(
	'no page that is not open yet is missing from a file in silence',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/copies/bring-in/');
		await page.locator('input[type="file"]').setInputFiles({
			name: 'diary.txt',
			mimeType: 'text/plain',
			buffer: Buffer.from(days.map((day) => `${day}\n\nWritten on ${day}.\n\n`).join(''))
		});
		await page.getByRole('button', { name: 'Bring them in' }).click();
		await page.getByRole('button', { name: /^No, only me/ }).click();
		await expect(page.getByText('They are in the journal.')).toBeVisible();

		// The first screen is read by ids, all that is behind it by ranges of them.
		await page.addInitScript(() => {
			const original = IDBObjectStore.prototype.getAll;
			Object.assign(globalThis, {
				mend: () => {
					IDBObjectStore.prototype.getAll = original;
				}
			});
			IDBObjectStore.prototype.getAll = function (...input) {
				const [asked] = input;
				const range =
					asked instanceof IDBKeyRange ? asked : (asked as { query?: unknown } | null)?.query;
				if (this.name === 'r' && range instanceof IDBKeyRange) throw new DOMException('away');
				return original.apply(this, input);
			};
		});
		await app.open('/copies/take-out/');
		const write = page.getByRole('button', { name: 'Write the file' });
		await write.click();
		await expect(page.getByRole('alert')).toContainText('Not all of your pages could be opened.');
		await expect(page.getByText('The file waits for them.')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Save the file' })).toHaveCount(0);

		await page.evaluate(() => {
			(globalThis as unknown as { mend(): void }).mend();
		});
		await write.click();
		await expect(page.getByText(`The file is ready: ${COUNT} pages.`)).toBeVisible();
		const coming = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Save the file' }).click();
		const text = await readFile(await (await coming).path(), 'utf8');
		expect(days.filter((day) => !text.includes(`Written on ${day}.`))).toEqual([]);
	}
);
