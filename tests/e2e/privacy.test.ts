import { expect, test } from './app';

// As a person has it: the offline copy is a part of what is watched.
test.use({ serviceWorkers: 'allow' });

/* What a visit leaves behind, and where it goes. */

const canary = 'marzipan-lighthouse-7731';

test('a whole visit asks nothing of any other place, and breaks no rule of the policy', async ({
	opened: app,
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
	const writing = await app.answerIn(4);
	await writing.write('A line');
	await writing.stopHere();
	await app.journal();
	expect(elsewhere).toEqual([]);
	expect(complaints).toEqual([]);
});

test(
	'titles and addresses say nothing of the subject or of the text',
	{ tag: '@whole' },
	async ({ opened: app, page }) => {
		const seen: string[] = [];
		const note = async (): Promise<void> => {
			seen.push(`${page.url()} ${await page.title()}`);
		};
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
	}
);

test('every answer of the host carries the headers', async ({ request }) => {
	for (const address of ['/', '/read/4/', '/write/', '/nothing', '/service-worker.js', '/read/4']) {
		const headers = (await request.get(address, { maxRedirects: 0 })).headers();
		expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(headers['referrer-policy']).toBe('no-referrer');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['cross-origin-opener-policy']).toBe('same-origin');
	}
});
