import type { Block } from './blocks';
import { parseByline } from './byline';
import { essayLimits } from './limits';

/** Words that stay small in a title. */
const MINOR_WORDS =
	/^(a|an|and|as|at|but|by|for|from|if|in|into|is|nor|of|on|or|so|than|the|to|up|via|with|yet)$/i;
const NUMBERED_HEADING =
	/^(?:(?:part|chapter|section|letter)\s+)?(?:\d{1,3}|[ivxlc]{1,7})(?:[.):]|\s*[-–—:]|$)/i;
const MAX_LENGTH = 80;

/**
 * Whether a line of plain text looks like a heading: short, without an end of a sentence, and either numbered, in
 * capitals, or with capitals at most of its words; and something follows it that is not another such line.
 */
export function isHeadingLine(line: string, next: string, before?: Block): boolean {
	if (line.length > Math.min(MAX_LENGTH, essayLimits.headingLength) || next === '') return false;
	if (/[.,;…]["'”’)]?$/.test(line) || /^["'“‘«-]/.test(line)) return false;
	if (before?.kind === 'heading' || parseByline(line) !== '') return false;
	const words = line.split(/\s+/).filter((word) => /\p{L}/u.test(word));
	if (NUMBERED_HEADING.test(line) && words.length <= 12) return true;
	if (words.length === 0) return false;
	const letters = line.replace(/[^\p{L}]/gu, '');
	const hasCase = letters.toLowerCase() !== letters.toUpperCase();
	// Where letters have no case, nothing but being short and standing before something long tells.
	if (!hasCase) {
		return line.length <= 20 && next.length > line.length * 3 && !/[。！？!?」』]$/.test(line);
	}
	if (letters.length > 3 && letters === letters.toUpperCase()) return true;
	const majorWords = words.filter((word) => !MINOR_WORDS.test(word));
	const capitalised = majorWords.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
	return (
		majorWords.length > 1 && capitalised.length === majorWords.length && next.length > line.length
	);
}
