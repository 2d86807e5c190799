import { dequal } from 'dequal/lite';
import type { Companion, Section } from '$lib/companion/companion';
import { randomId } from '$lib/id/random-id';
import { momentAt } from './moment';
import type { LibraryItem } from './schema/library-item';

export type { LibraryItem } from './schema/library-item';

/** Returns a new library item for a companion, or for the original words of another. */
export function newLibraryItem(
	companion: Companion,
	originalOf: string | null = null
): LibraryItem {
	const now = momentAt(Date.now());
	return { id: randomId(), companion, originalOf, kept: now, changed: now };
}

/** Returns the item with other contents, changed now. */
export function withContents(item: LibraryItem, companion: Companion): LibraryItem {
	return { ...item, companion, changed: momentAt(Date.now()) };
}

/**
 * Returns the newest item of each companion, in the order in which they came. One companion may have been changed on
 * two devices, each for itself; then both are stored.
 */
export function newestOfEach(all: readonly LibraryItem[]): LibraryItem[] {
	const newest = new Map<string, LibraryItem>();
	for (const one of all) {
		const key = JSON.stringify([one.originalOf, one.originalOf ?? one.companion.id]);
		const other = newest.get(key);
		if (!other || one.changed.at >= other.changed.at) newest.set(key, one);
	}
	return all.filter((one) => [...newest.values()].includes(one));
}

/** A section among those of all companions. */
export interface QualifiedSection extends Section {
	/** The random id of the library item that it is part of; none for the built-in companion. */
	itemId?: string;
}

/**
 * Returns the sections of a stored companion, with ids that no other companion has: each is prefixed with the
 * companion's id and a dot. Entries, marks and custom prompts refer to them by these ids.
 */
export function qualifiedSections({ id, companion }: LibraryItem): QualifiedSection[] {
	const qualified = (one: string): string => `${companion.id}.${one}`;
	return companion.sections.map((section) => ({
		...section,
		itemId: id,
		id: qualified(section.id),
		prompts: section.prompts.map((prompt) => ({ ...prompt, id: qualified(prompt.id) }))
	}));
}

/** Returns the newest item of each companion, without originals of others, in the order in which they came. */
export function standaloneItems(library: readonly LibraryItem[]): LibraryItem[] {
	return newestOfEach(library).filter(({ originalOf }) => originalOf === null);
}

/** Returns the original words of the essay for a companion, by its id; null where nobody imported them. */
export function findOriginal(
	library: readonly LibraryItem[],
	companion: string
): LibraryItem | null {
	return newestOfEach(library).find(({ originalOf }) => originalOf === companion) ?? null;
}

/** Whether two states of a stored companion are the same. */
export function isSameItem(one: LibraryItem, other: LibraryItem): boolean {
	// The time of the change tells most of them apart without comparing the whole.
	return one.changed.at === other.changed.at && dequal(one.companion, other.companion);
}
