/**
 * The gate: everything that has to hold before a change lands, on a machine that has Node and npm and nothing else. It
 * installs what is missing, finds or fetches a browser, and goes through the stages below until one fails. Its last line
 * says how many tests passed and failed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { spoken } from './durations.mjs';
import { isBuilt, recordBuild } from './ensure-built.mjs';
import { findBrowser, findShell } from './find-browser.mjs';
import { ensureInstalled } from './install-dependencies.mjs';
import { explain, main, projectRoot, run } from './run.mjs';
import { npmScript, playwright, vitest } from './test-commands.mjs';
import { closingLine } from './test-counts.mjs';

/** @typedef {import('./test-commands.mjs').Command} Command */

/** The kills of the short form; there are eleven kinds of work, which the whole run goes through again and again. */
const KILLS = '2';
/** For each of Chromium's stores: a kill in the middle of a save, a start, and another kill at most half a second later. */
const DOUBLE_KILLS = '1';

/**
 * What runs after what. A stage is one or more lanes that run side by side, so that no core waits; a lane is commands one
 * after the other. What starts browsers has the machine to itself, and what measures real time most of all.
 *
 * @param {string} reports the folder for the counts
 * @returns {Command[][][]}
 */
function stages(reports) {
	return [
		// The types that the linter and the compiler both read.
		[[npmScript('sync')]],
		[[npmScript('check'), npmScript('build')], [npmScript('lint:code')]],
		[[vitest(reports, 'test:unit')]],
		[
			[
				npmScript('test:durability', [KILLS, 'chromium']),
				npmScript('test:durability', [DOUBLE_KILLS, 'twice'])
			]
		],
		[[playwright(reports, 'test:e2e', ['--project=journeys', '--project=audit'])]],
		[[playwright(reports, 'test:e2e, what measures time', ['--project=timed'])]]
	];
}

/**
 * Runs a command. Alone its output is shown as it comes; beside others only when it fails, and then in one piece.
 *
 * @param {Command} command
 * @param {{ root: string, env: NodeJS.ProcessEnv, quietly: boolean }} options
 * @returns {Promise<number>} its exit code
 */
async function runCommand({ name, args, env }, { root, env: shared, quietly }) {
	if (name === 'build' && isBuilt(root)) {
		console.log('   build: there already, of these very sources');
		return 0;
	}
	const since = performance.now();
	const code = await run('npm', args, { cwd: root, env: { ...shared, ...env }, quietly });
	console.log(
		`   ${name} ${code === 0 ? 'passed' : 'FAILED'} after ${spoken(performance.now() - since)}`
	);
	if (code === 0 && name === 'build') recordBuild(root);
	return code;
}

/**
 * Installs what is missing and goes through the stages until one fails.
 *
 * @param {string} root
 * @param {Command[][][]} all
 * @returns {Promise<number>} the exit code of a command that failed, or 0
 */
async function runStages(root, all) {
	const since = performance.now();
	await ensureInstalled(root);
	const browser = await findBrowser(root);
	const shell = await findShell(root, browser);
	for (const { executablePath, how } of [browser, shell]) {
		console.log(`Browser: ${executablePath} (${how})`);
	}
	const env = {
		...process.env,
		OWN_VOICE_BROWSER: browser.executablePath,
		OWN_VOICE_SHELL: shell.executablePath
	};
	for (const [at, lanes] of all.entries()) {
		const names = lanes.flat().map(({ name }) => name);
		const sofar = spoken(performance.now() - since);
		console.log(`\n== ${at + 1} of ${all.length}: ${names.join(', ')} (${sofar} so far)`);
		const quietly = lanes.length > 1;
		const codes = await Promise.all(
			lanes.map(async (lane) => {
				for (const command of lane) {
					const code = await runCommand(command, { root, env, quietly });
					if (code !== 0) return code;
				}
				return 0;
			})
		);
		const failed = codes.find((code) => code !== 0);
		if (failed !== undefined) return failed;
	}
	return 0;
}

await main(import.meta.url, async () => {
	const since = performance.now();
	const root = projectRoot(import.meta.url);
	const reports = mkdtempSync(join(tmpdir(), 'own-voice-'));
	const all = stages(reports);
	// What stopped the run is printed before the closing line, which is the last.
	const code = await runStages(root, all).catch(explain);
	const counts = all.flat(2).flatMap((command) => command.counts?.() ?? []);
	console.log(`\nAll of it took ${spoken(performance.now() - since)}.`);
	console.log(closingLine(counts, code !== 0));
	rmSync(reports, { recursive: true, force: true });
	return code;
});
