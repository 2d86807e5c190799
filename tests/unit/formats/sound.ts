import { expect } from 'vitest';
import { letterKinds } from '$lib/model/vocabulary';
import type { Entry } from '$lib/model/entry';
import type { Moment } from '$lib/model/moment';
import { skipReasons, type ReadResult } from '$lib/formats/formats';
import { formatLimits } from '$lib/formats/limits';

/** What every object has, and what no file may add to. */
const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const own = prototypes.map((one) => Reflect.ownKeys(one).length);

/** Fails where a prototype has more than it had. */
export function expectNoPoison(): void {
	expect(prototypes.map((one) => Reflect.ownKeys(one).length)).toEqual(own);
}

function isText(value: unknown, most: number): boolean {
	return typeof value === 'string' && value.length <= most && !/\p{Surrogate}/u.test(value);
}

function isMoment(value: Moment): boolean {
	const { at, zone, day } = value;
	const year = new Date(at).getUTCFullYear();
	const near = year >= formatLimits.firstYear - 1 && year <= formatLimits.lastYear + 1;
	const real = new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
	return Number.isInteger(at) && near && isText(zone, 60) && zone !== '' && real;
}

/** Why an entry cannot stand in the journal as it is; empty if it can. */
function faults(entry: Entry): string[] {
	const checks: [string, boolean][] = [
		['id', /^[0-9a-f]{32}$/.test(entry.id)],
		['text', isText(entry.text, formatLimits.textLength) && entry.text.trim() !== ''],
		['written', isMoment(entry.written)],
		['changed', isMoment(entry.changed)],
		['binned', entry.binned === null || isMoment(entry.binned)],
		['companion', isText(entry.companion, formatLimits.labelLength)],
		['label', isText(entry.label, formatLimits.labelLength)],
		['threshold', isText(entry.threshold, formatLimits.questionLength)],
		[
			'tags',
			entry.tags.length <= formatLimits.tagCount &&
				entry.tags.every((tag) => isText(tag, formatLimits.tagLength))
		],
		['words', entry.words.every((word) => isText(word, formatLimits.labelLength))],
		['section', entry.section === null || Number.isInteger(entry.section.number)],
		[
			'question',
			entry.question === null ||
				(isText(entry.question.text, formatLimits.questionLength) &&
					isText(entry.question.promptId, formatLimits.labelLength))
		],
		['letter', entry.letter === null || letterKinds.includes(entry.letter)],
		['margin', entry.margin.every(({ id, written }) => id.length === 32 && isMoment(written))],
		['sealedUntil', entry.sealedUntil === null || /^\d{4}-\d\d-\d\d$/.test(entry.sealedUntil)],
		[
			'yes or no',
			[entry.asThey, entry.hidden, entry.starred, entry.uncompared, entry.finished].every(
				(one) => typeof one === 'boolean'
			)
		],
		['versions', entry.versions.length === 0 && entry.copyOf === null],
		[
			'fields',
			Object.keys(entry).length === 24 && Object.getPrototypeOf(entry) === Object.prototype
		]
	];
	return checks.flatMap(([name, holds]) => (holds ? [] : [name]));
}

/** Fails where something that was read could not stand in the journal. */
export function expectSound({ incoming, undated }: ReadResult): void {
	const { entries, versions, prompts, library, settings, skipped } = incoming;
	expect(entries.flatMap(faults)).toEqual([]);
	expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
	expect(entries.length).toBeGreaterThan(0);
	expect([versions, prompts, library, settings]).toEqual([[], [], [], null]);
	const named = skipped.every(
		({ name, reason }) => isText(name, 150) && (skipReasons as readonly string[]).includes(reason)
	);
	expect(named && undated.every((name) => isText(name, 150))).toBe(true);
}
