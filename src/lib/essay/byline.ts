/** Words that stand small inside a name. */
const NAME_PARTICLE = '(?:van|von|der|den|de|la|le|du|da|dos|di|del|bin|ibn|al|ter|and|y)';
/** A word of a name; letters of scripts without case count. */
const NAME_WORD = String.raw`[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*`;
const FULL_NAME = new RegExp(
	String.raw`^[Bb][Yy]\s+(?!(?:The|THE)\s)(${NAME_WORD}(?:(?:\s+${NAME_PARTICLE}){0,2}\s+${NAME_WORD}){1,3})$`,
	'u'
);
const SINGLE_NAME = new RegExp(String.raw`^[Bb][Yy]\s+(${NAME_WORD})$`, 'u');

/**
 * The author that a line names and nothing else, as in `by Anna Writer`; empty where it names none. “By the River” is
 * a heading. One name by itself counts only where `below` says that the line stands directly below a title.
 */
export function parseByline(text: string, isBelowTitle = false): string {
	if (text.length > 80) return '';
	return (
		FULL_NAME.exec(text)?.[1] ?? (isBelowTitle ? SINGLE_NAME.exec(text)?.[1] : undefined) ?? ''
	);
}
