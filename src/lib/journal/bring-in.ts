import { randomId } from '$lib/vault/vault';
import type { Entry } from './entry';
import type { KeptCompanion } from './kept-companion';
import type { OwnPrompt } from './own-prompt';
import type { Version } from './record-kinds';
import type { Settings } from './settings';
import type { ImportedSnapshot } from './snapshot';
import { sameSettings, settingsWith } from './settings-merge';
import { asItArrives, hasText, inOrder, saidOfBoth, standing, type State } from './two-states';

/** How a file is imported. */
export interface ImportOptions {
	/**
	 * For files of other programs, whose ids may be made up: an entry of the same day and text is in the journal
	 * already.
	 */
	matchByText?: boolean;
	/** Whether entries that were deleted here come back. */
	restoreDeleted?: boolean;
}

/** The journal as it is, as far as it matters. */
export interface Here {
	/** All of them, those in the bin too. */
	entries: readonly Entry[];
	/** The earlier texts of the entries that `inQuestion` names. */
	versions: readonly Version[];
	prompts: readonly OwnPrompt[];
	library: readonly KeptCompanion[];
	settings: Settings;
	/** Of the ids in the file those under which something lies here that is none of these: it may not open. */
	occupied: ReadonlySet<string>;
}

/**
 * What becomes of an entry of the file:
 * - `new`: it comes into the journal
 * - `here`: it is there already, and nothing is to be done
 * - `noted`: it is there, and takes over what was said of it in the file alone
 * - `older`: the one here has gone on from it; its text stays as it is
 * - `newer`: it has gone on from the one here, whose text becomes an earlier one
 * - `gone`: it was let go here, and does not come back
 * - `both`: each has something that the other has not; both are kept, that of the file as a copy
 */
export type Fate = 'new' | 'here' | 'noted' | 'older' | 'newer' | 'gone' | 'both';

/** What bringing in would do. */
export interface Plan {
	/** Each entry of the file, in its order, and what becomes of it. */
	lines: { entry: Entry; fate: Fate }[];
	/** The records to write: entries that were not there, and those that take the place of one. */
	added: Entry[];
	changed: Entry[];
	versions: Version[];
	prompts: OwnPrompt[];
	library: KeptCompanion[];
	/** Null where they stay as they are. */
	settings: Settings | null;
}

/** The entries of a journal whose earlier texts a plan has to know. */
export function inQuestion(
	{ entries, versions }: ImportedSnapshot,
	here: readonly Entry[]
): Entry[] {
	const mine = new Map(here.map((entry) => [entry.id, entry]));
	const known = new Set(here.flatMap((entry) => entry.versions));
	const more = new Set(versions.flatMap(({ id, entry }) => (known.has(id) ? [] : [entry])));
	const ids = new Set<string>();
	for (const { id, text, copyOf } of entries) {
		const one = mine.get(id);
		if (one ? one.text !== text || more.has(id) : copyOf !== null) {
			ids.add(one ? id : (copyOf ?? ''));
		}
	}
	return here.filter(({ id, copyOf }) => ids.has(id) || (copyOf !== null && ids.has(copyOf)));
}

/**
 * Plans what bringing a file in does to a journal; does nothing itself.
 *
 * Nothing that is here is lost. An entry is known by its id. Its text gives way only to one that has gone on from
 * it, and then becomes an earlier text; where the two differ otherwise the one here stays and the other comes beside it
 * as a copy, once. What is said of an entry is put together; where two places say different things, what is said here
 * holds, and nothing is put in the bin by it.
 */
export function planBringIn(
	brought: ImportedSnapshot,
	here: Here,
	options: ImportOptions = {}
): Plan {
	return new Planning(brought, here, options).plan;
}

class Planning {
	readonly plan: Plan;
	readonly #mine: ReadonlyMap<string, Entry>;
	readonly #occupied: ReadonlySet<string>;
	/** The ids of entries that were let go and are not to come back. */
	readonly #gone: ReadonlySet<string>;
	/** The day and text of every entry here; null where that does not count. */
	readonly #days: ReadonlySet<string> | null;
	/** Earlier texts here and in the file, by their entries; copies, by what they are copies of. */
	readonly #earlier: ReadonlyMap<string, readonly Version[]>;
	readonly #theirEarlier: ReadonlyMap<string, readonly Version[]>;
	readonly #copies: ReadonlyMap<string, readonly Entry[]>;

	constructor(
		brought: ImportedSnapshot,
		here: Here,
		{ matchByText = false, restoreDeleted = false }: ImportOptions
	) {
		this.#mine = new Map(here.entries.map((entry) => [entry.id, entry]));
		this.#occupied = here.occupied;
		this.#gone = new Set(restoreDeleted ? [] : here.settings.gone);
		this.#days = matchByText ? new Set(here.entries.map(dayAndText)) : null;
		this.#earlier = grouped(here.versions, ({ entry }) => entry);
		this.#theirEarlier = grouped(brought.versions, ({ entry }) => entry);
		this.#copies = grouped(here.entries, ({ copyOf }) => copyOf ?? '');
		this.plan = {
			...{ lines: [], added: [], changed: [], versions: [] },
			prompts: newPrompts(brought.prompts, here),
			library: newCompanions(brought.library, here),
			settings: settingsAfter(brought, here)
		};
		const seen = new Set<string>();
		for (const entry of brought.entries) {
			// A file that names two pages alike has two pages.
			const theirs = seen.has(entry.id) ? { ...entry, id: randomId(), versions: [] } : entry;
			seen.add(entry.id);
			this.plan.lines.push({ entry, fate: this.#fateOf(theirs) });
		}
	}

	#fateOf(entry: Entry): Fate {
		const theirs = { entry, earlier: this.#theirEarlier.get(entry.id) ?? [] };
		const mine = this.#mine.get(entry.id);
		if (mine) return this.#meet(this.#stateOf(mine), theirs);
		if (this.#gone.has(entry.id)) return 'gone';
		if (this.#occupied.has(entry.id)) return this.#addCopy(theirs, entry.id);
		if (this.#days?.has(dayAndText(entry))) return 'here';
		// The copy of a page that two places have made, each for itself.
		if (entry.copyOf !== null && this.#isAmong(entry.copyOf, entry.text)) return 'here';
		this.#add(theirs);
		return 'new';
	}

	/** An entry that is here and in the file. */
	#meet(mine: State, theirs: State): Fate {
		const { text, changed, finished } = theirs.entry;
		const said = saidOfBoth(mine.entry, theirs.entry);
		switch (standing(mine, theirs)) {
			case 'same':
				return this.#change(mine, theirs, {
					...said,
					finished: mine.entry.finished || finished
				})
					? 'noted'
					: 'here';
			case 'older':
				this.#change(mine, theirs, said);
				return 'older';
			case 'newer':
				this.#change(mine, theirs, {
					...said,
					...{ text, changed, finished }
				});
				return 'newer';
			case 'apart':
				return this.#addCopy(theirs, mine.entry.id);
		}
	}

	/** Changes an entry here, and gives it the earlier texts that it does not have; false if nothing changes. */
	#change(mine: State, theirs: State, change: Partial<Entry>): boolean {
		const { entry, earlier } = mine;
		const next = { ...entry, ...change };
		const added = theirs.earlier.filter(
			({ id }) => !entry.versions.includes(id) && !this.#occupied.has(id)
		);
		const isKept = [next, ...earlier, ...added].some(({ text }) => text === entry.text);
		if (!isKept && entry.text.trim() !== '') {
			added.push({ id: randomId(), entry: entry.id, text: entry.text, kept: next.changed });
		}
		if (added.length > 0) next.versions = inOrder(mine, added);
		if (JSON.stringify(next) === JSON.stringify(entry)) return false;
		this.plan.changed.push(next);
		this.plan.versions.push(...added);
		return true;
	}

	#add({ entry, earlier }: State): void {
		this.plan.added.push(asItArrives(entry));
		this.plan.versions.push(...earlier.filter(({ id }) => !this.#occupied.has(id)));
	}

	/** Adds an entry as a copy of another, with earlier texts of its own, unless its text is here. */
	#addCopy({ entry, earlier }: State, of: string): Fate {
		if (this.#isAmong(of, entry.text)) return 'here';
		const id = randomId();
		const own = earlier.map((one) => ({ ...one, id: randomId(), entry: id }));
		const versions = own.map((one) => one.id);
		this.#add({ entry: { ...entry, id, copyOf: of, versions }, earlier: own });
		return 'both';
	}

	/** Whether a text is here already: in an entry, in its copies, or earlier in one of them. */
	#isAmong(id: string, text: string): boolean {
		const original = this.#mine.get(id);
		const all = [...(original ? [original] : []), ...(this.#copies.get(id) ?? [])];
		return all.some((one) => hasText(this.#stateOf(one), text));
	}

	#stateOf(entry: Entry): State {
		return { entry, earlier: this.#earlier.get(entry.id) ?? [] };
	}
}

/** The questions that are not here; one that has other words here comes beside it, once. */
function newPrompts(
	brought: readonly OwnPrompt[],
	{ prompts, occupied }: Pick<Here, 'prompts' | 'occupied'>
): OwnPrompt[] {
	const known = new Set([...prompts.map(({ id }) => id), ...occupied]);
	const words = new Set(prompts.map(placeAndWords));
	return brought.flatMap((theirs) => {
		const isKnown = known.has(theirs.id);
		if (isKnown && words.has(placeAndWords(theirs))) return [];
		// The file itself may name two alike.
		known.add(theirs.id);
		words.add(placeAndWords(theirs));
		return [isKnown ? { ...theirs, id: randomId() } : theirs];
	});
}

/** The companions that are not here as they are in the file; one that was changed in either place comes beside it. */
function newCompanions(
	brought: readonly KeptCompanion[],
	{ library, occupied }: Pick<Here, 'library' | 'occupied'>
): KeptCompanion[] {
	const taken = new Set([...library.map(({ id }) => id), ...occupied]);
	const contents = new Set(library.map(contentsOf));
	/** What the file names, by id and contents: it may name two alike. */
	const named = new Set<string>();
	return brought.flatMap((theirs) => {
		const own = contentsOf(theirs);
		if (contents.has(own) || named.has(`${theirs.id} ${own}`)) return [];
		const isTaken = taken.has(theirs.id);
		taken.add(theirs.id);
		named.add(`${theirs.id} ${own}`);
		return [isTaken ? { ...theirs, id: randomId() } : theirs];
	});
}

function contentsOf({ companion, originalOf }: KeptCompanion): string {
	return JSON.stringify([originalOf, companion], sorted);
}

/** Fields in one order, whichever they were made in. */
function sorted(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function settingsAfter({ settings }: ImportedSnapshot, here: Here): Settings | null {
	if (!settings) return null;
	const nothingWritten = here.entries.length === 0 && here.prompts.length === 0;
	const next = settingsWith(here.settings, settings, nothingWritten);
	return sameSettings(next, here.settings) ? null : next;
}

function dayAndText({ written, text }: Entry): string {
	return `${written.day} ${text.trim()}`;
}

function placeAndWords({ companion, section, text }: OwnPrompt): string {
	return JSON.stringify([companion, section, text]);
}

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const group = groups.get(by(one));
		if (group) group.push(one);
		else groups.set(by(one), [one]);
	}
	return groups;
}
