import { groups } from './journeys.mjs';

/** How an outcome stands in its cell. */
const cells = { works: 'works', lacks: 'lacks', fails: 'FAILS', 'not reached': 'not reached' };

/**
 * Prints the table: a row for each journey, a column for each engine, and below it why a cell says anything but
 * that it works.
 *
 * @param {{ engine: import('./which-engines.mjs').Engine, version: string, took: number,
 *   outcomes: import('./going-through.mjs').Outcome[] | null }[]} columns no outcomes where the engine is missing
 * @returns {void}
 */
export function printTable(columns) {
	/** @type {string[]} */
	const notes = [];
	const cell = (outcome) => {
		if (!outcome) return 'not here';
		if (!outcome.why) return cells[outcome.kind];
		if (!notes.includes(outcome.why)) notes.push(outcome.why);
		return `${cells[outcome.kind]} [${notes.indexOf(outcome.why) + 1}]`;
	};
	const rows = [
		['journey', ...columns.map(({ engine, version }) => `${engine.name} ${version}`.trim())],
		...groups
			.flatMap(({ journeys }) => journeys)
			.map(({ name }, index) => [name, ...columns.map(({ outcomes }) => cell(outcomes?.[index]))]),
		['seconds', ...columns.map(({ took }) => (took ? String(Math.round(took / 1000)) : ''))]
	];
	const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
	const line = (row) => `| ${row.map((text, at) => text.padEnd(widths[at])).join(' | ')} |`;
	const [head, ...body] = rows;
	const under = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	console.log(['', line(head), under, ...body.map(line)].join('\n'));
	for (const [at, why] of notes.entries()) console.log(`[${at + 1}] ${why}`);
	for (const { engine } of columns.filter(({ engine }) => engine.missing)) {
		console.log(`NOT HERE: ${engine.name}: ${engine.missing}`);
	}
}
