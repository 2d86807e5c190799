import { expect, test, type App } from './app';
import { breakWrites, damageRecord, hasRecord, removeDatabase, setFormat } from './database';

/* What a person sees when something cannot work. */

test('the writing page says before a word is typed that storage is denied', async ({
	app,
	page
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(IDBFactory.prototype, 'open', {
			value: () => {
				throw new DOMException('denied', 'SecurityError');
			}
		});
	});
	await app.open('/write/');
	await expect(page.getByRole('alert')).toContainText('does not let this app keep anything');
	await expect(page.getByRole('textbox')).toHaveCount(0);
	await page.getByRole('link', { name: 'Read the essay' }).click();
	await expect(page.getByRole('list', { name: /^The \w+ parts$/ })).toBeVisible();
});

test(
	'the writing page says before a word is typed that there is no database at all',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
		});
		await app.open('/write/');
		await expect(page.getByRole('alert')).toContainText('does not let this app keep anything');
		await expect(page.getByRole('textbox')).toHaveCount(0);
	}
);

test(
	'the writing page says before a word is typed that there is no WebCrypto',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
		});
		await app.open('/write/');
		await expect(page.getByRole('alert')).toContainText('cannot seal');
		await expect(page.getByRole('textbox')).toHaveCount(0);
	}
);

test(
	'the writing page says before a word is typed that no worker can be started',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(globalThis, 'Worker', { value: undefined });
		});
		await app.open('/write/');
		await expect(page.getByRole('alert')).toContainText('could not be started');
		await expect(page.getByRole('textbox')).toHaveCount(0);
	}
);

test.describe('a full disk', () => {
	// The offline copy of the app would take up the room that this test is about.
	test.use({ serviceWorkers: 'block' });

	test('says not saved, keeps the text, and saves it when there is room', async ({
		app,
		page,
		context,
		baseURL
	}) => {
		const origin = baseURL ?? '';
		const devtools = await context.newCDPSession(page);
		const writing = await app.justWrite();
		await writing.write('Saved while there was room. ');
		await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
		// While a database is open the browser goes by the room that there was.
		await page.reload();
		await writing.box.waitFor();
		const long = 'x'.repeat(900_000);
		await writing.type(long);
		await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
		await expect(writing.heard).toContainText('no room left');
		expect(await writing.box.inputValue()).toBe(`Saved while there was room. ${long}`);
		await expect(page.getByRole('button', { name: 'Copy my words' })).toBeVisible();
		await devtools.send('Storage.overrideQuotaForOrigin', { origin });
		await writing.box.focus();
		await writing.box.blur();
		await writing.saved();
		await page.reload();
		await writing.box.waitFor();
		expect(await writing.box.inputValue()).toBe(`Saved while there was room. ${long}`);
	});
});

test('a text that could not be saved is still there after going elsewhere', async ({
	app,
	page
}) => {
	const writing = await app.justWrite();
	await writing.write('Kept. ');
	const mendWrites = await breakWrites(page);
	await writing.type('Not kept yet.');
	await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
	await page.getByRole('link', { name: 'Help' }).click();
	await expect(page).toHaveURL(/\/help\/$/);
	await page.getByRole('link', { name: 'Go to that page' }).click();
	await expect(writing.box).toHaveValue('Kept. Not kept yet.');
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(writing.kept).toHaveText('Not saved. Your words are still here.');
	await mendWrites();
	// Leaving the box tries once more by itself.
	await writing.box.focus();
	await writing.box.blur();
	await writing.saved();
});

test(
	'a damaged record is named, the others stay readable, and nothing is deleted',
	{ tag: '@whole' },
	async ({ app, page }) => {
		for (const text of ['first page', 'second page']) {
			const writing = await app.justWrite();
			await writing.write(text);
			await writing.stopHere();
		}
		const damaged = await idOfNewest(app);
		await damageRecord(page, damaged);
		await app.open('/journal/');
		await expect(page.getByRole('alert')).toContainText(/A page from .* cannot be opened/);
		await expect(page.locator('.row')).toHaveCount(1);
		expect(await hasRecord(page, damaged)).toBe(true);
		const writing = await app.justWrite();
		await writing.write('writing goes on');
		await app.open('/journal/');
		await expect(page.locator('.row')).toHaveCount(2);
	}
);

test('data of a newer version is not touched, and the page says so', async ({ app, page }) => {
	const writing = await app.justWrite();
	await writing.write('Written by now. ');
	await setFormat(page, 3);
	await writing.type('Written too late.');
	await expect(writing.heard).toContainText('newer version of this app');
	await app.open('/journal/');
	await expect(page.getByRole('alert')).toContainText('newer version of this app');
});

test(
	'a journal that is gone is missed, and never replaced unasked',
	{ tag: '@whole' },
	async ({ app, page }) => {
		const writing = await app.justWrite();
		await writing.write('Here once');
		await app.open('/help/');
		await removeDatabase(page);
		for (const address of ['/journal/', '/write/']) {
			await app.open(address);
			await expect(page.getByRole('alert')).toContainText('not here any more');
			await expect(page.getByRole('textbox')).toHaveCount(0);
		}
		await page.getByRole('button', { name: 'Begin a new journal' }).click();
		await (await app.writing()).write('Begun again');
		await app.open('/journal/');
		await expect(page.locator('.row')).toHaveCount(1);
	}
);

/** Opens the newest entry and returns its id, as this place in the history holds it. */
async function idOfNewest(app: App): Promise<string> {
	await app.open('/journal/');
	await app.page.locator('.row').first().getByRole('link').click();
	await app.page.locator('[data-entry-text]').waitFor();
	return app.page.evaluate(() => {
		const kept = history.state as { 'sveltekit:states': { entry: string } };
		return kept['sveltekit:states'].entry;
	});
}
