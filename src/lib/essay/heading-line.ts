import type { Block } from './blocks';
import { byLine } from './by-line';
import { limits } from './limits';

/** Words that stay small in a title. */
const small =
	/^(a|an|and|as|at|but|by|for|from|if|in|into|is|nor|of|on|or|so|than|the|to|up|via|with|yet)$/i;
const numbered =
	/^(?:(?:part|chapter|section|letter)\s+)?(?:\d{1,3}|[ivxlc]{1,7})(?:[.):]|\s*[-–—:]|$)/i;
const LONGEST = 80;

/**
 * Whether a line of plain text looks like a heading: short, without an end of a sentence, and either numbered, in
 * capitals, or with capitals at most of its words; and something follows it that is not another such line.
 */
export function isHeadingLine(line: string, next: string, before?: Block): boolean {
	if (line.length > Math.min(LONGEST, limits.heading) || next === '') return false;
	if (/[.,;…]["'”’)]?$/.test(line) || /^["'“‘«-]/.test(line)) return false;
	if (before?.kind === 'heading' || byLine(line) !== '') return false;
	const words = line.split(/\s+/).filter((word) => /\p{L}/u.test(word));
	if (numbered.test(line) && words.length <= 12) return true;
	if (words.length === 0) return false;
	const letters = line.replace(/[^\p{L}]/gu, '');
	const cased = letters.toLowerCase() !== letters.toUpperCase();
	// Where letters have no case, nothing but being short and standing before something long tells.
	if (!cased) {
		return line.length <= 20 && next.length > line.length * 3 && !/[。！？!?」』]$/.test(line);
	}
	if (letters.length > 3 && letters === letters.toUpperCase()) return true;
	const big = words.filter((word) => !small.test(word));
	const capital = big.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
	return big.length > 1 && capital.length === big.length && next.length > line.length;
}
