import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { recordBuild } from './ensure-built.mjs';
import { findBrowser } from './find-browser.mjs';
import { ensureInstalled } from './install-dependencies.mjs';
import { explain, main, projectRoot, run } from './run.mjs';
import { closingLine, countPlaywright, countVitest } from './test-counts.mjs';

/**
 * The steps of a test run, in order.
 *
 * @param {string} vitestReport where Vitest writes its counts
 * @returns {{ name: string, args: string[] }[]} npm's arguments, with a name for the terminal
 */
function steps(vitestReport) {
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
	return [
		{ name: 'check', args: ['run', 'check'] },
		{ name: 'lint', args: ['run', 'lint'] },
		// Fetched from the registry each time, as its own dependencies are not whole there; a person at home may be offline.
		...(process.env.CI ? [{ name: 'unused', args: ['run', 'unused'] }] : []),
		{ name: 'build', args: ['run', 'build'] },
		{ name: 'test:unit', args: ['run', 'test:unit', '--', ...reporters] },
		{ name: 'test:durability', args: ['run', 'test:durability', '--', '10'] },
		{ name: 'test:durability twice', args: ['run', 'test:durability', '--', '4', 'twice'] },
		{ name: 'test:e2e', args: ['run', 'test:e2e', '--', '--reporter=list,json'] }
	];
}

/** @param {number} since a time of `performance.now()` */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Installs what is missing and runs the steps until one fails.
 *
 * @param {string} root
 * @param {string} vitestReport
 * @param {string} playwrightReport
 * @returns {Promise<number>} the exit code of the step that failed, or 0
 */
async function runSteps(root, vitestReport, playwrightReport) {
	await ensureInstalled(root);
	const { executablePath, how } = await findBrowser(root);
	console.log(`Browser: ${executablePath} (${how})`);
	const env = {
		...process.env,
		OWN_VOICE_BROWSER: executablePath,
		PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport
	};
	for (const { name, args } of steps(vitestReport)) {
		console.log(`\n== ${name}`);
		const since = performance.now();
		const code = await run('npm', args, { cwd: root, env });
		console.log(`== ${name} ${code === 0 ? 'passed' : 'FAILED'} after ${seconds(since)}`);
		if (code !== 0) return code;
		if (name === 'build') recordBuild(root);
	}
	return 0;
}

await main(import.meta.url, async () => {
	const since = performance.now();
	const reports = mkdtempSync(join(tmpdir(), 'own-voice-'));
	const vitestReport = join(reports, 'vitest.json');
	const playwrightReport = join(reports, 'playwright.json');
	const root = projectRoot(import.meta.url);
	// What stopped the run is printed before the closing line, which is the last.
	const code = await runSteps(root, vitestReport, playwrightReport).catch(explain);
	const counts = [countVitest(vitestReport), countPlaywright(playwrightReport)];
	console.log(`\nAll of it took ${seconds(since)}.`);
	console.log(closingLine(counts, code !== 0));
	rmSync(reports, { recursive: true, force: true });
	return code;
});
