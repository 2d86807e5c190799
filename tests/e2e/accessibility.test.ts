import AxeBuilder from '@axe-core/playwright';
import { expect, pages, test } from './app';

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
			const check = async (where: string): Promise<void> => {
				const { violations } = await new AxeBuilder({ page })
					.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
					.analyze();
				expect(violations.map(({ id, nodes }) => [where, id, nodes[0]?.html])).toEqual([]);
				const over = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect([where, over]).toEqual([where, 0]);
			};
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

		test('whatever can be pressed is at least 44 px tall, but for links inside a sentence', async ({
			app,
			page
		}) => {
			for (const address of pages.filter((one) => !/read\/[2-35-9]/.test(one))) {
				await app.open(address);
				if (address === '/write/') await app.writing();
				const small = await page.evaluate(() =>
					[...document.querySelectorAll('a, button, input, summary, textarea, select')]
						.filter((one) => one.checkVisibility() && !one.closest('p:not(.acts, .back), .skip'))
						.map((one) => one.closest('label') ?? one)
						.filter((one) => one.getBoundingClientRect().height < 43.5)
						.map((one) => `${location.pathname} ${one.outerHTML.slice(0, 90)}`)
				);
				expect(small.filter((one) => !one.includes('class="skip'))).toEqual([]);
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
