import { limits } from './limits';
import { valueOf } from './yaml-value';

/** What a key of front matter says; null where it says something that is not read here. */
export type FrontValue = string | string[] | null;

/** A text divided into what stands between its first two lines of `---` and what comes below. */
export interface Fronted {
	/** By the names of the keys, in lower case. */
	keys: Map<string, FrontValue>;
	body: string;
}

/** A key at the beginning of a line, plain or in quotes, and what stands behind its colon. */
const pair =
	/^([^\s#:"'[\]{}&*!|>%@`,-][^:]{0,99}?|"[^":]{1,99}"|'[^':]{1,99}')[ \t]{0,9}:(?:[ \t]+(.*))?$/;

/**
 * Reads the front matter of a text whose lines end in \n; null where it has none.
 *
 * Of YAML it takes what people and note programs write there: one `key: value` a line, plain, in quotes, as a block
 * of lines, or a list. No anchors, no types, no nesting, so nothing can grow or turn into anything but text; a key
 * with such a value is known by its name alone. A block that is not of this form is no front matter but part of
 * the text, and no word of it is lost.
 */
export function readFrontMatter(text: string): Fronted | null {
	if (!/^---[ \t]*\n/.test(text)) return null;
	const lines = text.slice(0, limits.frontMatter).split('\n', limits.frontMatterLines);
	const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
	if (end < 0) return null;
	const keys = new Map<string, FrontValue>();
	for (let at = 1; at < end;) {
		const line = lines[at] ?? '';
		if (line.trim() === '' || line.startsWith('#')) {
			at += 1;
			continue;
		}
		const [, key, value = ''] = pair.exec(line) ?? [];
		if (key === undefined) return null;
		const name = key.replace(/^(["'])(.*)\1$/, '$2').toLowerCase();
		if (keys.has(name)) return null;
		const below = linesBelow(lines, at + 1, end);
		keys.set(name, valueOf(value.trim(), below));
		at += 1 + below.length;
	}
	const length = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
	return { keys, body: text.slice(length) };
}

/** The lines that belong to the key above them: indented ones, items of a list, and empty ones between such. */
function linesBelow(lines: readonly string[], from: number, end: number): string[] {
	let to = from;
	for (let at = from; at < end; at += 1) {
		const line = lines[at] ?? '';
		if (line.trim() === '') continue;
		if (!/^(?:[ \t]|- |-$)/.test(line)) break;
		to = at + 1;
	}
	return lines.slice(from, to);
}
