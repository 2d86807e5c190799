import type { SkipReason } from '$lib/formats/formats';

/** Why an item of a file is skipped, in words that follow its name. */
const skipWords = {
	photo: 'a picture; pages hold words only',
	video: 'a film; pages hold words only',
	audio: 'a recording; pages hold words only',
	document: 'a document; pages hold words only',
	detail: 'noted by the other app beside a page',
	property: 'a property this journal has no place for',
	'no-words': 'no word stands on it',
	'no-date': 'its day cannot be read',
	repeated: 'the same page once more',
	'too-long': 'longer than a page can be',
	broken: 'not a page',
	'not-text': 'not text',
	archive: 'an archive inside the archive',
	link: 'a link to something elsewhere',
	'other-file': 'a file of another kind',
	more: 'not named one by one'
} satisfies Record<SkipReason, string>;

/** Describes the reason that a reader gave; returns the reason itself if there are no words for it. */
export function describeSkip(reason: string): string {
	return Object.hasOwn(skipWords, reason) ? skipWords[reason as SkipReason] : reason;
}
