import type { CheckIn } from '$lib/model/check-in';
import type { Entry } from '$lib/model/entry';
import type { Outcome } from './outcome';

/** How a sitting ended. */
export interface SittingResult {
	outcome: Outcome;
	/** The day until which the page is sealed, if it is. */
	day: string;
	/** Which page it was, and what it answered; none of its words. */
	entry: Pick<Entry, 'id' | 'companion' | 'section' | 'question'>;
	before: CheckIn | null;
	after: CheckIn | null;
}
