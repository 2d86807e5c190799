import { limits } from './limits';
import type { FrontValue } from './yaml-mapping';

export type { FrontValue } from './yaml-mapping';

/** A text divided into its front matter and what is below it. */
export interface Fronted {
	/** The values by the names of their keys, in lower case. */
	keys: Map<string, FrontValue>;
	body: string;
}

/**
 * Reads the front matter of a text whose lines end in \n: the YAML between its first line, which is `---`, and the next
 * line that is `---` or `...`. Resolves to null if there is none. A block that is not a mapping is part of the text, as
 * is one that exceeds the limits, so that no word of it is lost.
 */
export async function readFrontMatter(text: string): Promise<Fronted | null> {
	const opening = /^---[ \t]*\n/.exec(text);
	if (!opening) return null;
	const start = opening[0].length;
	// The line break of the first line is also the one before the last, where nothing is between them.
	const closing = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g;
	closing.lastIndex = start - 1;
	const end = closing.exec(text);
	if (!end || end.index - start > limits.frontMatter) return null;
	// The parser of YAML weighs more than all other readers, and most texts have no front matter.
	const { readMapping } = await import('./yaml-mapping');
	const keys = readMapping(text.slice(start, end.index + 1));
	return keys && { keys, body: text.slice(end.index + end[0].length) };
}
