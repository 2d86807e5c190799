import type { Page } from '@playwright/test';
import { expect, JournalPage, test, type App } from './app';
import { expectNoFault } from './faults';
import { limitOf } from './limits';

/*
 * A folder that gets a copy after each sitting. A folder of the browser's own private file system stands in for one
 * that a person chose on the device, and what a test sets stands in for the browser's question.
 */

const CODE_GROUP = /^[0-9A-Z]{4}$/;

test.beforeEach(async ({ page }) => {
	await page.addInitScript(() => {
		const granted = (): boolean => localStorage.getItem('test-folder-refused') === null;
		Object.assign(globalThis, {
			showDirectoryPicker: async () =>
				(await navigator.storage.getDirectory()).getDirectoryHandle('my copies', { create: true })
		});
		Object.assign(FileSystemHandle.prototype, {
			queryPermission: () => Promise.resolve(granted() ? 'granted' : 'prompt'),
			requestPermission: () => {
				localStorage.removeItem('test-folder-refused');
				return Promise.resolve('granted');
			}
		});
	});
});

async function write(app: App, text: string, section = 4): Promise<void> {
	const writing = await app.answerIn(section);
	await writing.write(text);
	await (await writing.stop()).keep();
}

/** Chooses the folder, writes the code down, and waits for the first copy. Returns the code. */
async function useFolder(app: App, page: Page): Promise<string> {
	await app.open('/copies/folder/');
	await page.getByRole('button', { name: 'Choose a folder' }).click();
	const items = page
		.getByRole('list', { name: 'The folder code, in seven groups' })
		.getByRole('listitem');
	await expect(items).toHaveCount(7);
	const groups = await items.allTextContents();
	for (const group of groups) expect(group).toMatch(CODE_GROUP);
	const code = groups.join('-');
	await page.getByRole('button', { name: 'I have written it down' }).click();
	await page.getByLabel('Folder code').fill(code);
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByText('A new copy is there. It was read back and is whole.')).toBeVisible({
		timeout: limitOf({ derivations: 2 })
	});
	return code;
}

function names(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const found: string[] = [];
		for await (const name of (await root.getDirectoryHandle('my copies')).keys()) found.push(name);
		return found.sort();
	});
}

/** Takes the one copy that is there, and lays it under another name. */
async function renamed(page: Page, from: string, to: string): Promise<void> {
	await page.evaluate(
		async ([from, to]) => {
			const root = await navigator.storage.getDirectory();
			const folder = await root.getDirectoryHandle('my copies');
			const file = await (await folder.getFileHandle(from)).getFile();
			const stream = await (await folder.getFileHandle(to, { create: true })).createWritable();
			await file.stream().pipeTo(stream);
			await folder.removeEntry(from);
		},
		[from, to] as const
	);
}

test(
	'a folder is chosen, gets a copy after each sitting, and is asked for again',
	{ tag: '@whole' },
	async ({ app, page }) => {
		test.setTimeout(limitOf({ loads: 8, derivations: 4, steps: 30 }));
		await write(app, 'first page');
		await useFolder(app, page);
		const [first] = await names(page);
		expect(first).toMatch(/^backup-\d{4}-\d\d-\d\d-\d{6}-[a-z0-9]{4}\.age$/);
		await app.open('/journal/');
		await expect(page.getByText(/^Last copy: .* No page was written here since\./)).toBeVisible();

		// Another minute has another name.
		await page.clock.install({ time: Date.now() + 3_600_000 });
		await write(app, 'second page', 2);
		await expect(page.getByText('A new copy is in your folder.')).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});
		expect(await names(page)).toHaveLength(2);

		await page.evaluate(() => localStorage.setItem('test-folder-refused', '1'));
		await write(app, 'third page', 5);
		await expect(page.getByText('the browser asks you again')).toBeVisible();
		await page.getByRole('button', { name: 'Let the browser ask me' }).click();
		await expect(page.getByText('A new copy is in your folder.')).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});

		await app.open('/copies/folder/');
		await expect(page.getByRole('heading', { name: 'my copies' })).toBeVisible();
		await page.getByText('No longer use this folder').click();
		await page.getByRole('button', { name: 'Forget the folder' }).click();
		await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeVisible();
		expect((await names(page)).length).toBeGreaterThanOrEqual(2);
		await app.open('/journal/');
		await expect(page.getByText('into your folder')).toHaveCount(0);
	}
);

test(
	'two devices share a folder and its code, and bring in what the other one wrote',
	{ tag: '@whole' },
	async ({ app, page }) => {
		test.setTimeout(limitOf({ loads: 10, derivations: 6, steps: 30 }));
		await write(app, 'written on the other device');
		const code = await useFolder(app, page);
		const [copy = ''] = await names(page);
		// The other device: the same folder, another journal, and the copy under the mark of the first.
		await page.evaluate(async () => {
			for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
			localStorage.clear();
		});
		await renamed(page, copy, copy.replace(/-[a-z0-9]{4}\.age$/, '-0000.age'));
		await write(app, 'written here', 2);
		await app.open('/copies/folder/');
		await page.getByRole('button', { name: 'Choose a folder' }).click();
		await expect(
			page.getByRole('heading', { name: 'There are copies in it already' })
		).toBeVisible();
		const field = page.getByLabel('The folder’s code, from your paper');
		await field.fill('not a code');
		await page.getByRole('button', { name: 'Use this code' }).click();
		await expect(page.getByText('Something in it is not right.')).toBeVisible();
		await field.fill(code.toLowerCase());
		await page.getByRole('button', { name: 'Use this code' }).click();
		await expect(page.getByText('A new copy is there.')).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});
		await page.getByRole('button', { name: /^See what is new/ }).click();
		await expect(page.getByText('1 page is new here.')).toBeVisible({
			timeout: limitOf({ derivations: 2 })
		});
		await page.getByRole('button', { name: 'Bring them in' }).click();
		await expect(page.getByText('They are in the journal.')).toBeVisible();
		const nothingNew = page.getByText('Nothing is there that is not here already.');
		await page.getByRole('button', { name: 'Back to the folder' }).click();
		await expect(nothingNew).toBeVisible();
		await app.open('/copies/folder/');
		await expect(nothingNew).toBeVisible();
		await app.open('/journal/');
		await expect(new JournalPage(page).rows).toHaveCount(2);
	}
);

test('a browser without folders says so', { tag: '@whole' }, async ({ app, page }) => {
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
	await write(app, 'a page');
	await app.open('/copies/folder/');
	await expect(page.getByText('This browser lets no page write into a folder.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(colorScheme, { tag: '@whole' }, () => {
		test.use({ viewport: { width: 320, height: 640 }, colorScheme, reducedMotion: 'reduce' });

		test('no step of choosing a folder has a fault that axe can find', async ({ app, page }) => {
			test.setTimeout(limitOf({ loads: 4, axes: 6, derivations: 4, steps: 20 }));
			await write(app, 'a page');
			await app.open('/copies/folder/');
			await page.getByRole('button', { name: 'Choose a folder' }).waitFor();
			await expectNoFault(page, 'choose a folder');
			await useFolder(app, page);
			await expectNoFault(page, 'a folder in use');
			await page.evaluate(() => localStorage.setItem('test-folder-refused', '1'));
			await app.open('/copies/folder/');
			await page.getByRole('button', { name: 'Let the browser ask me' }).waitFor();
			await expectNoFault(page, 'the browser asks again');
		});
	});
}
