import { diffArrays } from 'diff';
import { pieces } from './pieces';

/** A stretch of text: in both texts, only in the earlier one, or only in the later one. */
export interface Stretch {
	kind: 'same' | 'out' | 'in';
	text: string;
}

/**
 * So many pieces may be taken out and added, and so many milliseconds may go by; what is more differs so much
 * that marking every word would help nobody. The time of it grows with the square of the changes.
 */
const MAX_CHANGES = 3_000;
const TIME = 400;

/** The least that has to be left of the shorter text, in parts of its letters. */
const MIN_LEFT = 1 / 2;

/**
 * What lies between an earlier and a later text, in the order of reading: the `same` and the `out` make the
 * earlier one, the `same` and the `in` the later one. Null if they differ too much to be shown word by word.
 */
export function whatChanged(earlier: string, later: string): Stretch[] | null {
	const found = diffArrays(pieces(earlier), pieces(later), {
		maxEditLength: MAX_CHANGES,
		timeout: TIME
	});
	if (!found) return null;
	const stretches = joined(
		found.map(({ value, added, removed }) => ({
			kind: added ? 'in' : removed ? 'out' : 'same',
			text: value.join('')
		}))
	);
	const left = lettersOf(stretches.map(({ kind, text }) => (kind === 'same' ? text : '')).join(''));
	const shorter = Math.min(lettersOf(earlier), lettersOf(later));
	return left < shorter * MIN_LEFT ? null : stretches;
}

/** How many letters and figures a text has. */
function lettersOf(text: string): number {
	return text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
}

/**
 * The stretches with every run of changes made one `out` and one `in`. A space between two changed words
 * belongs to the change: a phrase reads better than its words one by one.
 */
function joined(stretches: readonly Stretch[]): Stretch[] {
	const all: Stretch[] = [];
	let out = '';
	let added = '';
	const end = (): void => {
		if (out) all.push({ kind: 'out', text: out });
		if (added) all.push({ kind: 'in', text: added });
		out = added = '';
	};
	stretches.forEach(({ kind, text }, at) => {
		const between = at > 0 && at < stretches.length - 1;
		if (kind === 'same' && !(between && /^[^\S\n]+$/.test(text))) {
			end();
			all.push({ kind, text });
			return;
		}
		if (kind !== 'in') out += text;
		if (kind !== 'out') added += text;
	});
	end();
	return all;
}
