import { setTimeout as pause } from 'node:timers/promises';
import { groups } from './journeys.mjs';
import { Lack } from './lack.mjs';
import { Visit } from './visit.mjs';

/** How long one journey may take, in milliseconds: a browser that answers no more is not waited for. */
const LIMIT = 240_000;

/**
 * What came of one journey in one engine: it works, the engine lacks what it takes, it fails, or one before it
 * failed and it could not begin.
 *
 * @typedef {object} Outcome
 * @property {'works' | 'lacks' | 'fails' | 'not reached'} kind
 * @property {string} why empty when it works
 */

/**
 * Goes through all journeys in one engine, and says each as it ends.
 *
 * @param {import('./which-engines.mjs').Engine} engine
 * @returns {Promise<{ engine: import('./which-engines.mjs').Engine, version: string, took: number,
 *   outcomes: Outcome[] }>} the outcomes in the order of the journeys; how long it took, in milliseconds
 */
export async function goThrough(engine) {
	const begun = Date.now();
	const outcomes = [];
	let version = '';
	console.log(engine.name);
	for (const { journeys, kept = false } of groups) {
		/** @type {Visit | null} */
		let visit = null;
		let broken = '';
		try {
			for (const { name, walk } of journeys) {
				const outcome = broken
					? { kind: /** @type {const} */ ('not reached'), why: `"${broken}" failed` }
					: await outcomeOf(async () => {
							visit ??= await Visit.begin(kept ? engine.startKeeping : engine.start);
							version ||= visit.version;
							await walk(visit);
							await visit.person.nothingUnseen();
						});
				if (outcome.kind === 'fails') broken = name;
				outcomes.push(outcome);
				console.log(`  ${outcome.kind}: ${name}${outcome.why && ` (${outcome.why})`}`);
			}
		} finally {
			await visit?.end();
		}
	}
	return { engine, version, took: Date.now() - begun, outcomes };
}

/**
 * @param {() => Promise<void>} walk
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(walk) {
	const limit = new AbortController();
	const tooLong = pause(LIMIT, undefined, { signal: limit.signal }).then(() => {
		throw new Error(`not at its end within ${LIMIT / 1000} seconds`);
	});
	try {
		await Promise.race([walk(), tooLong]);
		return { kind: 'works', why: '' };
	} catch (error) {
		if (error instanceof Lack) return { kind: 'lacks', why: error.message };
		console.error(error);
		return { kind: 'fails', why: error instanceof Error ? error.message : String(error) };
	} finally {
		tooLong.catch(() => undefined);
		limit.abort();
	}
}
