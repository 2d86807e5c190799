import { expect, test } from '@playwright/test';
import { findFirefox } from '../../../scripts/find-firefox.mjs';
import type { Kind } from '../driven-browser';
import { leastSeen, sum, tracesOf } from '../let-go-traces';

/* The same as nothing-left.test.ts, of journals of three sizes, in both of Chromium's stores and in Firefox. */

const kinds: Kind[] = ['chromium', 'chromium, SQLite', 'firefox'];
const sizes = [3, 300, 10_000];

for (const kind of kinds) {
	for (const size of sizes) {
		test(`nothing of a journal of ${size} pages is left in the files of the browser: ${kind}`, async ({
			baseURL
		}) => {
			test.setTimeout(120_000 + size * 60);
			test.skip(kind === 'firefox' && findFirefox() === null, 'there is no Firefox');
			const { sought, before, after } = await tracesOf(kind, size, baseURL ?? '');
			console.log(`| ${kind} | ${size} | ${sum(sought)} | ${sum(before)} | ${sum(after)} |`);
			expect(sought['record']).toBeGreaterThan(size);
			expect(Object.keys(before).sort()).toEqual(Object.keys(sought).sort());
			expect(sum(before)).toBeGreaterThanOrEqual(leastSeen(sought));
			expect(after).toEqual({});
		});
	}
}
