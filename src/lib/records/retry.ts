import { JournalError } from './journal-error';

/** The result of an attempt that met a conflict with another tab. */
export const conflict: unique symbol = Symbol('conflict');

/**
 * Attempts in all. Each conflict means that another tab's write succeeded, and with the pauses below so many attempts
 * take about three seconds: the tabs of one person end their writes long before that.
 */
const MAX_ATTEMPTS = 40;
/** Attempts without a pause: most conflicts are over by then, and in a hidden tab timers take a second. */
const IMMEDIATE_ATTEMPTS = 5;
/** Milliseconds by which the pause grows with each attempt, and its limit. */
const PAUSE_STEP_MS = 10;
const MAX_PAUSE_MS = 200;

/** The Web Lock, shared by all tabs, under which later attempts are made. */
const LOCK_NAME = 'own-voice-retry';
/** Milliseconds to wait for the lock: a suspended tab may hold it for ever. */
const LOCK_TIMEOUT_MS = 2_000;

/**
 * Repeats an attempt until it returns something else than `conflict`, and returns that. After a few attempts at once, tabs
 * with conflicts go on one after the other under a lock, so that each competes with first attempts only. Pauses are of
 * random length, so that no tab is always the last, and short, so that a waiting tab does not fall behind. Throws
 * `busy` after the last attempt.
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

/** Runs work under the lock; without it where another tab holds it for too long. */
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
