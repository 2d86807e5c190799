import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

/**
 * A test that is to go red: `name` is its name or a part of it that says which, and `written` as that stands in its file,
 * where a value is put into it; `built` is one of `tests/e2e`, which sees the built app, and `whole` one of them that only
 * the whole run goes through.
 *
 * @typedef {{ in: 'node' | 'browser' | 'built' | 'whole', file: string, name: string, written: string }} Named
 */

/** What became of a test: it did not run where its file could not be read, or where nothing has its name. */
/** @typedef {'green' | 'red' | 'did not run'} Outcome */

/** No run and no build may take longer, in milliseconds. */
const TIMEOUT_MS = 180_000;
const REPORT = 'outcomes.json';

/**
 * Runs tests of one kind, each of which is named, in a copy of the project. Those of the built app see the app as it was
 * built last.
 *
 * @param {string} folder
 * @param {Named['in']} kind
 * @param {readonly Named[]} named
 * @returns {Promise<Outcome[]>} in the same order
 */
export async function outcomesOf(folder, kind, named) {
	const report = join(folder, REPORT);
	rmSync(report, { force: true });
	const files = [...new Set(named.map(({ file }) => file))];
	const names = [...new Set(named.map(({ name }) => escaped(name)))].join('|');
	const onTheApp = kind === 'built' || kind === 'whole';
	if (onTheApp) {
		const args = ['test', ...files, '-g', names, '--reporter=json', '--workers=1', '--trace=off'];
		const thorough = kind === 'whole' ? { THOROUGH: '1' } : {};
		const env = { ...process.env, ...thorough, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
		await node(folder, ['node_modules/@playwright/test/cli.js', ...args], env);
	} else {
		const args = ['run', '--project', kind, ...files, '-t', names];
		const output = ['--reporter=json', `--outputFile=${report}`];
		await node(folder, ['node_modules/vitest/vitest.mjs', ...args, ...output]);
	}
	const results = onTheApp ? ofPlaywright(report) : ofVitest(report);
	return named.map(({ file, name }) => {
		const own = results.filter(
			(one) => resolve(folder, one.file) === resolve(folder, file) && one.name.includes(name)
		);
		if (own.length === 0) return 'did not run';
		return own.every(({ passed }) => passed) ? 'green' : 'red';
	});
}

/**
 * Builds the app in a copy of the project.
 *
 * @param {string} folder
 * @returns {Promise<boolean>} whether that worked
 */
export async function build(folder) {
	return (await node(folder, ['node_modules/vite/bin/vite.js', 'build'])) === 0;
}

/** @typedef {{ file: string, name: string, passed: boolean }} Result */

/**
 * @param {string} report
 * @returns {Result[]}
 */
function ofVitest(report) {
	const { testResults = [] } = read(report);
	return testResults.flatMap((/** @type {any} */ { name: file, assertionResults }) =>
		assertionResults
			.filter((/** @type {any} */ { status }) => status === 'passed' || status === 'failed')
			.map((/** @type {any} */ { fullName, status }) => {
				return { file, name: fullName, passed: status === 'passed' };
			})
	);
}

/**
 * @param {string} report
 * @returns {Result[]}
 */
function ofPlaywright(report) {
	const { config, suites = [] } = read(report);
	/**
	 * @param {any} suite
	 * @returns {Result[]}
	 */
	const within = ({ suites: inner = [], specs = [] }) => [
		...specs.map((/** @type {any} */ { file, title, ok }) => {
			return { file: join(config.rootDir, file), name: title, passed: ok };
		}),
		...inner.flatMap(within)
	];
	return suites.flatMap(within);
}

/** @param {string} report */
function read(report) {
	try {
		return JSON.parse(readFileSync(report, 'utf8'));
	} catch {
		return {}; // nothing was run
	}
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Runs a script of Node's in silence, and ends it with all that it started when it takes too long.
 *
 * @param {string} folder
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
function node(folder, args, env = process.env) {
	return new Promise((done) => {
		const child = spawn(process.execPath, args, {
			cwd: folder,
			env: { ...env, CI: '1' },
			stdio: 'ignore',
			detached: true
		});
		const end = () => {
			if (child.pid) process.kill(-child.pid, 'SIGKILL');
		};
		const timer = setTimeout(end, TIMEOUT_MS);
		process.once('SIGINT', end);
		child.on('close', (code) => {
			clearTimeout(timer);
			process.off('SIGINT', end);
			done(code ?? 1);
		});
	});
}
