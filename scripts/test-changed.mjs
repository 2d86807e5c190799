/**
 * The tests that a change concerns, for the seconds while one works: unit and browser tests that import what was changed,
 * and end-to-end tests that were changed themselves.
 *
 *   npm run test:changed             since the last commit
 *   npm run test:changed -- main     since the branch left another
 */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { ensureBuilt } from './ensure-built.mjs';
import { main, projectRoot, run } from './run.mjs';
import { sourceFiles } from './sources.mjs';

/**
 * @param {string} root
 * @param {string} since a commit
 * @returns {string[]} what is otherwise than it was then
 */
function changedFiles(root, since) {
	const git = (/** @type {string[]} */ ...args) =>
		execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
	const tracked = new Set(git('ls-files'));
	return [
		...git('diff', '--name-only', '--merge-base', since),
		...sourceFiles(root).filter((path) => !tracked.has(path))
	];
}

await main(import.meta.url, async () => {
	const root = projectRoot(import.meta.url);
	const [since = 'HEAD'] = process.argv.slice(2);
	const options = { cwd: root };
	const unit = ['vitest', 'run', '--changed', since, '--passWithNoTests'];
	const code = await run('npx', unit, options);
	if (code !== 0) return code;
	if (!changedFiles(root, since).some((path) => path.startsWith('tests/e2e/'))) {
		console.log('No end-to-end test was changed.');
		return 0;
	}
	await ensureBuilt(root);
	return run(
		'npx',
		['playwright', 'test', `--only-changed=${since}`, '--pass-with-no-tests'],
		options
	);
});
