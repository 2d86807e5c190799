import { isCalendarDay } from '$lib/model/calendar';
import { depths, stances } from '$lib/companion/vocabulary';
import { isAnswered, type CheckIn } from '$lib/model/check-in';
import type { Entry } from '$lib/model/entry';
import { letterKinds, steps } from '$lib/model/vocabulary';
import type { MarginNote } from '$lib/model/margin-note';
import { formatLimits } from './limits';
import { formatMoment, parseMomentText } from './dates/moment-text';
import { isEntryId } from './stable-id';
import { toSingleLine, replaceLoneSurrogates } from './sanitise';

/** What a writer may leave out of every page. */
export interface ExportOptions {
	questions: boolean;
	margin: boolean;
	/** The small questions before and after, and the words for feelings. */
	checkIns: boolean;
}

/** What one key says. */
export type MetadataValue = string | number | boolean | string[];

/*
 * A page of ours, in a format that knows nothing of it, says of itself by these keys what that format has no
 * place for: in the front matter of a Markdown file, and in the object `ownVoice` of a Day One entry. A key that
 * would say nothing is left out. A margin note is one string: `<moment> <zone> <id> <text>`.
 */

/** The keys of an entry beside its id, text, title, tags, star and its two moments. */
export function metadataOf(entry: Entry, options: ExportOptions): Map<string, MetadataValue> {
	const { section, question, before, after, binned } = entry;
	const keys: [string, MetadataValue | null | false][] = [
		['companion', entry.companion],
		['part', section?.name ?? null],
		['part_id', section?.id ?? null],
		['part_number', section?.number ?? null],
		['letter', entry.letter],
		['as_they', entry.asThey],
		['hidden', entry.hidden],
		['sealed_until', entry.sealedUntil],
		['threshold', entry.threshold],
		['uncompared', entry.uncompared],
		['unfinished', !entry.finished],
		['binned', binned && formatMoment(binned)]
	];
	if (options.questions && question) {
		keys.push(
			['question', question.text],
			['question_id', question.promptId],
			['stance', question.stance],
			['depth', question.depth]
		);
	}
	if (options.checkIns) {
		keys.push(...checkInKeys('before', before), ...checkInKeys('after', after), [
			'feelings',
			entry.words
		]);
	}
	if (options.margin) keys.push(['margin', entry.margin.map(formatMarginNote)]);
	const present = keys.filter(
		(pair): pair is [string, MetadataValue] =>
			pair[1] !== null && pair[1] !== false && pair[1] !== '' && !isEmptyList(pair[1])
	);
	return new Map(present);
}

function isEmptyList(value: MetadataValue | true): boolean {
	return Array.isArray(value) && value.length === 0;
}

function checkInKeys(prefix: string, checkIn: CheckIn | null): [string, number | null][] {
	return isAnswered(checkIn)
		? [
				[`${prefix}_feel`, checkIn.feel],
				[`${prefix}_stir`, checkIn.stir]
			]
		: [];
}

function formatMarginNote({ id, text, written }: MarginNote): string {
	return `${formatMoment(written)} ${id} ${text}`;
}

/**
 * Reads those keys, as strings or as what they are. Anyone can write them, so each is looked at, and what is not
 * as it should be counts as not said.
 */
export function parseMetadata(value: (key: string) => unknown): Partial<Entry> {
	const text = (key: string, maxLength: number): string => parseShortText(value(key), maxLength);
	const isTrue = (key: string): boolean => value(key) === true || value(key) === 'true';
	const number = Number(text('part_number', 10) || value('part_number'));
	const section = {
		id: text('part_id', formatLimits.labelLength),
		number: Number.isInteger(number) && number >= 0 && number < 10_000 ? number : 0,
		name: text('part', formatLimits.labelLength)
	};
	const question = {
		promptId: text('question_id', formatLimits.labelLength),
		text: text('question', formatLimits.questionLength),
		stance: parseOneOf(stances, value('stance')),
		depth: parseOneOf(depths, value('depth'))
	};
	const sealedUntil = text('sealed_until', 10);
	return {
		companion: text('companion', formatLimits.labelLength),
		section: section.id === '' ? null : section,
		question: question.text === '' || question.promptId === '' ? null : question,
		letter: parseOneOf(letterKinds, value('letter')),
		asThey: isTrue('as_they'),
		before: parseCheckIn(value('before_feel'), value('before_stir')),
		after: parseCheckIn(value('after_feel'), value('after_stir')),
		words: parseList(value('feelings'))
			.slice(0, 20)
			.map((word) => toSingleLine(word, formatLimits.labelLength)),
		hidden: isTrue('hidden'),
		sealedUntil: isCalendarDay(sealedUntil) ? sealedUntil : null,
		margin: parseList(value('margin')).slice(0, 1_000).flatMap(parseMarginNote),
		threshold: text('threshold', formatLimits.questionLength),
		uncompared: isTrue('uncompared'),
		finished: !isTrue('unfinished'),
		binned: parseMomentText(text('binned', 120))
	};
}

function parseShortText(value: unknown, maxLength: number): string {
	return typeof value === 'string' && value.length <= maxLength ? replaceLoneSurrogates(value) : '';
}

function parseList(value: unknown): string[] {
	return Array.isArray(value)
		? value.filter((one): one is string => typeof one === 'string').map(replaceLoneSurrogates)
		: [];
}

function parseOneOf<T extends string>(all: readonly T[], value: unknown): T | null {
	return all.find((one) => one === value) ?? null;
}

function parseCheckIn(feel: unknown, stir: unknown): CheckIn | null {
	const step = (value: unknown): CheckIn['feel'] =>
		steps.find((one) => one === value || String(one) === value) ?? null;
	const one = { feel: step(feel), stir: step(stir) };
	return isAnswered(one) ? one : null;
}

function parseMarginNote(line: string): MarginNote[] {
	const [, moment = '', id = '', text = ''] = /^(\S+ \S+) (\S+) ([^]+)$/.exec(line) ?? [];
	const written = parseMomentText(moment);
	return written && isEntryId(id) && text.length <= formatLimits.textLength
		? [{ id, text, written }]
		: [];
}
