import { dequal } from 'dequal/lite';
import type { Companion, Section } from '$lib/companion/companion';
import { randomId } from '$lib/id/random-id';
import { momentAt } from './moment';
import type { LibraryItem } from './schema/library-item';

export type { LibraryItem } from './schema/library-item';

/** Returns a companion to be kept for the first time, or the original words of another. */
export function newLibraryItem(
	companion: Companion,
	originalOf: string | null = null
): LibraryItem {
	const now = momentAt(Date.now());
	return { id: randomId(), companion, originalOf, kept: now, changed: now };
}

/** Returns it with other contents, changed now. */
export function withContents(item: LibraryItem, companion: Companion): LibraryItem {
	return { ...item, companion, changed: momentAt(Date.now()) };
}

/**
 * Of what is kept the newest of each companion, in the order in which they came. Two places may have changed one,
 * each for itself; both are kept then.
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

/** A section as it stands among those of all companions. */
export interface QualifiedSection extends Section {
	/** The random id of the kept companion that it is part of; none for the built-in one. */
	itemId?: string;
}

/**
 * The sections of a kept companion, with ids that no other companion has: the companion's id and a dot stand before
 * each. That is how entries, marks and questions of one's own name them.
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

/** The companions that stand for themselves, the newest of each, in the order in which they came. */
export function standaloneItems(library: readonly LibraryItem[]): LibraryItem[] {
	return newestOfEach(library).filter(({ originalOf }) => originalOf === null);
}

/** The words of the essay itself for a companion, by its id; null where nobody brought them. */
export function findOriginal(
	library: readonly LibraryItem[],
	companion: string
): LibraryItem | null {
	return newestOfEach(library).find(({ originalOf }) => originalOf === companion) ?? null;
}

/** Whether two states of a kept companion are one and the same. */
export function isSameItem(one: LibraryItem, other: LibraryItem): boolean {
	// When it was changed tells most of them apart without looking at the whole.
	return one.changed.at === other.changed.at && dequal(one.companion, other.companion);
}
