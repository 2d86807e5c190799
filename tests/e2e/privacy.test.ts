import { App, expect, pages, test } from './app';
import { backends, filesHoldingText } from './disk';
import { OwnBrowser } from './own-browser';

/* What a visit leaves behind, and where it goes. */

const canary = 'marzipan-lighthouse-7731';

test('a whole visit asks nothing of any other place, and breaks no rule of the policy', async ({
	app,
	page,
	baseURL
}) => {
	const elsewhere: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => {
		const { origin } = new URL(request.url());
		if (origin !== baseURL) elsewhere.push(request.url());
	});
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	for (const address of pages) await app.open(address);
	const writing = await app.answerIn(4);
	await writing.write('A line');
	await writing.stopHere();
	await app.journal();
	expect(elsewhere).toEqual([]);
	expect(complaints).toEqual([]);
});

test('titles and addresses say nothing of the subject or of the text', async ({ app, page }) => {
	const seen: string[] = [];
	const note = async (): Promise<void> => {
		seen.push(`${page.url()} ${await page.title()}`);
	};
	for (const address of pages) {
		await app.open(address);
		await note();
		expect(await page.title()).toBe('Own Voice');
	}
	const writing = await app.answerIn(4);
	await writing.write(canary);
	await note();
	await writing.stopHere();
	await note();
	for (const one of seen) {
		expect(one).not.toMatch(
			/leav|abus|break|relation|walk|away|grief|fear|closure|prompt|deciding/i
		);
		expect(one).not.toContain(canary);
	}
	const state = await page.evaluate(() =>
		JSON.stringify([history.state, Object.entries(sessionStorage), Object.entries(localStorage)])
	);
	expect(state).not.toContain(canary);
	expect(state).not.toMatch(/deciding|recent|looking/);
});

test('every answer of the host carries the headers', async ({ request }) => {
	for (const address of ['/', '/read/4/', '/write/', '/nothing', '/service-worker.js', '/read/4']) {
		const headers = (await request.get(address, { maxRedirects: 0 })).headers();
		expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(headers['referrer-policy']).toBe('no-referrer');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['cross-origin-opener-policy']).toBe('same-origin');
	}
});

test('no word that was typed is on the disk in clear', async ({ baseURL }) => {
	test.slow();
	for (const backend of backends) {
		const browser = await OwnBrowser.withNewProfile();
		try {
			const page = await (await browser.start(...backend)).newPage();
			const app = new App(page);
			const address = (path: string): string => `${baseURL}${path}`;
			await page.goto(address('/write/'));
			await (await app.writing()).write(`${canary} one`);
			await page.reload();
			await (await app.writing()).write(`, ${canary} two`);
			await (await app.writing()).stopHere();
			await app.journal();
			await page.getByRole('switch', { name: 'Show the writing' }).check();
			await expect(page.locator('.found')).toContainText('two');
			await page.goto(address('/help/'));
			await page.goBack();
			await page.goto(address('/write/'));
			await (await app.writing()).write(`${canary} three, left open`);
			await browser.close();
			expect(await filesHoldingText(browser.profile, canary)).toEqual([]);

			const again = await (await browser.start(...backend)).newPage();
			await again.goto(address('/write/'));
			await (await new App(again).writing()).write(`${canary} four, killed`);
			await browser.kill();
			expect(await filesHoldingText(browser.profile, canary)).toEqual([]);
			// The search itself works: the address is there, as history keeps it.
			expect(await filesHoldingText(browser.profile, address('/write/'))).not.toEqual([]);
		} finally {
			await browser.remove();
		}
	}
});
