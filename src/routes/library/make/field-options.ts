import type { Depth, Intent, Stance, View } from '$lib/companion/companion';
import { stanceWords } from '$lib/app/words/wording';

/* The options of a question's fields, in a word or two each. */

export const stanceOptions = toOptions<Stance>(stanceWords);

export const depthOptions = toOptions<Depth>({ gentle: 'gentle', deeper: 'deeper' });

/** Read after “It asks”. */
export const intentOptions = toOptions<Intent>({
	notice: 'what is there',
	feel: 'how it feels',
	meaning: 'what it means',
	forward: 'what comes next'
});

/** Read after “Seen by”. */
export const viewOptions = toOptions<View>({
	first: 'the writer now',
	observer: 'someone looking on',
	friend: 'a friend',
	past: 'an earlier self',
	future: 'a later self',
	letter: 'the writer of a letter'
});

export interface FieldOption<Value extends string> {
	value: Value;
	word: string;
}

function toOptions<Value extends string>(words: Record<Value, string>): FieldOption<Value>[] {
	return Object.entries(words).map(([value, word]) => ({
		value: value as Value,
		word: word as string
	}));
}
