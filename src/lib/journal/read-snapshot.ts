import type { Entry } from './entry';
import { PAGES, type Damage } from './inventory';
import type { KeptCompanion } from './kept-companion';
import type { OwnPrompt } from './own-prompt';
import {
	readCompanion,
	readEntry,
	readPrompt,
	readSettings,
	readVersion,
	type Version
} from './record-kinds';
import type { Read, SealedRecords } from './sealed-records';
import { defaultSettings, type Settings } from './settings';
import type { JournalSnapshot } from './snapshot';

/** A journal as it was read from the disk. */
export interface ReadSnapshot {
	snapshot: JournalSnapshot;
	/** What could not be opened, and so is not in it. */
	damage: Damage[];
}

/**
 * Reads all that is in a journal from the disk, a page of the inventory at a time; `onPart` is told how far that is,
 * from 0 to 1. What is written meanwhile is in it as it was or as it is. An earlier text that does not open is not
 * among those that its entry names. Throws a typed error when it cannot be read.
 */
export async function readSnapshot(
	records: SealedRecords,
	onPart: (part: number) => void = () => undefined
): Promise<ReadSnapshot> {
	const entries: Entry[] = [];
	const versions = new Map<string, Version>();
	const prompts: OwnPrompt[] = [];
	const library: KeptCompanion[] = [];
	const damage: Damage[] = [];
	let settings: Settings = defaultSettings;
	const take = (record: Read): void => {
		const [entry, version, prompt] = [readEntry(record), readVersion(record), readPrompt(record)];
		if (entry) entries.push(entry);
		if (version) versions.set(version.id, version);
		if (prompt) prompts.push(prompt);
		const kept = readCompanion(record);
		if (kept) library.push(kept);
		settings = readSettings(record) ?? settings;
	};
	for (let number = 0; number < PAGES; number += 1) {
		const page = await records.readPage(number);
		page.records.forEach(take);
		damage.push(...page.damage);
		onPart((number + 1) / PAGES);
	}
	// One that was written after its page was read, with an entry that was not.
	const late = entries.flatMap((entry) => entry.versions.filter((id) => !versions.has(id)));
	if (late.length > 0) (await records.read(late)).forEach(take);
	const named = entries.map((entry) => ({
		...entry,
		versions: entry.versions.filter((id) => versions.get(id)?.entry === entry.id)
	}));
	named.sort((one, other) => one.written.at - other.written.at);
	prompts.sort((one, other) => one.made.at - other.made.at);
	library.sort((one, other) => one.kept.at - other.kept.at);
	const kept = named.flatMap((entry) => entry.versions.flatMap((id) => versions.get(id) ?? []));
	return { snapshot: { entries: named, versions: kept, prompts, library, settings }, damage };
}
