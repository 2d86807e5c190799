import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closingLine, countPlaywright, countVitest } from '../../../scripts/test-counts.mjs';
import { folderWith } from './folder';

const reportAt = (report: object) =>
	join(folderWith({ 'r.json': JSON.stringify(report) }), 'r.json');

test('counts a Vitest report, a file that could not run as one failure', () => {
	const path = reportAt({
		numPassedTests: 12,
		numFailedTests: 1,
		numPendingTests: 2,
		numTodoTests: 1,
		testResults: [
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [{}] },
			{ status: 'passed', assertionResults: [{}] }
		]
	});
	expect(countVitest(path)).toEqual({ passed: 12, failed: 2, skipped: 3 });
});

test('counts a Playwright report, and a test that needed another try as failed', () => {
	const path = reportAt({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 } });
	expect(countPlaywright(path)).toEqual({ passed: 5, failed: 3, skipped: 3 });
});

test('a run that left no report counts nothing', () => {
	const missing = join(folderWith({}), 'r.json');
	expect(countVitest(missing)).toEqual({ passed: 0, failed: 0, skipped: 0 });
	expect(countPlaywright(missing)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test.each([
	[[{ passed: 100, failed: 0, skipped: 0 }], false, '100 passed, 0 failed'],
	[[{ passed: 1, failed: 0, skipped: 2 }], false, '1 passed, 0 failed, 2 skipped'],
	[[{ passed: 0, failed: 0, skipped: 0 }], true, '0 passed, 1 failed'],
	[
		[
			{ passed: 140, failed: 2, skipped: 0 },
			{ passed: 3, failed: 1, skipped: 1 }
		],
		true,
		'143 passed, 3 failed, 1 skipped'
	]
])('sums %j', (counts, stepFailed, line) => {
	expect(closingLine(counts, stepFailed)).toBe(line);
});
