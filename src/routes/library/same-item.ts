import type { LibraryItem } from '$lib/model/library-item';

/** Whether two states of a kept companion are one and the same. */
export function isSameItem(one: LibraryItem, other: LibraryItem): boolean {
	// When it was changed tells most of them apart without looking at the whole.
	return (
		one.changed.at === other.changed.at &&
		JSON.stringify(one.companion) === JSON.stringify(other.companion)
	);
}
