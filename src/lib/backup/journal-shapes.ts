import type { Companion, Essay, Finding, Prompt, Section } from '$lib/companion/companion';
import { depths, intents, stances, views } from '$lib/companion/vocabulary';
import { steps, type CheckIn } from '$lib/model/check-in';
import type { Entry, Question } from '$lib/model/entry';
import type { LibraryItem } from '$lib/model/library-item';
import { letterKinds } from '$lib/model/letter';
import type { MarginNote } from '$lib/model/margin-note';
import type { Moment } from '$lib/model/moment';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import type { Version } from '$lib/model/version';
import type { ExportedSettings, LastBackup, Visit } from '$lib/model/settings';
import { day, fields, flag, id, line, list, nullOr, number, oneOf, text } from './shape';

/*
 * What stands in journal.json, version 2. Whoever gives a record a new field, or a field a new value, raises
 * VERSION in journal-file.ts and says here what it is in a backup that does not have it.
 */

/** Milliseconds: the first instant of the year 1, and the last of the year 9999. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
/** Milliseconds after which a journal may lock at the least, and at most: a second, and a year. */
const SOONEST = 1_000;
const LATEST = 366 * 86_400_000;

const instant = number(FIRST, LAST);

export const moment = fields<Moment>({ at: instant, zone: line, day });

const checkIn = fields<CheckIn>({ feel: nullOr(oneOf(steps)), stir: nullOr(oneOf(steps)) });

const question = fields<Question>({
	promptId: line,
	text: line,
	stance: nullOr(oneOf(stances)),
	depth: nullOr(oneOf(depths))
});

const marginNote = fields<MarginNote>({ id, text, written: moment });

export const entry = fields<Entry>({
	id,
	companion: line,
	section: nullOr(
		fields<NonNullable<Entry['section']>>({ id: line, number: number(-1e6, 1e6), name: line })
	),
	question: nullOr(question),
	letter: nullOr(oneOf(letterKinds)),
	asThey: flag,
	text,
	written: moment,
	changed: moment,
	finished: flag,
	versions: list(id, (one) => one),
	before: nullOr(checkIn),
	after: nullOr(checkIn),
	words: list(line),
	hidden: flag,
	sealedUntil: nullOr(day),
	label: line,
	starred: flag,
	tags: list(line),
	margin: list(marginNote, (note) => note.id),
	threshold: line,
	uncompared: flag,
	binned: nullOr(moment),
	copyOf: nullOr(id)
});

export const version = fields<Version>({ id, entry: id, text, kept: moment });

export const prompt = fields<CustomPrompt>({
	id,
	companion: line,
	section: line,
	text: line,
	made: moment
});

const finding = fields<Finding>({ id: line, title: line, said: line, sources: list(line) });

const asked = fields<Prompt>({
	id: line,
	text: line,
	stance: oneOf(stances),
	depth: oneOf(depths),
	intent: oneOf(intents),
	view: oneOf(views),
	left: nullOr(line),
	why: nullOr(line),
	finding: nullOr(line)
});

const section = fields<Section>({
	id: line,
	number: number(1, 1e6),
	name: line,
	heading: nullOr(line),
	passage: list(text),
	care: nullOr(text),
	prompts: list(asked)
});

const companion = fields<Companion>({
	id: line,
	title: line,
	language: text,
	essay: fields<Essay>({ title: line, author: line }),
	findings: list(finding),
	sections: list(section)
});

export const kept = fields<LibraryItem>({
	id,
	companion,
	originalOf: nullOr(line),
	kept: moment,
	changed: moment
});

export const settings = fields<ExportedSettings>({
	stance: nullOr(oneOf(stances)),
	wasLeft: flag,
	minutes: nullOr(number(1, 1440)),
	askBefore: flag,
	marked: list(line),
	showWriting: flag,
	threshold: flag,
	lastCopy: nullOr(fields<LastBackup>({ made: moment, entries: number(0, 1_000_000) })),
	importSeed: line,
	opened: list(fields<Visit>({ id: line, at: instant })),
	showCheckIns: flag,
	spellcheck: flag,
	lockAfter: nullOr(number(SOONEST, LATEST)),
	lockHidden: nullOr(number(0, LATEST)),
	coverAway: flag,
	read: list(line),
	here: nullOr(line)
});
