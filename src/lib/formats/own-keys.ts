import { depths, stances } from '$lib/companion/vocabulary';
import { isAnswered, steps, type CheckIn } from '$lib/model/check-in';
import type { Entry } from '$lib/model/entry';
import { letterKinds } from '$lib/model/letter';
import type { MarginNote } from '$lib/model/margin-note';
import { limits } from './limits';
import { momentText, readMoment } from './moment-text';
import { isOwnId } from './stable-id';
import { oneLine, wellFormed } from './well-formed';
import { stampOf } from './stamp';

/** What a writer may leave out of every page. */
export interface WriteOptions {
	questions: boolean;
	margin: boolean;
	/** The small questions before and after, and the words for feelings. */
	checkIns: boolean;
}

/** What one key says. */
export type KeyValue = string | number | boolean | string[];

/*
 * A page of ours, in a format that knows nothing of it, says of itself by these keys what that format has no
 * place for: in the front matter of a Markdown file, and in the object `ownVoice` of a Day One entry. A key that
 * would say nothing is left out. A margin note is one string: `<moment> <zone> <id> <text>`.
 */

/** The keys of an entry beside its id, text, title, tags, star and its two moments. */
export function ownKeys(entry: Entry, options: WriteOptions): Map<string, KeyValue> {
	const { section, question, before, after, binned } = entry;
	const keys: [string, KeyValue | null | false][] = [
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
		['binned', binned && momentText(binned)]
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
		keys.push(...stepKeys('before', before), ...stepKeys('after', after), [
			'feelings',
			entry.words
		]);
	}
	if (options.margin) keys.push(['margin', entry.margin.map(noteText)]);
	const said = keys.filter(
		(pair): pair is [string, KeyValue] =>
			pair[1] !== null && pair[1] !== false && pair[1] !== '' && !isEmptyList(pair[1])
	);
	return new Map(said);
}

function isEmptyList(value: KeyValue | true): boolean {
	return Array.isArray(value) && value.length === 0;
}

function stepKeys(when: string, one: CheckIn | null): [string, number | null][] {
	return isAnswered(one)
		? [
				[`${when}_feel`, one.feel],
				[`${when}_stir`, one.stir]
			]
		: [];
}

function noteText({ id, text, written }: MarginNote): string {
	return `${momentText(written)} ${id} ${text}`;
}

/**
 * Reads those keys, as strings or as what they are. Anyone can write them, so each is looked at, and what is not
 * as it should be counts as not said.
 */
export function readOwnKeys(value: (key: string) => unknown): Partial<Entry> {
	const text = (key: string, most: number): string => textIn(value(key), most);
	const on = (key: string): boolean => value(key) === true || value(key) === 'true';
	const number = Number(text('part_number', 10) || value('part_number'));
	const section = {
		id: text('part_id', limits.label),
		number: Number.isInteger(number) && number >= 0 && number < 10_000 ? number : 0,
		name: text('part', limits.label)
	};
	const question = {
		promptId: text('question_id', limits.label),
		text: text('question', limits.question),
		stance: oneOf(stances, value('stance')),
		depth: oneOf(depths, value('depth'))
	};
	const sealedUntil = text('sealed_until', 10);
	return {
		companion: text('companion', limits.label),
		section: section.id === '' ? null : section,
		question: question.text === '' || question.promptId === '' ? null : question,
		letter: oneOf(letterKinds, value('letter')),
		asThey: on('as_they'),
		before: checkIn(value('before_feel'), value('before_stir')),
		after: checkIn(value('after_feel'), value('after_stir')),
		words: listIn(value('feelings'))
			.slice(0, 20)
			.map((word) => oneLine(word, limits.label)),
		hidden: on('hidden'),
		sealedUntil: isDay(sealedUntil) ? sealedUntil : null,
		margin: listIn(value('margin')).slice(0, 1_000).flatMap(noteIn),
		threshold: text('threshold', limits.question),
		uncompared: on('uncompared'),
		finished: !on('unfinished'),
		binned: readMoment(text('binned', 120))
	};
}

function textIn(value: unknown, most: number): string {
	return typeof value === 'string' && value.length <= most ? wellFormed(value) : '';
}

function listIn(value: unknown): string[] {
	return Array.isArray(value)
		? value.filter((one): one is string => typeof one === 'string').map(wellFormed)
		: [];
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | null {
	return all.find((one) => one === value) ?? null;
}

function checkIn(feel: unknown, stir: unknown): CheckIn | null {
	const step = (value: unknown): CheckIn['feel'] =>
		steps.find((one) => one === value || String(one) === value) ?? null;
	const one = { feel: step(feel), stir: step(stir) };
	return isAnswered(one) ? one : null;
}

function isDay(text: string): boolean {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
	const date = { year: Number(year), month: Number(month), day: Number(day) };
	return year !== undefined && stampOf(date) !== null;
}

function noteIn(line: string): MarginNote[] {
	const [, moment = '', id = '', text = ''] = /^(\S+ \S+) (\S+) ([^]+)$/.exec(line) ?? [];
	const written = readMoment(moment);
	return written && isOwnId(id) && text.length <= limits.text ? [{ id, text, written }] : [];
}
