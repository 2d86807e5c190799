import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type App } from './app';
import { attemptAll } from './blocked-attempts';

test.use({ serviceWorkers: 'allow' });

/* A script that got into a page all the same: it can run nothing of its own there, and reach no other place. */

let elsewhere: Server;
let reached: string[];

test.beforeEach(async () => {
	reached = [];
	elsewhere = createServer((request, response) => {
		reached.push(request.url ?? '');
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.end();
	});
	await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
});
test.afterEach(() => {
	elsewhere.closeAllConnections();
	elsewhere.close();
});

/** Expects of every attempt, by its name, that a rule of the policy has stopped it. */
async function expectAllStopped(app: App, address: string): Promise<void> {
	await app.open(address);
	const { port } = elsewhere.address() as AddressInfo;
	const outcome = Object.entries(await attemptAll(app.page, `http://127.0.0.1:${port}`));
	expect(outcome.length).toBeGreaterThan(35);
	expect(outcome.filter(([, stoppedBy]) => !/^[a-z-]+$/.test(stoppedBy))).toEqual([]);
	expect(reached).toEqual([]);
}

test('hostile script is blocked on every kind of page', { tag: '@whole' }, async ({ app }) => {
	for (const address of ['/', '/read/4/', '/write/', '/journal/']) {
		await expectAllStopped(app, address);
	}
});

test.describe('where the host sends no headers', () => {
	// What a worker answers with would be as the host once sent it.
	test.use({ serviceWorkers: 'block' });

	test('the policy in the page itself blocks hostile script too', async ({ app, page }) => {
		await page.route('**/*', async (route) => {
			const response = await route.fetch();
			const { 'content-security-policy': _, ...headers } = response.headers();
			await route.fulfill({ response, headers });
		});
		for (const address of ['/', '/write/']) await expectAllStopped(app, address);
	});
});
