/** Words that stand small inside a name. */
const small = '(?:van|von|der|den|de|la|le|du|da|dos|di|del|bin|ibn|al|ter|and|y)';
/** A word of a name; letters of scripts without case count. */
const name = String.raw`[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*`;
const full = new RegExp(
	String.raw`^[Bb][Yy]\s+(?!(?:The|THE)\s)(${name}(?:(?:\s+${small}){0,2}\s+${name}){1,3})$`,
	'u'
);
const single = new RegExp(String.raw`^[Bb][Yy]\s+(${name})$`, 'u');

/**
 * The author that a line names and nothing else, as in `by Anna Writer`; empty where it names none. “By the River” is
 * a heading. One name by itself counts only where `below` says that the line stands directly below a title.
 */
export function byLine(text: string, below = false): string {
	if (text.length > 80) return '';
	return full.exec(text)?.[1] ?? (below ? single.exec(text)?.[1] : undefined) ?? '';
}
