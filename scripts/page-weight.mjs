import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findPages, pageLoad } from './page-graph.mjs';
import { main, Problem, projectRoot } from './run.mjs';

/** What a page one reads may run at once, in bytes of gzipped script, of 1000 to the kB. */
export const READ_PAGE_LIMIT = 60_000;
/** The same of any other page. */
export const PAGE_LIMIT = 130_000;

/** @typedef {{ pathname: string, atOnce: number, later: number, styles: number, fonts: number }} Weight */

/**
 * Weighs every prerendered page of a build.
 *
 * @param {string} root the build
 * @returns {Weight[]} bytes as they travel: scripts and styles gzipped, fonts as they are
 * @throws {Error} when a page names a script that is not in the build
 */
export function weighPages(root) {
	/** @type {Map<string, number>} */
	const sizes = new Map();
	const size = (/** @type {string} */ file) => {
		const known = sizes.get(file);
		if (known !== undefined) return known;
		const content = readFileSync(join(root, file));
		const bytes = file.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length;
		sizes.set(file, bytes);
		return bytes;
	};
	const total = (/** @type {string[]} */ files) => files.reduce((sum, file) => sum + size(file), 0);
	return findPages(root).map((page) => {
		const { atOnce, later, styles, fonts } = pageLoad(root, page);
		return {
			pathname: page.pathname,
			atOnce: total(atOnce),
			later: total(later),
			styles: total(styles),
			fonts: total(fonts)
		};
	});
}

/**
 * What is too heavy.
 *
 * @param {Weight[]} weights
 * @returns {string[]} one sentence for each page over its limit
 */
export function overLimit(weights) {
	return weights.flatMap(({ pathname, atOnce }) => {
		const limit = pathname.startsWith('/read/') ? READ_PAGE_LIMIT : PAGE_LIMIT;
		if (atOnce <= limit) return [];
		return [
			`${pathname} loads ${kilobytes(atOnce)} kB of script at once; its limit is ${limit / 1000} kB.`
		];
	});
}

/** @param {number} bytes */
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** @param {Weight[]} weights */
function table(weights) {
	const rows = [
		['page', 'at once', 'later', 'styles', 'fonts'],
		...weights.map(({ pathname, atOnce, later, styles, fonts }) => [
			pathname,
			...[atOnce, later, styles, fonts].map(kilobytes)
		])
	];
	const width = Math.max(...weights.map(({ pathname }) => pathname.length), 4) + 2;
	return rows.map(([page = '', ...cells]) =>
		[page.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join('')
	);
}

await main(import.meta.url, () => {
	const root = join(projectRoot(import.meta.url), 'build');
	if (!existsSync(root)) {
		throw new Problem('There is no build to weigh. Run "npm run build" first.');
	}
	const weights = weighPages(root);
	console.log(
		'Page weight in kB: script (gzip) at once and later, styles (gzip), fonts for Latin text'
	);
	for (const line of table(weights)) console.log(line);
	const problems = overLimit(weights);
	for (const problem of problems) console.error(problem);
	return problems.length > 0 ? 1 : 0;
});
