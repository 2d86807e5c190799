import { fileURLToPath } from 'node:url';
import { createServer } from 'node:net';
import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser, findShell } from './scripts/find-browser.mjs';
import { limitOf } from './tests/e2e/limits';

// Any free port, chosen once: each worker reads this file again, and finds the one named then.
const port = (process.env.OWN_VOICE_TEST_PORT ??= String(await freePort()));
const address = `http://127.0.0.1:${port}`;

// Each worker reads this file again, and finds the browsers named then.
const root = fileURLToPath(new URL('.', import.meta.url));
const browser = await findBrowser(root);
// The whole run has the browser that people have.
const shell = process.env.THOROUGH === '1' ? browser : await findShell(root, browser);
process.env.OWN_VOICE_BROWSER = browser.executablePath;
process.env.OWN_VOICE_SHELL = shell.executablePath;

// Chromium refuses its sandbox to root.
const asRoot = process.getuid?.() === 0;

/**
 * A worker fetches the whole app for each test's new context, half of the time of a short test. In the gate the tests that
 * are about the offline copy allow it by themselves; in the whole run each has it, as a person does.
 */
const serviceWorkers = process.env.THOROUGH === '1' ? 'allow' : 'block';

/** Each has a folder of its own below tests/e2e. */
const apart = ['audit', 'timed', 'disk'];

export default defineConfig({
	// What takes long and proves little more than its short form belongs to the whole run.
	...(process.env.THOROUGH === '1' ? {} : { grepInvert: /@whole/ }),
	testDir: 'tests/e2e',
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	// For an ordinary journey; a test that does more says how much.
	timeout: limitOf({ loads: 6, steps: 20 }),
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		baseURL: address,
		// A trace draws every step while it is taken, which costs a quarter of the time: `--trace on` for one test.
		trace: 'off',
		locale: 'en-GB',
		timezoneId: 'Europe/Dublin',
		launchOptions: {
			executablePath: shell.executablePath,
			args: ['--disable-dev-shm-usage', ...(asRoot ? ['--no-sandbox'] : [])]
		}
	},
	projects: [
		{
			name: 'journeys',
			testIgnore: apart.map((folder) => `**/e2e/${folder}/**`),
			use: { serviceWorkers }
		},
		{ name: 'audit', testDir: 'tests/e2e/audit', use: { serviceWorkers } },
		// These measure real time, or start browsers of their own: one after the other. Nothing may run beside `timed`
		// (`npm test` gives it a run of its own).
		{ name: 'timed', testDir: 'tests/e2e/timed', workers: 1 },
		{ name: 'disk', testDir: 'tests/e2e/disk', workers: 1 }
	],
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
