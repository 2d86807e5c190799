import companion from '$lib/companion/walking-away.companion.md';
import type { ImportedSnapshot } from '$lib/model/snapshot';
import { newEntry, type Entry } from '$lib/model/entry';
import { newLibraryItem } from '$lib/model/library-item';
import { momentAt } from '$lib/model/moment';
import { newCustomPrompt } from '$lib/model/custom-prompt';
import type { Version } from '$lib/model/schema/entry';
import { randomId } from '$lib/id/random-id';

/* What a file holds that is brought in. */

const DAY = 86_400_000;
const base = Date.UTC(2024, 0, 1, 12);

/** A page of so many days after the first. */
export function page(text: string, day = 0): Entry {
	const written = momentAt(base + day * DAY, 'UTC');
	return { ...newEntry({ companion: 'walking-away' }), text, written, changed: written };
}

/** Pages, every fifth with an earlier text. */
export function file(count: number): ImportedSnapshot & { entries: Entry[]; versions: Version[] } {
	const entries: Entry[] = [];
	const versions: Version[] = [];
	for (let index = 0; index < count; index += 1) {
		const entry = page(`brought ${index} `.repeat(20), index);
		if (index % 5 === 0) {
			const id = randomId();
			versions.push({ id, entry: entry.id, text: `before ${index}`, kept: entry.changed });
			entry.versions = [id];
		}
		entries.push(entry);
	}
	const prompts = [newCustomPrompt('walking-away', 's4', 'What did the kitchen sound like?')];
	const library = [newLibraryItem(companion)];
	return {
		entries,
		versions,
		prompts,
		library,
		settings: { minutes: 30, marked: ['s1-recent-1'] }
	};
}
