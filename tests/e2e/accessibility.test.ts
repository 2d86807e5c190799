import { BeforePage, test, WritingPage } from './app';
import { expectNoFault } from './faults';
import { limitOf } from './limits';

const looks = [
	{ name: 'phone by day', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
	{ name: 'desk by night', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }
] as const;

for (const { name, viewport, colorScheme } of looks) {
	test.describe(name, { tag: '@whole' }, () => {
		test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

		test('no step of a sitting has a fault that axe can find', async ({ app, page }) => {
			test.setTimeout(limitOf({ loads: 4, steps: 20, axes: 8 }));
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
	});
}
