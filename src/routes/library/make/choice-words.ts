import type { Depth, Intent, Stance, View } from '$lib/companion/companion';
import { stanceWords } from '../../words';

/* What a question can be, in a word or two each, as the choices beside it say it. */

export const stanceChoices = optionsOf<Stance>(stanceWords);

export const depthChoices = optionsOf<Depth>({ gentle: 'gentle', deeper: 'deeper' });

/** Read behind “It asks”. */
export const intentChoices = optionsOf<Intent>({
	notice: 'what is there',
	feel: 'how it feels',
	meaning: 'what it means',
	forward: 'what comes next'
});

/** Read behind “Seen by”. */
export const viewChoices = optionsOf<View>({
	first: 'the writer now',
	observer: 'someone looking on',
	friend: 'a friend',
	past: 'an earlier self',
	future: 'a later self',
	letter: 'the writer of a letter'
});

export interface Choice<Value extends string> {
	value: Value;
	word: string;
}

function optionsOf<Value extends string>(words: Record<Value, string>): Choice<Value>[] {
	return Object.entries(words).map(([value, word]) => ({
		value: value as Value,
		word: word as string
	}));
}
