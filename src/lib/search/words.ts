/*
 * The tokeniser: the words of a normalised text. A run of letters and digits is one; in scripts that put no spaces
 * between words (Chinese, Japanese, Korean, Thai and their neighbours) each character is, and so is each emoji.
 *
 * Apostrophes and hyphens inside a word join it: “don't” is `dont` and “e-mail” is `email`. The part after one is a
 * word of its own as well, so that “amour” is found in “l'amour” and “being” in “well-being”.
 */

/**
 * Called for each word. `start` is its offset in the normalised text, `glued` whether it follows the word before it
 * with nothing between, `inside` whether it is the later part of the joined word before it.
 */
export type VisitWord = (term: string, start: number, glued: boolean, inside: boolean) => void;

/** The most parts of one joined word; nobody types a word of more. */
const MAX_PARTS = 8;

const NONE = 1;
const LETTER = 2;
const SINGLE = 3;
const JOINER = 4;
/** Vowel signs and the like: they belong to the character before them. */
const MARK = 5;
/** Later letters of a Korean syllable. */
const KOREAN = 6;

const unspacedScripts =
	/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

function kindOf(character: string): number {
	if (character === "'" || character === '-') return JOINER;
	if (/[\u1160-\u11FF]/.test(character)) return KOREAN;
	if (/\p{M}/u.test(character)) return MARK;
	if (/[\p{L}\p{N}]/u.test(character)) return unspacedScripts.test(character) ? SINGLE : LETTER;
	return /[\p{Extended_Pictographic}\p{RI}]/u.test(character) ? SINGLE : NONE;
}

/** The kind of each UTF-16 unit that has occurred; 0 for the others. */
const kinds = new Uint8Array(0x10000);
const rareKinds = new Map<number, number>();

function kindAt(folded: string, at: number): number {
	const unit = folded.charCodeAt(at);
	if (unit < 0xd800 || unit > 0xdfff) {
		return (kinds[unit] ||= kindOf(String.fromCharCode(unit)));
	}
	const point = folded.codePointAt(at) ?? 0;
	const kind = rareKinds.get(point) ?? kindOf(String.fromCodePoint(point));
	rareKinds.set(point, kind);
	return kind;
}

const widthAt = (folded: string, at: number): number =>
	(folded.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;

/** Returns the end of the run of these kinds that begins at `at`. */
function runEnd(folded: string, at: number, kind: number, or: number): number {
	let end = at;
	while (end < folded.length) {
		const here = kindAt(folded, end);
		if (here !== kind && here !== or) break;
		end += widthAt(folded, end);
	}
	return end;
}

/** Visits the words of a normalised text in their order. */
export function eachWord(folded: string, visit: VisitWord): void {
	let at = 0;
	let lastEnd = -1;
	while (at < folded.length) {
		const kind = kindAt(folded, at);
		const start = at;
		if (kind === LETTER || kind === MARK) {
			at = runEnd(folded, at, LETTER, MARK);
			if (kindAt(folded, at) === JOINER) {
				at = visitJoined(folded, start, at, start === lastEnd, visit);
			} else {
				visit(folded.slice(start, at), start, start === lastEnd, false);
			}
			lastEnd = at;
		} else if (kind === SINGLE || kind === KOREAN) {
			at = runEnd(folded, at + widthAt(folded, at), MARK, KOREAN);
			visit(folded.slice(start, at), start, start === lastEnd, false);
			lastEnd = at;
		} else {
			at += widthAt(folded, at);
		}
	}
}

/** Visits a word that a joiner may continue, and its later parts; returns its end. */
function visitJoined(
	folded: string,
	start: number,
	firstEnd: number,
	glued: boolean,
	visit: VisitWord
): number {
	const parts = [{ start, end: firstEnd }];
	let end = firstEnd;
	while (parts.length < MAX_PARTS && kindAt(folded, end) === JOINER) {
		const next = runEnd(folded, end + 1, LETTER, MARK);
		if (next === end + 1) break;
		parts.push({ start: end + 1, end: next });
		end = next;
	}
	parts.forEach((part, index) => {
		const term = parts.slice(index).map((later) => folded.slice(later.start, later.end));
		visit(term.join(''), part.start, index === 0 && glued, index > 0);
	});
	return end;
}

/** Returns the end, in the normalised text, of the first `length` units of the word that begins at `start`. */
export function endWithin(folded: string, start: number, length: number): number {
	let end = start;
	for (let left = length; left > 0 && end < folded.length; end += 1) {
		if (kindAt(folded, end) !== JOINER) left -= 1;
	}
	return end;
}
