import { expect, partCount, test } from './app';

test.describe('reading without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('without scripts all sections are there, each with its passage, questions and neighbours', async ({
		page
	}) => {
		await page.goto('/');
		const path = page.getByRole('list', { name: /^The \w+ parts$/ });
		await expect(path.getByRole('link')).toHaveCount(partCount);
		for (let section = 1; section <= partCount; section += 1) {
			await page.goto(`/read/${section}/`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const words = (await page.locator('article .text').innerText()).split(/\s+/).length;
			expect(words).toBeGreaterThan(150);
			await expect(page.getByText('Irfan Ali').first()).toBeVisible();
			await page.getByText('All questions of this part').click();
			expect(await page.locator('details li').count()).toBeGreaterThanOrEqual(9);
			await expect(page.locator('a[rel=prev]')).toHaveCount(section > 1 ? 1 : 0);
			await expect(page.locator('a[rel=next]')).toHaveCount(section < partCount ? 1 : 0);
		}
	});

	test(
		'without scripts the writing page says why one cannot write',
		{ tag: '@whole' },
		async ({ page }) => {
			await page.goto('/write/');
			await expect(page.getByText('scripts are switched off')).toBeVisible();
		}
	);
});

test('an address that is no page gives a kind page with ways back', async ({ page }) => {
	for (const address of ['/read/0/', '/read/1000/', '/read/four/', '/nothing/here/']) {
		const answer = await page.goto(address);
		expect(answer?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.getByRole('main').getByRole('link').first().click();
		await expect(page).toHaveURL(/\/$/);
	}
});

test(
	'an entry that is not there gives a kind page with a way back',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/journal/entry/');
		await expect(page.getByText('There is no page to show here.')).toBeVisible();
		await page.getByRole('link', { name: 'Open the journal' }).click();
		await expect(page.getByRole('heading', { name: 'Journal' })).toBeVisible();
	}
);

test(
	'a part offers gentle questions first, and another on request',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/read/6/');
		const question = page.locator('.prompt .question');
		const seen = new Set<string>();
		for (let turn = 0; turn < 3; turn += 1) {
			await expect(page.locator('.prompt')).toContainText('Gentle');
			const text = await question.innerText();
			expect(seen).not.toContain(text);
			seen.add(text);
			await page.getByRole('button', { name: 'Another question' }).click();
			await expect(question).not.toHaveText(text);
		}
	}
);

test(
	'a part puts the questions of one’s own stance first',
	{ tag: '@whole' },
	async ({ app, page }) => {
		await app.open('/read/4/');
		await page.getByRole('radio', { name: 'looking back' }).check();
		await expect(page.locator('.prompt .question')).toHaveText(/Which fear turned out smaller/);
		await page.getByRole('radio', { name: 'deciding' }).check();
		await expect(page.locator('.prompt .question')).toHaveText(/Take one small fear/);
	}
);

test('a tap made before the page is alive is not lost', async ({ app, page }) => {
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/read/4/', { waitUntil: 'commit' });
	const asked = await page.locator('.prompt .question').innerText();
	await page.getByRole('link', { name: 'Write', exact: true }).click();
	await expect(page).toHaveURL(/\/read\/4\/$/);
	release();
	await expect(page).toHaveURL(/\/write\/$/);
	await expect((await app.writing()).question).toHaveText(asked);
});
