import { expect, test } from '@playwright/test';
import { leastSeen, sum, tracesOf } from './let-go-traces';

/*
 * After everything was let go, the browser closed and started once more, nothing that was on the disk before is in its
 * files: no sealed record, no id, no wrapped key, no key that opens by itself. Larger journals, and other browsers, are
 * tried in the whole run: disk/nothing-left-of-many.test.ts.
 */

test('nothing of a small journal is left in the files of the browser after everything was let go', async ({
	baseURL
}) => {
	test.setTimeout(120_000);
	const { sought, before, after } = await tracesOf('chromium', 3, baseURL ?? '');
	expect(sought['record']).toBeGreaterThan(3);
	expect(Object.keys(before).sort()).toEqual(Object.keys(sought).sort());
	expect(sum(before)).toBeGreaterThanOrEqual(leastSeen(sought));
	expect(after).toEqual({});
});
