import type { CheckIn } from '$lib/model/check-in';
import type { Entry } from '$lib/model/entry';

/** The possible outcomes of an entry that was just written. */
export const outcomes = ['keep', 'hide', 'time-lock', 'delete'] as const;
export type Outcome = (typeof outcomes)[number];

/** The name of each outcome, its button, and its description. */
export const outcomeWords: Record<Outcome, { word: string; action: string; says: string }> = {
	keep: {
		word: 'keep',
		action: 'Keep this page',
		says: 'It stays in the journal under today. You can change your mind there at any time.'
	},
	hide: {
		word: 'hide',
		action: 'Hide this page',
		says: 'It moves to “Hidden pages” at the foot of the journal. The calendar still marks its day. Anyone who can open the journal can open it.'
	},
	'time-lock': {
		word: 'seal until a day',
		action: 'Seal this page',
		says: 'It stays shut until that day, by this device’s clock. It is your page: you can open it earlier, in two steps, or seal it for longer. Nothing will remind you.'
	},
	delete: {
		word: 'let go',
		action: 'Let this page go',
		says: 'It will be gone from this app, and it cannot be brought back from here. If a copy was saved, the copy still holds it. This does not wipe the disk: old traces may stay there for a while.'
	}
};

/** How a sitting ended. */
export interface SittingResult {
	outcome: Outcome;
	/** The day until which the entry is time-locked, if it is. */
	day: string;
	/** The entry and what it answered; none of its text. */
	entry: Pick<Entry, 'id' | 'companion' | 'section' | 'question'>;
	before: CheckIn | null;
	after: CheckIn | null;
}
