import { isAnswered, type CheckIn } from '$lib/model/check-in';
import { steps, type Step } from '$lib/model/vocabulary';
import type { Entry } from '$lib/model/entry';
import type { LetterKind } from '$lib/model/vocabulary';
import { toPlainDateTime } from '$lib/formats/dates/time-zone';

/* What the app says in a file that a person takes out: the same words as on its pages. */

export const exportLabels = {
	/** What a file of pages is called, and the folder or journal that it becomes. */
	title: 'Pages',
	before: 'Before',
	after: 'After',
	feelings: 'Feelings',
	tags: 'Tags',
	marginNote: 'Noted'
};

const LETTER_TITLES: Record<LetterKind, string> = {
	unsent: 'Not for sending',
	'later-self': 'To me, later',
	'earlier-self': 'To me, earlier'
};

const FEEL_BELOW = [
	'very unpleasant',
	'unpleasant',
	'a little unpleasant',
	'neither pleasant nor unpleasant'
];
const FEEL_ABOVE = ['a little pleasant', 'pleasant', 'very pleasant'];
const STIR_BELOW = ['very still', 'still', 'a little still', 'neither still nor stirred up'];
const STIR_ABOVE = ['a little stirred up', 'stirred up', 'very stirred up'];

/** A check-in in words: `unpleasant, stirred up`; empty where nothing was said. */
export function formatCheckIn(checkIn: CheckIn | null): string {
	if (!isAnswered(checkIn)) return '';
	const stepLabel = (step: Step | null, all: readonly string[]): string[] =>
		step === null ? [] : [all[steps.indexOf(step)] ?? ''];
	return [
		...stepLabel(checkIn.feel, [...FEEL_BELOW, ...FEEL_ABOVE]),
		...stepLabel(checkIn.stir, [...STIR_BELOW, ...STIR_ABOVE])
	].join(', ');
}

/** What a letter is called; null for a page that is none. */
export function letterTitle({ letter }: Pick<Entry, 'letter'>): string | null {
	return letter && LETTER_TITLES[letter];
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** A calendar day, `2025-11-09`, as `Sunday 9 November 2025`; what is no day, as it stands. */
export function formatLongDay(day: string): string {
	const at = Date.parse(`${day}T00:00:00Z`);
	// The comma that some versions of the browser's data put behind the weekday is not ours.
	return Number.isNaN(at) ? day : dayFormat.format(at).replace(',', '');
}

/** The time of a moment, as the clock there showed it: `21:47`. */
export function formatClockTime({ at, zone }: Pick<Entry['written'], 'at' | 'zone'>): string {
	const { hour, minute } = toPlainDateTime(at, zone);
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
