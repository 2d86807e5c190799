import { setTimeout as pause } from 'node:timers/promises';

/** A derived key takes two seconds on two idle cores; nothing here takes this long on a busy machine. */
const TIMEOUT_MS = 60_000;
const BETWEEN_LOOKS = 50;

/**
 * Looks again and again until something is so. What goes wrong while looking counts as not yet: between two
 * documents there is no page to ask.
 *
 * @template T
 * @param {string} what in words, for the message
 * @param {() => Promise<T> | T} look what it returns is what was waited for, unless it is falsy
 * @returns {Promise<T>} what the look that ended it returned
 * @throws {Error} when it is not so in the end; its cause is what went wrong in the last look, if anything did
 */
export async function until(what, look) {
	const end = Date.now() + TIMEOUT_MS;
	for (;;) {
		let cause;
		try {
			const seen = await look();
			if (seen) return seen;
		} catch (error) {
			cause = error;
		}
		if (Date.now() > end) {
			throw new Error(`${what}: not within ${TIMEOUT_MS / 1000} seconds`, { cause });
		}
		await pause(BETWEEN_LOOKS);
	}
}
