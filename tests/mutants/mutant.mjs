import { existsSync } from 'node:fs';

/** @typedef {import('./outcomes.mjs').Named} Named */

/**
 * A fault put into the source on purpose.
 *
 * @typedef {object} Mutant
 * @property {string} name what is wrong then, in plain words
 * @property {string} file
 * @property {string} find a text that occurs in the file exactly once
 * @property {string} put what takes its place
 * @property {Named[]} red the tests that must go red
 */

/** @param {string} file @param {string} name @param {string} [written] @returns {Named} */
export const node = (file, name, written = name) => {
	return { in: 'node', file: `tests/unit/${file}.test.ts`, name, written };
};
/** @param {string} file @param {string} name @param {string} [written] @returns {Named} */
export const browser = (file, name, written = name) => {
	return { in: 'browser', file: `tests/browser/${file}.test.ts`, name, written };
};
/** @param {string} file @param {string} name @param {string} [written] @returns {Named} */
export const built = (file, name, written = name) => ({
	in: 'built',
	file: onTheApp(file),
	name,
	written
});
/** @param {string} file @param {string} name @returns {Named} */
export const wholeRunOnly = (file, name) => ({
	in: 'whole',
	file: onTheApp(file),
	name,
	written: name
});

/**
 * @param {string} name of an end-to-end test, whose folder says how it is run
 * @returns {string} its path
 */
function onTheApp(name) {
	const paths = ['', 'audit/', 'timed/', 'disk/'].map(
		(folder) => `tests/e2e/${folder}${name}.test.ts`
	);
	const root = new URL('../../', import.meta.url);
	return paths.find((path) => existsSync(new URL(path, root))) ?? String(paths[0]);
}

/**
 * The faults whose text is not in the source exactly once: they could not be put in.
 *
 * @param {readonly Mutant[]} all
 * @param {(file: string) => string} read gives the text of a file
 * @returns {Mutant[]}
 */
export function lostIn(all, read) {
	return all.filter(({ file, find }) => read(file).split(find).length !== 2);
}
