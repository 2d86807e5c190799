import { findPages } from '../../scripts/page-graph.mjs';

/** `/wipe/` leads on to the start at once; the other two are shown in another page's place, never gone to. */
const LEFT_OUT = ['/wipe/', '/offline/', '/404.html'];

/**
 * The addresses of the build that can be visited.
 *
 * @param {string} root the build
 * @param {string[]} [only] no others than these
 */
export const visitable = (root, only = []) =>
	findPages(root)
		.map(({ pathname }) => pathname)
		.filter((page) => !LEFT_OUT.includes(page) && (only.length === 0 || only.includes(page)));
