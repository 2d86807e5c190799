import { expect } from './app';
import { expectCover, expectNotCovered, faults, sizes, test, weather } from './leave-app';
import { thorough } from './thorough';

/* Leave quickly: where it stands, and that it is always to be had. */

test('S1 Leave quickly is seen whole while one types, and so is the box', async ({
	opened: app,
	page
}) => {
	for (const size of thorough ? sizes : sizes.slice(0, 2)) {
		await page.setViewportSize(size);
		const writing = await app.answerIn(4);
		for (const text of ['One line. ', 'A line\n'.repeat(60)]) {
			await writing.type(text);
			expect([size, await faults(page)]).toEqual([size, []]);
			expect((await writing.box.boundingBox())?.height).toBeGreaterThan(60);
		}
		await writing.saved();
	}
});

test('S1 a modal dialog carries a Leave quickly of its own, which stays in sight and leaves', async ({
	app,
	page,
	goOn
}) => {
	await page.setViewportSize({ width: 320, height: 400 });
	await app.open('/read/4/');
	await page.evaluate(() => {
		const link = document.querySelector('a[data-leave]');
		const dialog = document.createElement('dialog');
		dialog.className = 'dialog';
		const exit = document.createElement('p');
		exit.className = 'dialog-exit';
		if (link) exit.append(link.cloneNode(true));
		dialog.append(exit);
		for (let line = 0; line < 40; line += 1) {
			dialog.append(Object.assign(document.createElement('p'), { textContent: 'A line' }));
		}
		document.querySelector('#main')?.append(dialog);
		dialog.showModal();
		dialog.scrollTop = 200;
	});
	await expect(page.locator('dialog a[data-leave]')).toBeFocused();
	await page.locator('dialog a[data-leave]').click();
	await expect(page).toHaveURL(weather);
	await app.page.goto('/read/4/');
	await goOn.click();
	await expectNotCovered(page);
});

test(
	'S1 Leave quickly leaves from what a key opened, and no key opens anything under the cover',
	{ tag: '@whole' },
	async ({ app, page, goOn }) => {
		await app.open('/about/');
		await page.keyboard.press('?');
		const keys = page.getByRole('dialog', { name: 'Keys' });
		await keys.getByRole('link', { name: 'Leave quickly' }).click();
		await expect(page).toHaveURL(weather);
		await page.goto('/about/');
		await goOn.waitFor();
		await page.keyboard.press('?');
		await page.keyboard.press('Control+k');
		await goOn.click();
		await expectNotCovered(page);
		await expect(page.locator('dialog')).toHaveCount(0);
	}
);

test(
	'S1 an open dialog does not keep the cover’s button out of reach',
	{ tag: '@whole' },
	async ({ app, page, context, goOn }) => {
		await app.open('/read/4/');
		await page.evaluate(() => {
			const dialog = document.createElement('dialog');
			dialog.textContent = 'A question';
			document.querySelector('#main')?.append(dialog);
			dialog.showModal();
		});
		const other = await context.newPage();
		await other.goto('/help/');
		await other.getByRole('link', { name: 'Leave quickly', exact: true }).click();
		await expectCover(page);
		await goOn.click();
		await expectNotCovered(page);
	}
);

test.describe('S2 and S8 without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('Leave quickly is a link to the place, which is told nothing', async ({
		page,
		leave,
		outside
	}) => {
		for (const address of ['/', '/read/4/', '/write/', '/settings/', '/nowhere']) {
			await page.goto(address);
			await leave.click();
			await expect(page).toHaveURL(weather);
		}
		expect(outside).toHaveLength(5);
		for (const request of outside) expect(request.headers()['referer']).toBeUndefined();
	});
});

test('S2 Leave quickly works before the page is alive', async ({ page, leave }) => {
	await page.route('**/_app/immutable/**/*.js', () => undefined);
	await page.goto('/read/4/', { waitUntil: 'commit' });
	await leave.click();
	await expect(page).toHaveURL(weather);
	await page.goto('/nowhere');
	await expectCover(page);
});
