import { BeforePage, expect, pages, test, WritingPage } from './app';
import { expectNoFault, smallTargets } from './faults';

const looks = [
	{ name: 'phone by day', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
	{ name: 'desk by night', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }
] as const;

for (const { name, viewport, colorScheme } of looks) {
	test.describe(name, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('no page has a fault that axe can find, and none scrolls sideways', async ({
			app,
			page
		}) => {
			test.slow();
			const writing = await app.answerIn(4);
			await writing.write('Something to list');
			await writing.stopHere();
			const check = (where: string): Promise<void> => expectNoFault(page, where);
			await check('an entry');
			for (const address of pages.filter((one) => !/read\/[2-35-9]/.test(one))) {
				await app.open(address);
				if (address === '/write/') await app.writing();
				if (address === '/journal/') await page.locator('.row').waitFor();
				if (address === '/read/4/') await page.getByText('All questions of this part').click();
				await check(address);
			}
			await page.goto('/nowhere');
			await check('404');
		});

		test('no step of a sitting has a fault that axe can find', async ({ app, page }) => {
			test.slow();
			const check = (where: string): Promise<void> => expectNoFault(page, where);
			await app.open('/read/4/');
			await page.getByRole('radio', { name: 'looking back' }).check();
			await page.getByRole('button', { name: 'Why this question' }).click();
			await check('why this question');
			await page.getByRole('link', { name: 'Write', exact: true }).click();
			await page.getByRole('button', { name: /^No, only me/ }).click();
			const { begin } = new BeforePage(page);
			await begin.waitFor();
			await check('before');
			await begin.click();
			const writing = new WritingPage(page);
			await page.getByLabel('Write as “they”').check();
			await writing.write('They sat down');
			await check('writing as “they”');
			const after = await writing.stop();
			await page.getByText('Words, if any fit').click();
			await page.getByRole('checkbox', { name: 'torn' }).check();
			await page.getByRole('radio', { name: 'very unpleasant' }).check();
			await page.getByLabel('seal until a day').check();
			await page.getByRole('radio', { name: 'a day I choose' }).check();
			await check('after');
			await page.getByRole('radio', { name: 'a week' }).check();
			await page.getByRole('button', { name: 'Seal this page' }).click();
			await after.ended.waitFor();
			await check('ended, with a few steadying words');
			await page.getByRole('link', { name: 'Journal' }).click();
			await page.locator('.row').getByRole('link').click();
			await page.getByRole('button', { name: 'Open it early' }).click();
			await check('a sealed page');
			await app.open('/read/4/');
			await page.getByRole('button', { name: 'Ask a question of your own' }).click();
			await check('a question of one’s own');
		});

		test('whatever can be pressed is at least 44 px tall, but for links inside a sentence', async ({
			app,
			page
		}) => {
			for (const address of pages.filter((one) => !/read\/[2-35-9]/.test(one))) {
				await app.open(address);
				if (address === '/write/') await app.writing();
				expect(await smallTargets(page)).toEqual([]);
			}
		});
	});
}

test('text at 200 % reflows into the screen', async ({ app, page }) => {
	await page.setViewportSize({ width: 640, height: 800 });
	for (const address of pages) {
		await app.open(address);
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect([address, over]).toEqual([address, 0]);
	}
});
