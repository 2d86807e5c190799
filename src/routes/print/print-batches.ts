import type { Entry } from '$lib/model/entry';

/** So many pages are shown before they are printed. */
export const PREVIEW_COUNT = 20;

/** As many are laid out between two frames. */
const BATCH_SIZE = 200;

/** The pages beyond those that are shown, in parts that are laid out one after the other. */
export function toBatches(entries: readonly Entry[]): readonly (readonly Entry[])[] {
	const rest = entries.slice(PREVIEW_COUNT);
	return Array.from({ length: Math.ceil(rest.length / BATCH_SIZE) }, (_, index) =>
		rest.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE)
	);
}
