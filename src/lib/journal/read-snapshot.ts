import type { Entry } from '$lib/model/entry';
import { SHARD_COUNT, type Damage } from '$lib/records/manifest-format';
import type { LibraryItem } from '$lib/model/library-item';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import {
	decodeLibraryItem,
	decodeEntry,
	decodePrompt,
	decodeSettings,
	decodeVersion
} from '$lib/records/codec';
import type { Version } from '$lib/model/schema/entry';
import type { DecryptedRecord, RecordStore } from '$lib/records/record-store';
import { defaultSettings, type Settings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';

/** A journal as it was read from the disk. */
export interface ReadSnapshot {
	snapshot: JournalSnapshot;
	/** The records that could not be decrypted, and so are not in it. */
	damage: Damage[];
}

/**
 * Reads all that is in a journal from the disk, a shard of the manifest at a time; `onProgress` is called with the
 * fraction that is done, from 0 to 1. A record that is written meanwhile is in it in its old or its new state. An
 * earlier text that cannot be decrypted is removed from the `versions` of its entry. Throws a typed error when it
 * cannot be read.
 */
export async function readSnapshot(
	records: RecordStore,
	onProgress: (fraction: number) => void = () => undefined
): Promise<ReadSnapshot> {
	const entries: Entry[] = [];
	const versions = new Map<string, Version>();
	const prompts: CustomPrompt[] = [];
	const library: LibraryItem[] = [];
	const damage: Damage[] = [];
	let settings: Settings = defaultSettings;
	const collect = (record: DecryptedRecord): void => {
		const [entry, version, prompt] = [
			decodeEntry(record),
			decodeVersion(record),
			decodePrompt(record)
		];
		if (entry) entries.push(entry);
		if (version) versions.set(version.id, version);
		if (prompt) prompts.push(prompt);
		const item = decodeLibraryItem(record);
		if (item) library.push(item);
		settings = decodeSettings(record) ?? settings;
	};
	for (let number = 0; number < SHARD_COUNT; number += 1) {
		const shard = await records.readShard(number);
		shard.records.forEach(collect);
		damage.push(...shard.damage);
		onProgress((number + 1) / SHARD_COUNT);
	}
	// Versions that were written after their shard was read, with an entry whose shard was not read yet.
	const late = entries.flatMap((entry) => entry.versions.filter((id) => !versions.has(id)));
	if (late.length > 0) (await records.read(late)).forEach(collect);
	const cleaned = entries.map((entry) => ({
		...entry,
		versions: entry.versions.filter((id) => versions.get(id)?.entry === entry.id)
	}));
	cleaned.sort((one, other) => one.written.at - other.written.at);
	prompts.sort((one, other) => one.made.at - other.made.at);
	library.sort((one, other) => one.kept.at - other.kept.at);
	const orderedVersions = cleaned.flatMap((entry) =>
		entry.versions.flatMap((id) => versions.get(id) ?? [])
	);
	return {
		snapshot: { entries: cleaned, versions: orderedVersions, prompts, library, settings },
		damage
	};
}
