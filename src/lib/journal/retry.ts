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

/** The lock of those who have met conflicts, of all tabs. */
const LOCK = 'own-voice-retry';
/** So many milliseconds it is waited for: a tab that the system has put to sleep may hold it for ever. */
const LOCK_PATIENCE = 2_000;

/**
 * Makes an attempt until it returns something else than `conflict`, and returns that. After a few at once, those who
 * have conflicts go on one after the other, so that each has only first attempts beside it. The pauses are of random
 * length, so that of several tabs none is always the last, and short, so that whoever waits does not fall behind the
 * others. Throws `busy` where there is no end to the conflicts.
 */
export async function retryOnConflict<T>(attempt: () => Promise<T | typeof conflict>): Promise<T> {
	const first = await attempts(attempt, 1, AT_ONCE);
	if (first !== conflict) return first;
	const result = await oneAfterTheOther(() => attempts(attempt, AT_ONCE + 1, ATTEMPTS));
	if (result !== conflict) return result;
	throw new JournalError('busy', `other tabs were first ${ATTEMPTS} times`);
}

async function attempts<T>(
	attempt: () => Promise<T | typeof conflict>,
	from: number,
	to: number
): Promise<T | typeof conflict> {
	for (let made = from; made <= to; made += 1) {
		if (made > AT_ONCE) await pause(Math.min(LONGEST, made * STEP));
		const result = await attempt();
		if (result !== conflict) return result;
	}
	return conflict;
}

/** Works while it holds the lock; without it where another tab keeps it for long. */
async function oneAfterTheOther<T>(work: () => Promise<T>): Promise<T> {
	const held = { begun: false };
	try {
		const signal = AbortSignal.timeout(LOCK_PATIENCE);
		return await navigator.locks.request(LOCK, { signal }, () => {
			held.begun = true;
			return work();
		});
	} catch (error) {
		if (held.begun) throw error;
		return work();
	}
}

function pause(most: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, Math.random() * most);
	});
}
