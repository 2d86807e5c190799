import * as v from 'valibot';

/** Seven places on a scale of two ends: 0 lies in the middle. */
export const steps = [-3, -2, -1, 0, 1, 2, 3] as const;
export type Step = (typeof steps)[number];

/**
 * Two small questions, before and after writing: how it feels (from very unpleasant to very pleasant) and
 * how stirred up one is (from very still to very stirred up). Either may be left open. They are the two
 * dimensions of core affect (Russell, Weiss & Mendelsohn 1989) in words of our own; not a validated measure.
 */
export type CheckIn = v.InferOutput<typeof checkInSchema>;

const stepSchema = v.nullable(v.picklist(steps));

export const checkInSchema = v.strictObject({ feel: stepSchema, stir: stepSchema });

/** Whether a check-in says anything. */
export function isAnswered(one: CheckIn | null): one is CheckIn {
	return one !== null && (one.feel !== null || one.stir !== null);
}

/**
 * Whether a few steadying words may be laid below the page: it ended on the lowest step, fell by two or more,
 * or is unpleasant and very stirred up. Heuristics, not cut-offs; a dip right after writing is common.
 */
export function mayWantSettling(before: CheckIn | null, after: CheckIn | null): boolean {
	const now = after?.feel ?? null;
	if (now === null) return false;
	const then = before?.feel ?? null;
	return now === -3 || (then !== null && then - now >= 2) || (now < 0 && after?.stir === 3);
}
