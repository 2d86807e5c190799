import type { Companion } from '$lib/companion/companion';
import { randomId } from '$lib/vault/vault';
import { momentAt, type Moment } from './moment';

/** A companion on the shelf of a journal: opened from a file, made of an essay, or written here. Sealed like an entry. */
export interface KeptCompanion {
	/** 128 random bits, in hex. */
	id: string;
	companion: Companion;
	/**
	 * Whose passages these are in the words of the essay itself: the id of the companion that they stand in for. Null
	 * for a companion that stands for itself.
	 */
	originalOf: string | null;
	/** When it came here, and when it was last changed here. */
	kept: Moment;
	changed: Moment;
}

/** Returns a companion to be kept for the first time, or the original words of another. */
export function newKeptCompanion(
	companion: Companion,
	originalOf: string | null = null
): KeptCompanion {
	const now = momentAt(Date.now());
	return { id: randomId(), companion, originalOf, kept: now, changed: now };
}

/** Returns it with other contents, changed now. */
export function withContents(kept: KeptCompanion, companion: Companion): KeptCompanion {
	return { ...kept, companion, changed: momentAt(Date.now()) };
}

/**
 * Of what is kept the newest of each companion, in the order in which they came. Two places may have changed one,
 * each for itself; both are kept then.
 */
export function newestOfEach(all: readonly KeptCompanion[]): KeptCompanion[] {
	const newest = new Map<string, KeptCompanion>();
	for (const one of all) {
		const key = JSON.stringify([one.originalOf, one.originalOf ?? one.companion.id]);
		const other = newest.get(key);
		if (!other || one.changed.at >= other.changed.at) newest.set(key, one);
	}
	return all.filter((one) => [...newest.values()].includes(one));
}
