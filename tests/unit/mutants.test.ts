import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants } from '../mutants/list.mjs';
import { lostIn } from '../mutants/mutant.mjs';

/* To put faults in and see tests go red takes long, so the whole run does it; that it could still be done is told here. */

const read = (file: string): string => readFileSync(file, 'utf8');

test('the text that each fault changes stands in the source exactly once', () => {
	expect(lostIn(mutants, read).map(({ name, file }) => `${file}: ${name}`)).toEqual([]);
});

test('every fault changes something, has a name of its own, and names a test that it must turn red', () => {
	for (const { name, find, put, red } of mutants) {
		expect([name, find === put, red.length > 0]).toEqual([name, false, true]);
	}
	expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test('the tests that the faults must turn red are still there, under the names they are called by', () => {
	const gone = mutants
		.flatMap(({ red }) => red)
		.filter(({ file, written }) => !existsSync(file) || !read(file).includes(written));
	expect(gone).toEqual([]);
});

test('a fault that only a test of the whole run notices is listed as such', () => {
	const isWhole = (file: string, written: string): boolean => {
		const [, after = ''] = read(file).split(written);
		return file.includes('/disk/') || after.slice(0, after.indexOf('async')).includes('@whole');
	};
	const listedOtherwise = mutants
		.flatMap(({ red }) => red)
		.filter(({ file }) => file.startsWith('tests/e2e/'))
		.filter((one) => isWhole(one.file, one.written) !== (one.in === 'whole'));
	expect(listedOtherwise).toEqual([]);
});
