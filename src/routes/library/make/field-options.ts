import type { Depth, Intent, Stance, View } from '$lib/companion/companion';
import { stanceWords } from '$lib/app/words/wording';

/* What a question can be, in a word or two each, as the choices beside it say it. */

export const stanceOptions = toOptions<Stance>(stanceWords);

export const depthOptions = toOptions<Depth>({ gentle: 'gentle', deeper: 'deeper' });

/** Read behind “It asks”. */
export const intentOptions = toOptions<Intent>({
	notice: 'what is there',
	feel: 'how it feels',
	meaning: 'what it means',
	forward: 'what comes next'
});

/** Read behind “Seen by”. */
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
