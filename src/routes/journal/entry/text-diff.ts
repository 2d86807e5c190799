import { diffArrays } from 'diff';
import { tokenise } from './tokenise';

/** A segment of text: in both texts, only in the earlier one, or only in the later one. */
export interface DiffSegment {
	kind: 'same' | 'removed' | 'added';
	text: string;
}

/**
 * The limits of removed and added tokens, and of time; beyond them the texts differ so much that marking every word
 * would help nobody. The time grows with the square of the changes.
 */
const MAX_CHANGES = 3_000;
const TIMEOUT_MS = 400;

/** The minimum share of the shorter text's letters that has to be unchanged. */
const MIN_SHARED = 1 / 2;

/**
 * The difference between an earlier and a later text, in reading order: the `same` and the `removed` make the earlier
 * one, the `same` and the `added` the later one. Null if they differ too much to be shown word by word.
 */
export function diffTexts(earlier: string, later: string): DiffSegment[] | null {
	const changes = diffArrays(tokenise(earlier), tokenise(later), {
		maxEditLength: MAX_CHANGES,
		timeout: TIMEOUT_MS
	});
	if (!changes) return null;
	const segments = mergeSegments(
		changes.map(({ value, added, removed }) => ({
			kind: added ? 'added' : removed ? 'removed' : 'same',
			text: value.join('')
		}))
	);
	const shared = countLetters(
		segments.map(({ kind, text }) => (kind === 'same' ? text : '')).join('')
	);
	const shorter = Math.min(countLetters(earlier), countLetters(later));
	return shared < shorter * MIN_SHARED ? null : segments;
}

/** Counts the letters and digits of a text. */
function countLetters(text: string): number {
	return text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
}

/**
 * Merges every run of changes into one `removed` and one `added` segment. A space between two changed words belongs to
 * the change: a phrase reads better than its words one by one.
 */
function mergeSegments(segments: readonly DiffSegment[]): DiffSegment[] {
	const merged: DiffSegment[] = [];
	let removed = '';
	let added = '';
	const flush = (): void => {
		if (removed) merged.push({ kind: 'removed', text: removed });
		if (added) merged.push({ kind: 'added', text: added });
		removed = added = '';
	};
	segments.forEach(({ kind, text }, index) => {
		const isBetween = index > 0 && index < segments.length - 1;
		if (kind === 'same' && !(isBetween && /^[^\S\n]+$/.test(text))) {
			flush();
			merged.push({ kind, text });
			return;
		}
		if (kind !== 'added') removed += text;
		if (kind !== 'removed') added += text;
	});
	flush();
	return merged;
}
