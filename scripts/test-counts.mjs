import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts the tests of a Vitest JSON report.
 *
 * @param {string} path the report
 * @returns {Counts} all zero when there is no report; a file that could not run at all is one failure
 */
export function countVitest(path) {
	const report = readReport(path);
	/** @type {{ status: string, assertionResults: unknown[] }[]} */
	const files = report?.testResults ?? [];
	const broken = files.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
	);
	return {
		passed: report?.numPassedTests ?? 0,
		failed: (report?.numFailedTests ?? 0) + broken.length,
		skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
	};
}

/**
 * Counts the tests of a Playwright JSON report.
 *
 * @param {string} path the report
 * @returns {Counts} all zero when there is no report; what passed only at another try counts as failed
 */
export function countPlaywright(path) {
	const stats = readReport(path)?.stats;
	return {
		passed: stats?.expected ?? 0,
		failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
		skipped: stats?.skipped ?? 0
	};
}

/**
 * @param {string} path
 * @returns {any} a report whose fields are read with a default each; null when a run left none
 */
function readReport(path) {
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * The line that ends a test run.
 *
 * @param {Counts[]} counts one for each kind of test
 * @param {boolean} stepFailed whether a step failed; a failed step is at least one failure, since a
 *   type error or a broken build fails no test
 * @returns {string} for example `143 passed, 0 failed`
 */
export function closingLine(counts, stepFailed) {
	const sum = (/** @type {keyof Counts} */ kind) =>
		counts.reduce((total, each) => total + each[kind], 0);
	const failed = Math.max(sum('failed'), stepFailed ? 1 : 0);
	const skipped = sum('skipped');
	return `${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
