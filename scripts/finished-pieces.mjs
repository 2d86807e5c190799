import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {{ counts: Counts, took: number, at: string }} Finished `took` in milliseconds, `at` in ISO 8601 */

/**
 * What a whole run has finished, kept in a file, so that a run that was stopped goes on where it was. It holds for one
 * state of the sources: with any other it begins empty.
 */
export class FinishedPieces {
	#path;
	#state;
	/** @type {Record<string, Finished>} */
	#pieces = {};

	/**
	 * @param {string} path the file, which need not be there
	 * @param {string} state says of which sources it speaks
	 */
	constructor(path, state) {
		this.#path = path;
		this.#state = state;
		const kept = read(path);
		if (kept?.state === state) this.#pieces = kept.pieces;
	}

	/**
	 * @param {string} name
	 * @returns {Finished | null} null for a piece that has not passed yet
	 */
	find(name) {
		return this.#pieces[name] ?? null;
	}

	/**
	 * Notes that a piece has passed. One that failed is never noted: it is run again.
	 *
	 * @param {string} name
	 * @param {Finished} finished
	 */
	add(name, finished) {
		this.#pieces[name] = finished;
		mkdirSync(dirname(this.#path), { recursive: true });
		const kept = { state: this.#state, pieces: this.#pieces };
		writeFileSync(this.#path, `${JSON.stringify(kept, null, '\t')}\n`);
	}

	/** Forgets everything. */
	clear() {
		this.#pieces = {};
		rmSync(this.#path, { force: true });
	}
}

/**
 * @param {string} path
 * @returns {{ state: string, pieces: Record<string, Finished> } | null} null where nothing can be read: all is run then
 */
function read(path) {
	if (!existsSync(path)) return null;
	try {
		const kept = JSON.parse(readFileSync(path, 'utf8'));
		return kept && typeof kept.pieces === 'object' && kept.pieces !== null ? kept : null;
	} catch {
		return null;
	}
}
