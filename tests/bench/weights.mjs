import { PAGE_LIMIT, READ_PAGE_LIMIT, weighPages } from '../../scripts/page-weight.mjs';

/**
 * The heaviest page of each kind, in gzipped script that it runs before anyone does anything.
 *
 * @param {string} root the build
 * @returns {{ weights: import('../../scripts/page-weight.mjs').Weight[], lines: import('./report.mjs').Line[] }}
 */
export function weighing(root) {
	const weights = weighPages(root);
	const read = weights.filter(({ pathname }) => pathname.startsWith('/read/'));
	return {
		weights,
		lines: [
			line('script of a page one reads', read, READ_PAGE_LIMIT),
			line('script of any page', weights, PAGE_LIMIT)
		]
	};
}

/**
 * @param {string} name
 * @param {import('../../scripts/page-weight.mjs').Weight[]} weights
 * @param {number} limit
 * @returns {import('./report.mjs').Line}
 */
function line(name, weights, limit) {
	const [heaviest] = weights.toSorted((one, other) => other.atOnce - one.atOnce);
	if (!heaviest) throw new Error(`${name}: there is none in the build`);
	return {
		name,
		budget: `${limit / 1000} kB`,
		said: `${(heaviest.atOnce / 1000).toFixed(1)} kB (${heaviest.pathname})`,
		within: heaviest.atOnce <= limit
	};
}
