import { formatLimits } from '$lib/formats/limits';
import type { FrontMatterValue } from './yaml-mapping';

export type { FrontMatterValue } from './yaml-mapping';

/** A text divided into its front matter and what is below it. */
export interface FrontMatter {
	/** The values by the names of their keys, in lower case. */
	values: Map<string, FrontMatterValue>;
	body: string;
}

/**
 * Reads the front matter of a text whose lines end in a line feed: the YAML between its first line, which is `---`, and the next
 * line that is `---` or `...`. Resolves to null if there is none. A block that is not a mapping is part of the text, as
 * is one that exceeds the limits, so that no word of it is lost.
 */
export async function parseFrontMatter(text: string): Promise<FrontMatter | null> {
	const opening = /^---[ \t]*\n/.exec(text);
	if (!opening) return null;
	const start = opening[0].length;
	// The line break of the first line is also the one before the last, where nothing is between them.
	const closing = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g;
	closing.lastIndex = start - 1;
	const end = closing.exec(text);
	if (!end || end.index - start > formatLimits.frontMatterLength) return null;
	// The parser of YAML weighs more than all other readers, and most texts have no front matter.
	const { parseMapping } = await import('./yaml-mapping');
	const values = parseMapping(text.slice(start, end.index + 1));
	return values && { values, body: text.slice(end.index + end[0].length) };
}
