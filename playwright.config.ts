import { fileURLToPath } from 'node:url';
import { createServer } from 'node:net';
import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.mjs';

// Any free port, chosen once: each worker reads this file again, and finds the one named then.
const port = (process.env.OWN_VOICE_TEST_PORT ??= String(await freePort()));
const address = `http://127.0.0.1:${port}`;

// Each worker reads this file again, and finds the browser named then.
process.env.OWN_VOICE_BROWSER ??= (
	await findBrowser(fileURLToPath(new URL('.', import.meta.url)))
).executablePath;

// Chromium refuses its sandbox to root.
const asRoot = process.getuid?.() === 0;

export default defineConfig({
	testDir: 'tests/e2e',
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		baseURL: address,
		serviceWorkers: 'allow',
		trace: 'retain-on-failure',
		locale: 'en-GB',
		timezoneId: 'Europe/Dublin',
		launchOptions: {
			executablePath: process.env.OWN_VOICE_BROWSER,
			args: ['--disable-dev-shm-usage', ...(asRoot ? ['--no-sandbox'] : [])]
		}
	},
	projects: [{ name: 'chromium', use: devices['Desktop Chrome'] }],
	webServer: {
		command: `node scripts/serve.mjs --port ${port}`,
		url: `${address}/`,
		reuseExistingServer: false
	}
});

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const found = server.address();
			server.close(() => {
				resolve(typeof found === 'object' && found ? found.port : 0);
			});
		});
	});
}
