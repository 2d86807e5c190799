/*
 * A journal that nobody wrote, as somebody might have: pages over several years, in three scripts, to the
 * questions of a companion, some with check-ins, words for feelings, labels and tags, a few starred, noted
 * beside, hidden, sealed or changed. The same seed and number give the same journal.
 */
import type { Companion } from '$lib/companion/companion';
import { steps } from '$lib/model/vocabulary';
import type { CheckIn } from '$lib/model/check-in';
import { entryDefaults, type Entry } from '$lib/model/entry';
import { letterKinds } from '$lib/model/vocabulary';
import type { MarginNote } from '$lib/model/margin-note';
import type { Moment } from '$lib/model/moment';
import type { Version } from '$lib/model/schema/entry';
import { Random } from './random';
import { languages, textOf, wordOf, type Language } from './vocabulary';

/** A page with its earlier texts. */
export interface Written {
	entry: Entry;
	versions: Version[];
}

const DAY = 86_400_000;
/** No page is of this instant or later. */
const END = Date.UTC(2026, 10, 1);
const ZONE = 'Europe/Paris';
const tags = ['kitchen', 'sleep', 'work', 'to keep', 'letters', 'the flat'];
const feelings = ['angry', 'relieved', 'numb', 'hopeful', 'lonely', 'calm', 'ashamed', 'proud'];

/** Over how many years so many pages are spread. */
function yearsOf(count: number): number {
	return count <= 100 ? 1 : count <= 1_000 ? 3 : count <= 10_000 ? 8 : 12;
}

function moment(at: number): Moment {
	// Written between six and midnight by the clock of the zone: the day is the same in UTC, give or take.
	return { at, zone: ZONE, day: new Date(at).toISOString().slice(0, 10) };
}

/** Mostly about a hundred and forty words, never under 20 or over 600. */
function length(random: Random): number {
	return Math.round(Math.min(600, Math.max(20, 140 * Math.exp(0.75 * random.normal()))));
}

function checkIn(random: Random): CheckIn {
	return { feel: random.of(steps), stir: random.often(0.8) ? random.of(steps) : null };
}

/** What a page answers: a question of a part, a letter, or nothing. */
function topic(
	companion: Companion,
	random: Random
): Pick<Entry, 'section' | 'question' | 'letter'> {
	if (random.often(0.1)) return { section: null, question: null, letter: null };
	if (random.often(0.05)) return { section: null, question: null, letter: random.of(letterKinds) };
	const section = random.of(companion.sections);
	const { id, text, stance, depth } = random.of(section.prompts);
	return {
		section: { id: section.id, number: section.number, name: section.name },
		question: { promptId: id, text, stance, depth },
		letter: null
	};
}

function earlier(entry: Entry, language: Language, random: Random): Version {
	const kept = moment(entry.written.at + random.whole(1, 40) * DAY);
	const text = textOf(language, length(random), random);
	return { id: random.id(), entry: entry.id, text, kept };
}

function marginNote(at: number, language: Language, random: Random): MarginNote {
	const text = textOf(language, random.whole(5, 40), random);
	return { id: random.id(), text, written: moment(at + random.whole(20, 200) * DAY) };
}

function written(companion: Companion, at: number, random: Random): Written {
	const language = random.often(0.6) ? languages[0] : random.of(languages.slice(1));
	if (!language) throw new Error('no language');
	const before = random.often(0.3) ? checkIn(random) : null;
	const entry: Entry = {
		...entryDefaults,
		id: random.id(),
		companion: companion.id,
		...topic(companion, random),
		asThey: random.often(0.03),
		text: textOf(language, length(random), random),
		written: moment(at),
		changed: moment(at),
		finished: random.often(0.95),
		versions: [],
		before,
		after: before && random.often(0.7) ? checkIn(random) : null,
		words: random.often(0.25) ? [random.of(feelings), wordOf(language, random)] : [],
		hidden: random.often(0.02),
		sealedUntil: random.often(0.01) ? (random.often(0.5) ? '2020-01-31' : '2090-01-31') : null,
		label: random.often(0.15) ? `${wordOf(language, random)} ${wordOf(language, random)}` : '',
		starred: random.often(0.04),
		tags: random.often(0.1) ? [random.of(tags)] : [],
		margin: random.often(0.03) ? [marginNote(at, language, random)] : [],
		copyOf: null
	};
	const count = random.often(0.06) ? random.whole(1, 3) : 0;
	const versions = Array.from({ length: count }, () => earlier(entry, language, random));
	const last = versions.map(({ kept }) => kept).sort((a, b) => a.at - b.at);
	return {
		entry: {
			...entry,
			changed: last.at(-1) ?? entry.changed,
			versions: versions.map(({ id }) => id)
		},
		versions
	};
}

/** So many pages, oldest first. */
export function* journalOf(companion: Companion, count: number, seed = 1): Generator<Written> {
	const random = new Random(seed);
	const span = yearsOf(count) * 365 * DAY;
	for (let index = 0; index < count; index += 1) {
		const day = Math.floor((END - span + (index / count) * span) / DAY) * DAY;
		// Of one day in the order of the clock: the first page at six in the morning, the last at night.
		const clock = (index / count) * span - Math.floor(((index / count) * span) / DAY) * DAY;
		yield written(companion, day + 6 * 3_600_000 + Math.floor(clock * 0.7), random);
	}
}

/** Words to look for: common and rare ones of every language, whole and as they are begun. */
export function queriesOf(count: number, seed = 2): string[] {
	const random = new Random(seed);
	return Array.from({ length: count }, (_, index) => {
		const { words } = languages[index % languages.length] as Language;
		const word = words[Math.floor(10 ** (1 + 3 * random.next()))] ?? words[0] ?? '';
		return random.often(0.5) ? word : word.slice(0, Math.max(1, Math.ceil(word.length * 0.6)));
	});
}
