import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import pack from './package.json' with { type: 'json' };
import { companionPlugin } from './scripts/companion-plugin.ts';
import { helplinesPlugin } from './scripts/helplines-plugin.ts';
import { minifyStaticPlugin } from './scripts/minify-static-plugin.ts';

const root = typeof process.getuid === 'function' && process.getuid() === 0;
const executablePath = process.env['OWN_VOICE_BROWSER'];

/** What every page to read needs. */
const reading =
	/src[\\/](lib[\\/]ui[\\/](Stone|Strip|Page|Icon|Depth|small-print)|lib[\\/]companion[\\/](vocabulary|prompts-for)|routes[\\/](StateLink|WriteLink|QuestionLink|StanceChoice|MarkPrompt|follow|words|offered|parts|surface|companion-in-use|leaving|places|opened|kept-choice|what-is-new|installing|keys[\\/](Keys|key-wanted|keys-shown)))\b/;
/** What the pages of the journal share. */
const journal =
	/src[\\/](lib[\\/](ui[\\/](Nothing|StarMark)|journal[\\/](looking-back|check-in|sealed-until|tags)|session[\\/]passkey)|routes[\\/](JournalPage|JournalGate|NothingYet|Opening|Closed|FailureSlip|failure-words|MissingSlip|SevenDays|entry-title|EntryLink|copies[\\/]last-copy|journal[\\/]many-words|ways-in[\\/]SecretField))\b/;

export default defineConfig({
	plugins: [companionPlugin(), helplinesPlugin(), minifyStaticPlugin(), sveltekit()],
	define: { __APP_VERSION__: JSON.stringify(pack.version) },
	build: {
		// Fonts and pictures stay files: the policy allows no data: addresses.
		assetsInlineLimit: 0,
		target: 'es2022',
		rolldownOptions: {
			output: {
				codeSplitting: {
					// Left to itself each of these would lie in dozens of files of a few lines, which weigh more packed one by one,
					// and each of which a phone waits for.
					groups: [
						{ name: 'reading', test: reading },
						{ name: 'journal', test: journal }
					]
				}
			}
		}
	},
	worker: { format: 'es' },
	// Only a worker imports them, where Vite does not look for what to prepare before tests run.
	optimizeDeps: { include: ['age-encryption', 'fflate'] },
	test: {
		expect: { requireAssertions: true },
		// A time limit is for what hangs; how long a property takes depends on what else the machine does.
		testTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['tests/unit/**/*.test.ts']
				}
			},
			{
				// Storage, sealing and runes are tested where they run: fake-indexeddb proves nothing about
				// transactions, and in Node Svelte resolves to its server build.
				extends: true,
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								...(executablePath ? { executablePath } : {}),
								args: ['--disable-dev-shm-usage', ...(root ? ['--no-sandbox'] : [])]
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
