import type { CheckIn } from './schema/entry';

export type { CheckIn } from './schema/entry';

/** Whether a check-in has an answer. */
export function isAnswered(one: CheckIn | null): one is CheckIn {
	return one !== null && (one.feel !== null || one.stir !== null);
}

/**
 * Whether a few steadying words may be shown below the entry: the feeling ended on the lowest step, fell by two or
 * more, or is unpleasant and very stirred up. Heuristics, not cut-offs; a dip right after writing is common.
 */
export function mayWantSettling(before: CheckIn | null, after: CheckIn | null): boolean {
	const now = after?.feel ?? null;
	if (now === null) return false;
	const then = before?.feel ?? null;
	return now === -3 || (then !== null && then - now >= 2) || (now < 0 && after?.stir === 3);
}
