import { join } from 'node:path';
import { countPlaywright, countVitest } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/**
 * One command of a test run.
 *
 * @typedef {object} Command
 * @property {string} name what the terminal calls it; no two of a run have the same
 * @property {string[]} args npm's arguments
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {() => Counts} [counts] of its tests, once it has run
 */

/**
 * An npm script that is no run of tests.
 *
 * @param {string} script
 * @param {string[]} [args]
 * @returns {Command}
 */
export function npmScript(script, args = []) {
	return { name: script, args: ['run', script, ...(args.length > 0 ? ['--', ...args] : [])] };
}

/**
 * A run of Vitest.
 *
 * @param {string} reports the folder in which it leaves its counts
 * @param {string} name
 * @param {string[]} [args]
 * @returns {Command}
 */
export function vitest(reports, name, args = []) {
	const report = join(reports, fileName(name));
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	return {
		name,
		args: ['run', 'test:unit', '--', ...args, ...reporters],
		counts: () => countVitest(report)
	};
}

/**
 * A run of Playwright on the built app.
 *
 * @param {string} reports the folder in which it leaves its counts
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Command}
 */
export function playwright(reports, name, args, env = {}) {
	const report = join(reports, fileName(name));
	return {
		name,
		args: ['exec', '--', 'playwright', 'test', ...args, '--reporter=list,json'],
		env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
		counts: () => countPlaywright(report)
	};
}

/** @param {string} name */
const fileName = (name) => `${name.replaceAll(/\W+/g, '-')}.json`;
