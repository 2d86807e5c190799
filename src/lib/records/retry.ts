import { JournalError } from './journal-error';

/** What an attempt returns when another tab was first. */
export const conflict: unique symbol = Symbol('conflict');

/**
 * Attempts in all. Whoever has a conflict has met a write of another tab that got through, and with the pauses below so
 * many take about three seconds: the tabs of one person end their writes long before that.
 */
const MAX_ATTEMPTS = 40;
/** So many are made without a pause: most conflicts are over by then, and in a hidden tab timers take a second. */
const IMMEDIATE_ATTEMPTS = 5;
/** Milliseconds by which the pause may grow with each attempt, and its end. */
const PAUSE_STEP_MS = 10;
const MAX_PAUSE_MS = 200;

/** The lock of those who have met conflicts, of all tabs. */
const LOCK_NAME = 'own-voice-retry';
/** So many milliseconds it is waited for: a tab that the system has put to sleep may hold it for ever. */
const LOCK_TIMEOUT_MS = 2_000;

/**
 * Makes an attempt until it returns something else than `conflict`, and returns that. After a few at once, those who
 * have conflicts go on one after the other, so that each has only first attempts beside it. The pauses are of random
 * length, so that of several tabs none is always the last, and short, so that whoever waits does not fall behind the
 * others. Throws `busy` where there is no end to the conflicts.
 */
export async function retryOnConflict<T>(attempt: () => Promise<T | typeof conflict>): Promise<T> {
	const first = await runAttempts(attempt, 1, IMMEDIATE_ATTEMPTS);
	if (first !== conflict) return first;
	const result = await withRetryLock(() =>
		runAttempts(attempt, IMMEDIATE_ATTEMPTS + 1, MAX_ATTEMPTS)
	);
	if (result !== conflict) return result;
	throw new JournalError('busy', `other tabs were first ${MAX_ATTEMPTS} times`);
}

async function runAttempts<T>(
	attempt: () => Promise<T | typeof conflict>,
	from: number,
	to: number
): Promise<T | typeof conflict> {
	for (let made = from; made <= to; made += 1) {
		if (made > IMMEDIATE_ATTEMPTS) await sleep(Math.min(MAX_PAUSE_MS, made * PAUSE_STEP_MS));
		const result = await attempt();
		if (result !== conflict) return result;
	}
	return conflict;
}

/** Works while it holds the lock; without it where another tab keeps it for long. */
async function withRetryLock<T>(work: () => Promise<T>): Promise<T> {
	const run = { begun: false };
	try {
		const signal = AbortSignal.timeout(LOCK_TIMEOUT_MS);
		return await navigator.locks.request(LOCK_NAME, { signal }, () => {
			run.begun = true;
			return work();
		});
	} catch (error) {
		if (run.begun) throw error;
		return work();
	}
}

function sleep(maxMs: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, Math.random() * maxMs);
	});
}
