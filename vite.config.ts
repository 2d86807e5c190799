import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import pack from './package.json' with { type: 'json' };
import { bundledWorkersPlugin } from './scripts/bundled-workers-plugin.ts';
import { companionPlugin } from './scripts/companion-plugin.ts';
import { helplinesPlugin } from './scripts/helplines-plugin.ts';
import { minifyStaticPlugin } from './scripts/minify-static-plugin.ts';
import { workerChunksPlugin } from './scripts/worker-chunks-plugin.ts';

const root = typeof process.getuid === 'function' && process.getuid() === 0;
const thorough = process.env['THOROUGH'] === '1';
const executablePath = process.env['OWN_VOICE_SHELL'] ?? process.env['OWN_VOICE_BROWSER'];

const define = { __APP_VERSION__: JSON.stringify(pack.version) };

/** What every page to read needs, as paths below `src/`. */
const reading = [
	'lib/app/lock/last-unlock.svelte.ts',
	'lib/app/navigation/StateLink.svelte',
	'lib/app/navigation/WriteLink.svelte',
	'lib/app/navigation/follow-link.ts',
	'lib/app/quick-exit/exit-sites.ts',
	'lib/app/quick-exit/quick-exit.svelte.ts',
	'lib/app/reading/MarkPrompt.svelte',
	'lib/app/reading/PromptLink.svelte',
	'lib/app/reading/StancePicker.svelte',
	'lib/app/reading/builtin-outline.ts',
	'lib/app/reading/path-parts.ts',
	'lib/app/reading/question-list.ts',
	'lib/app/settings/local-setting.ts',
	'lib/app/shell/fullscreen.svelte.ts',
	'lib/app/shell/install-prompt.svelte.ts',
	'lib/app/shell/whats-new.svelte.ts',
	'lib/app/shortcuts/Shortcuts.svelte',
	'lib/app/shortcuts/shortcut-dialog.svelte.ts',
	'lib/app/shortcuts/shortcut-for.ts',
	'lib/app/words/wording.ts',
	'lib/companion/order-prompts.ts',
	'lib/companion/vocabulary.ts',
	'lib/ui/DepthLabel.svelte',
	'lib/ui/Icon.svelte',
	'lib/ui/PageLayout.svelte',
	'lib/ui/StatusText.svelte',
	'lib/ui/Stone.svelte',
	'lib/ui/PathStrip.svelte',
	'lib/ui/small-print.ts'
];
/** What the pages of the journal share, as paths below `src/`. */
const journal = [
	'lib/app/backups/last-backup.ts',
	'lib/app/journal-ui/EmptyJournal.svelte',
	'lib/app/journal-ui/FailureNotice.svelte',
	'lib/app/journal-ui/JournalGate.svelte',
	'lib/app/journal-ui/JournalPage.svelte',
	'lib/app/journal-ui/MissingNotice.svelte',
	'lib/app/lock/LockScreen.svelte',
	'lib/app/lock/SecretField.svelte',
	'lib/app/navigation/EntryLink.svelte',
	'lib/app/progress/Loading.svelte',
	'lib/app/words/SafariEviction.svelte',
	'lib/app/words/entry-count.ts',
	'lib/app/words/entry-title.ts',
	'lib/app/words/failure-words.ts',
	'lib/model/check-in.ts',
	'lib/model/tags.ts',
	'lib/model/time-lock.ts',
	'lib/queries/statistics.ts',
	'lib/session/passkey.ts',
	'lib/ui/EmptyState.svelte',
	'lib/ui/StarIcon.svelte'
];

/**
 * Gathers files in one chunk. A file that was renamed would drop out of it without a word, and a reader
 * would load what only a writer needs: so each has to be there.
 */
function chunk(name: string, files: string[]) {
	const paths = new Set(files.map((file) => join(import.meta.dirname, 'src', file)));
	for (const path of paths) {
		if (!existsSync(path)) throw new Error(`${path} is named in vite.config.ts, and not there`);
	}
	return { name, test: (id: string) => paths.has(normalize(id.split('?')[0] ?? id)) };
}

export default defineConfig({
	plugins: [
		bundledWorkersPlugin(define),
		companionPlugin(),
		helplinesPlugin(),
		minifyStaticPlugin(),
		workerChunksPlugin(),
		sveltekit()
	],
	define,
	build: {
		// Fonts and pictures stay files: the policy allows no data: addresses.
		assetsInlineLimit: 0,
		target: 'es2022',
		rolldownOptions: {
			output: {
				codeSplitting: {
					// Left to itself each of these would lie in dozens of files of a few lines, which weigh more packed one by one,
					// and each of which a phone waits for.
					groups: [chunk('reading', reading), chunk('journal', journal)]
				}
			}
		}
	},
	worker: { format: 'es' },
	// Only a worker imports them, where Vite does not look for what to prepare before tests run.
	optimizeDeps: { include: ['age-encryption', 'fflate', '@zip.js/zip.js/lib/zip-core-reader.js'] },
	test: {
		// What is waited for takes as long as the machine needs; a second of it is nothing beside two other files.
		expect: { requireAssertions: true, poll: { timeout: 20_000 } },
		// One switch for the whole form of every test (tests/thorough.ts).
		provide: { thorough },
		// A time limit is for what hangs; how long a property takes depends on what else the machine does.
		testTimeout: thorough ? 600_000 : 120_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					// One project after the other: each has the cores to itself.
					sequence: { groupOrder: 0 },
					environment: 'node',
					// No test here replaces a module, and no module of ours keeps anything: a process for each of a
					// hundred files would take longer than what is in them. In any order they say the same
					// (--sequence.shuffle).
					pool: 'forks', // some measure the processor's time of their process
					isolate: false,
					maxWorkers: 2,
					include: ['tests/unit/**/*.test.ts']
				}
			},
			{
				// Storage, sealing and runes are tested where they run: fake-indexeddb proves nothing about
				// transactions, and in Node Svelte resolves to its server build.
				extends: true,
				test: {
					name: 'browser',
					// Each has a context of its own, so that no file sees the databases of another.
					maxWorkers: 3,
					sequence: { groupOrder: 1 },
					include: ['tests/browser/**/*.test.ts'],
					setupFiles: ['tests/browser/enough-space.ts'],
					browser: {
						enabled: true,
						headless: true,
						ui: false,
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
