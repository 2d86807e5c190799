/**
 * The whole run: everything that is proven, in its whole form, with the source as it is now.
 *
 *   npm run test:all                     goes on where a run of the same source was stopped
 *   npm run test:all -- --fresh          starts over
 *   npm run test:all -- --shard 2/4      the second of four parts, each for a machine of its own
 *   npm run test:all -- --list           says what would be run
 *
 * A piece that fails does not stop the others, and is run again next time. A piece that needs what is not here is skipped,
 * with the reason. The last line says how many tests passed, failed and were skipped; a piece that is no run of tests
 * counts as one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { spoken } from './durations.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { findBrowser } from './find-browser.mjs';
import { FinishedPieces } from './finished-pieces.mjs';
import { ensureInstalled } from './install-dependencies.mjs';
import { explain, main, Problem, projectRoot, run } from './run.mjs';
import { partOf, shardFrom } from './shard.mjs';
import { sourceState } from './sources.mjs';
import { closingLine } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {import('./whole-run.mjs').Piece} Piece */
/** @typedef {{ name: string, said: string, took: number | null, counts: Counts }} Line */

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs one piece, unless it has passed already or lacks something.
 *
 * @param {Piece} piece
 * @param {{ root: string, state: string, finished: FinishedPieces }} options
 * @returns {Promise<Line>}
 */
async function runPiece(piece, { root, state, finished }) {
	const { name, args, env } = piece;
	const before = finished.find(name);
	if (before) return { name, said: `passed ${before.at}`, ...before };
	const lacking = (await piece.lacking?.()) ?? null;
	if (lacking !== null) {
		return { name, said: `skipped: ${lacking}`, took: null, counts: { ...NOTHING, skipped: 1 } };
	}
	const since = performance.now();
	const code = await run('npm', args, { cwd: root, env: { ...process.env, ...env } });
	const took = performance.now() - since;
	const counts = piece.counts?.() ?? { ...NOTHING, passed: code === 0 ? 1 : 0 };
	if (code !== 0) {
		const failed = Math.max(counts.failed, 1);
		return { name, said: 'FAILED', took, counts: { ...counts, failed } };
	}
	if (sourceState(root) !== state) {
		return { name, said: 'passed, and the source has changed meanwhile', took, counts };
	}
	finished.add(name, { counts, took, at: new Date().toISOString() });
	return { name, said: 'passed', took, counts };
}

/**
 * Runs the pieces one after the other, whatever becomes of each.
 *
 * @param {readonly Piece[]} pieces
 * @param {{ root: string, fresh: boolean }} options
 * @returns {Promise<Line[]>}
 */
async function runPieces(pieces, { root, fresh }) {
	const since = performance.now();
	const state = sourceState(root);
	const kept = join(root, 'node_modules', '.cache', 'own-voice', 'test-all.json');
	const finished = new FinishedPieces(kept, state);
	if (fresh) finished.clear();
	await ensureBuilt(root);
	/** @type {Line[]} */
	const lines = [];
	for (const [at, piece] of pieces.entries()) {
		const sofar = spoken(performance.now() - since);
		console.log(`\n== ${at + 1} of ${pieces.length}: ${piece.name} (${sofar} so far)`);
		const line = await runPiece(piece, { root, state, finished });
		console.log(`== ${line.name}: ${line.said}`);
		lines.push(line);
	}
	return lines;
}

/** @param {readonly Line[]} lines */
function printTable(lines) {
	const width = Math.max(...lines.map(({ name }) => name.length));
	console.log('');
	for (const { name, said, took, counts } of lines) {
		const time = took === null ? '–' : spoken(took);
		const tests = `${counts.passed} passed`;
		console.log(`${name.padEnd(width)}  ${time.padStart(12)}  ${tests.padStart(12)}  ${said}`);
	}
}

await main(import.meta.url, async () => {
	const since = performance.now();
	const root = projectRoot(import.meta.url);
	const { shard, rest } = shardFrom(process.argv.slice(2));
	const unknown = rest.filter((arg) => arg !== '--fresh' && arg !== '--list');
	if (unknown.length > 0) throw new Problem(`Not known: ${unknown.join(' ')}`);
	await ensureInstalled(root);
	process.env.THOROUGH = '1';
	process.env.OWN_VOICE_BROWSER = (await findBrowser(root)).executablePath;
	// It needs what was just installed.
	const { wholeRun } = await import('./whole-run.mjs');
	const reports = mkdtempSync(join(tmpdir(), 'own-voice-'));
	process.once('exit', () => rmSync(reports, { recursive: true, force: true }));
	const all = wholeRun(reports);
	const pieces = shard ? partOf(all, shard) : all;
	if (rest.includes('--list')) {
		for (const { name, minutes } of pieces) {
			console.log(`${name} (about ${spoken(minutes * 60_000)})`);
		}
		return 0;
	}
	/** @type {Line[]} */
	let lines = [];
	/** @type {number} */
	let code = 0;
	try {
		lines = await runPieces(pieces, { root, fresh: rest.includes('--fresh') });
		printTable(lines);
	} catch (error) {
		code = explain(error);
	}
	if (lines.some(({ counts }) => counts.failed > 0)) code = 1;
	console.log(`\nAll of it took ${spoken(performance.now() - since)}.`);
	const counts = lines.map((line) => line.counts);
	console.log(closingLine(counts, code !== 0));
	return code;
});
