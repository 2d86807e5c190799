import type { CheckIn } from '$lib/journal/check-in';
import type { Entry } from '$lib/journal/entry';
import type { Outcome } from './what-becomes';

/** How a sitting ended. */
export interface Ending {
	outcome: Outcome;
	/** The day until which the page is sealed, if it is. */
	day: string;
	/** The page as it was when it ended. */
	entry: Entry;
	before: CheckIn | null;
	after: CheckIn | null;
}
