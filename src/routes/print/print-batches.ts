import type { Entry } from '$lib/model/entry';

/** How many entries are shown before they are printed. */
export const PREVIEW_COUNT = 20;

/** How many entries are laid out between two frames. */
const BATCH_SIZE = 200;

/** The entries beyond the preview, in batches that are laid out one after the other. */
export function toBatches(entries: readonly Entry[]): readonly (readonly Entry[])[] {
	const rest = entries.slice(PREVIEW_COUNT);
	return Array.from({ length: Math.ceil(rest.length / BATCH_SIZE) }, (_, index) =>
		rest.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE)
	);
}
