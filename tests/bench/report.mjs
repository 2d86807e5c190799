/** @typedef {Record<string, any>} Measured what was measured of one size, by measurement */

/**
 * A line of the table: its name, its budget in words, what was measured, and whether that is within (null
 * where there is no budget).
 *
 * @typedef {{ name: string, budget: string, said: string, within: boolean | null }} Line
 */

/**
 * @param {Measured} one
 * @returns {Line[]}
 */
export function linesOf({ entries, byItself, byPassphrase, reading, saving, typing, searching }) {
	const first = entries >= 50_000 ? 450 : 300;
	const found = entries >= 50_000 ? 50 : 20;
	/** @param {any} one */
	const opening = (one) =>
		`${one.firstScreen} ms (inventory ${one.inventory}, newest ${one.newest}, drawn ${one.drawn})`;
	return [
		{
			name: 'key to first screen, passphrase',
			budget: `${first} ms`,
			said: opening(byPassphrase),
			within: byPassphrase.firstScreen <= first
		},
		{
			name: 'key to first screen, by itself',
			budget: `${first} ms`,
			said: opening(byItself),
			within: byItself.firstScreen <= first
		},
		{
			name: 'key to the whole journal',
			budget: '–',
			said: `${byItself.whole} ms (longest task ${byItself.longestTask})`,
			within: null
		},
		{
			name: 'one page, click to text',
			budget: '–',
			said: `${reading.entry.median} ms (p95 ${reading.entry.p95})`,
			within: null
		},
		{
			name: 'scrolling: frames missed',
			budget: '–',
			said: `${rate(reading.scrolling.missed)} (still ${rate(reading.scrolling.still)}, longest ${reading.scrolling.longest} ms)`,
			within: null
		},
		{
			name: 'nodes in the page',
			budget: '1,500',
			said: `${reading.nodes} (${reading.elements} elements)`,
			within: reading.nodes <= 1500
		},
		{
			name: 'script memory of the page',
			budget: '–',
			said: `${reading.heap} MB`,
			within: null
		},
		{
			name: 'save, p95',
			budget: '3 × bare, 50 ms',
			said: `${saving.p95} ms, ${saving.ratio95} × ${saving.bare95} (p50 ${saving.p50}, ${saving.ratio50} ×)`,
			within: saving.ratio95 <= 3 && saving.p95 <= 50
		},
		{
			name: 'typing while it opens, p95',
			budget: '50 ms',
			said: `${typing.whileOpening} ms (longest ${typing.longest}, ${typing.keys} keys)`,
			within: typing.whileOpening <= 50
		},
		{
			name: 'typing while it saves, p95',
			budget: '50 ms',
			said: `${typing.whileSaving} ms`,
			within: typing.whileSaving <= 50
		},
		{
			name: 'search, letter to first lines, p95',
			budget: `${found} ms`,
			said: `${searching.first95} ms (p50 ${searching.first50}; painted ${searching.painted50}/${searching.painted95})`,
			within: searching.first95 <= found
		},
		{
			name: 'search, letter to the count of all',
			budget: '–',
			said: `p50 ${searching.full50} ms, p95 ${searching.full95} (${searching.letters} letters)`,
			within: null
		},
		{
			name: 'search, the first letter of all',
			budget: '–',
			said: `${searching.cold} ms; all pages taken in after ${searching.ready} ms`,
			within: null
		}
	];
}

/** @param {number} share */
const rate = (share) => `${(share * 100).toFixed(1)} %`;

/**
 * The lines of one size, each with the size in its name.
 *
 * @param {number} entries
 * @param {Line[]} lines
 * @returns {Line[]}
 */
export const atSize = (entries, lines) =>
	lines.map((line) => ({ ...line, name: `${entries.toLocaleString('en')}: ${line.name}` }));

/**
 * The line of something that was asked for and could not be measured: it counts as over.
 *
 * @param {string} name
 * @param {unknown} why
 * @returns {Line}
 */
export const notRun = (name, why) => ({
	name,
	budget: 'to be run',
	said: `NOT RUN: ${why instanceof Error ? why.message : String(why)}`,
	within: false
});

/**
 * The lines as a table of Markdown.
 *
 * @param {Line[]} lines
 */
export function tableOf(lines) {
	const head = ['what (a number before it: of so many entries)', 'at most', 'measured', ''];
	const rows = lines.map(({ name, budget, said, within }) => [
		name,
		budget,
		said,
		within === null ? '' : within ? 'within' : 'OVER'
	]);
	const widths = head.map((_, column) =>
		Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length))
	);
	const line = (/** @type {string[]} */ row) =>
		`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	const rule = `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`;
	return [line(head), rule, ...rows.map(line)].join('\n');
}
