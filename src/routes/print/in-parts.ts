import type { Entry } from '$lib/model/entry';

/** So many pages are shown before they are printed. */
export const PREVIEWED = 20;

/** As many are laid out between two frames. */
const PART = 200;

/** The pages beyond those that are shown, in parts that are laid out one after the other. */
export function inParts(pages: readonly Entry[]): readonly (readonly Entry[])[] {
	const beyond = pages.slice(PREVIEWED);
	return Array.from({ length: Math.ceil(beyond.length / PART) }, (_, index) =>
		beyond.slice(index * PART, (index + 1) * PART)
	);
}
