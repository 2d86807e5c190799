import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.mjs';

const address = 'http://127.0.0.1:4179';

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
	timeout: 30_000,
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
		command: 'node scripts/serve.mjs --port 4179',
		url: `${address}/`,
		reuseExistingServer: false
	}
});
