import { JournalError } from './journal-error';

/** What an attempt returns when another tab was first. */
export const conflict: unique symbol = Symbol('conflict');

/**
 * Attempts in all. Whoever has a conflict has met a write of another tab that got through, and with the pauses below so
 * many take about three seconds: the tabs of one person end their writes long before that.
 */
const ATTEMPTS = 40;
/** So many are made without a pause: most conflicts are over by then, and in a hidden tab timers take a second. */
const AT_ONCE = 5;
/** Milliseconds by which the pause may grow with each attempt, and its end. */
const STEP = 10;
const LONGEST = 200;

/**
 * Makes an attempt until it returns something else than `conflict`, and returns that. The pauses are of random length,
 * so that of several tabs none is always the last, and short, so that whoever waits does not fall behind the others.
 * Throws `busy` where there is no end to the conflicts.
 */
export async function retryOnConflict<T>(attempt: () => Promise<T | typeof conflict>): Promise<T> {
	for (let made = 1; made <= ATTEMPTS; made += 1) {
		const result = await attempt();
		if (result !== conflict) return result;
		if (made >= AT_ONCE && made < ATTEMPTS) await pause(Math.min(LONGEST, made * STEP));
	}
	throw new JournalError('busy', `other tabs were first ${ATTEMPTS} times`);
}

function pause(most: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, Math.random() * most);
	});
}
