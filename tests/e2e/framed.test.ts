import type { Frame } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStaticServer } from '../../scripts/static-server.mjs';
import { App, expect, test } from './app';

/*
 * Another website that frames the app, which a host without our headers does not forbid. It differs in its port alone,
 * so the browser keeps nothing apart for it: what is framed has the whole journal.
 */

const servers: Server[] = [];

async function listening(server: Server): Promise<string> {
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The app as a host serves it that sends no headers of ours. */
const bareHost = (): Promise<string> =>
	listening(createStaticServer({ root: 'build', headers: () => ({}) }));

/** A page of another origin around an address. */
const around = (address: string, element: string): Promise<string> =>
	listening(
		createServer((_, response) => {
			response.setHeader('content-type', 'text/html');
			response.end(`<!doctype html><title>Another website</title>${element}`.replace('@', address));
		})
	);

test.afterEach(() => {
	for (const server of servers.splice(0)) {
		server.close();
		server.closeAllConnections();
	}
});

for (const [name, element] of [
	['an iframe', '<iframe src="@" width="600" height="600"></iframe>'],
	['an object', '<object data="@" type="text/html" width="600" height="600"></object>'],
	['an iframe in an iframe', `<iframe srcdoc='<iframe src="@"></iframe>'></iframe>`]
] as const) {
	const details = name === 'an iframe' ? {} : { tag: '@whole' };
	test(
		`a journal does not open inside ${name} of another website`,
		details,
		async ({ page, context }) => {
			const host = await bareHost();
			await page.goto(`${host}/write/`);
			const writing = await new App(page).writing();
			await writing.write('Nobody frames this');
			await page.goto(await around(`${host}/journal/`, element));
			const inside = (): Frame | undefined =>
				page.frames().find((frame) => frame.url() === `${host}/framed/`);
			await expect.poll(inside).toBeDefined();
			const framed = inside();
			if (!framed) throw new Error('nothing is framed');
			await expect(framed.getByRole('main')).toHaveText(
				/^\s*This page does not open inside another website\.\s+Open it by itself\s*$/
			);
			// Nowhere else in the tab is anything of the app, and this page has no script.
			for (const frame of page.frames()) {
				expect(await frame.locator('.root, .row, textarea, script').count()).toBe(0);
			}
			const [alone] = await Promise.all([
				context.waitForEvent('page'),
				framed.getByRole('link', { name: 'Open it by itself' }).click()
			]);
			await alone.goto(`${host}/journal/`);
			await expect(alone.locator('.row')).toHaveCount(1);
		}
	);
}
