/*
 * The words of a folded text. A run of letters and digits is one; in scripts that put no spaces between
 * words (Chinese, Japanese, Korean, Thai and their neighbours) each character is, and so is each emoji.
 *
 * Apostrophes and hyphens inside a word join it: “don't” is `dont` and “e-mail” is `email`. What follows one
 * is a word of its own as well, so that “amour” is found in “l'amour” and “being” in “well-being”.
 */

/**
 * Called for each word. `start` is its offset in the folded text, `glued` whether it follows the word before
 * it with nothing between, `inside` whether it is the later part of the joined word before it.
 */
export type VisitToken = (
	term: string,
	start: number,
	isAdjacent: boolean,
	isPart: boolean
) => void;

/** As many parts of one joined word are looked at; more are no word that anyone types. */
const MAX_PARTS = 8;

const NONE = 1;
const LETTER = 2;
const SINGLE = 3;
const JOINER = 4;
/** Vowel signs and the like: they go with what stands before them. */
const MARK = 5;
/** Later letters of a Korean syllable. */
const JAMO = 6;

const unspacedScripts =
	/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

function kindOfCharacter(character: string): number {
	if (character === "'" || character === '-') return JOINER;
	if (/[\u1160-\u11FF]/.test(character)) return JAMO;
	if (/\p{M}/u.test(character)) return MARK;
	if (/[\p{L}\p{N}]/u.test(character)) return unspacedScripts.test(character) ? SINGLE : LETTER;
	return /[\p{Extended_Pictographic}\p{RI}]/u.test(character) ? SINGLE : NONE;
}

/** The kind of each UTF-16 unit that was met; 0 where none was. */
const kindCache = new Uint8Array(0x10000);
const astralKindCache = new Map<number, number>();

function kindAt(normalised: string, offset: number): number {
	const unit = normalised.charCodeAt(offset);
	if (unit < 0xd800 || unit > 0xdfff) {
		return (kindCache[unit] ||= kindOfCharacter(String.fromCharCode(unit)));
	}
	const point = normalised.codePointAt(offset) ?? 0;
	const kind = astralKindCache.get(point) ?? kindOfCharacter(String.fromCodePoint(point));
	astralKindCache.set(point, kind);
	return kind;
}

const widthAt = (normalised: string, offset: number): number =>
	(normalised.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;

/** Where the run of these kinds that begins at `at` ends. */
function runEnd(normalised: string, offset: number, kind: number, otherKind: number): number {
	let end = offset;
	while (end < normalised.length) {
		const found = kindAt(normalised, end);
		if (found !== kind && found !== otherKind) break;
		end += widthAt(normalised, end);
	}
	return end;
}

/** Visits the words of a folded text in their order. */
export function visitTokens(normalised: string, visit: VisitToken): void {
	let offset = 0;
	let lastEnd = -1;
	while (offset < normalised.length) {
		const kind = kindAt(normalised, offset);
		const start = offset;
		if (kind === LETTER || kind === MARK) {
			offset = runEnd(normalised, offset, LETTER, MARK);
			if (kindAt(normalised, offset) === JOINER) {
				offset = visitJoined(normalised, start, offset, start === lastEnd, visit);
			} else {
				visit(normalised.slice(start, offset), start, start === lastEnd, false);
			}
			lastEnd = offset;
		} else if (kind === SINGLE || kind === JAMO) {
			offset = runEnd(normalised, offset + widthAt(normalised, offset), MARK, JAMO);
			visit(normalised.slice(start, offset), start, start === lastEnd, false);
			lastEnd = offset;
		} else {
			offset += widthAt(normalised, offset);
		}
	}
}

/** Visits a word that a joiner may continue, and its later parts; returns where it ends. */
function visitJoined(
	normalised: string,
	start: number,
	firstEnd: number,
	isAdjacent: boolean,
	visit: VisitToken
): number {
	const parts = [{ start, end: firstEnd }];
	let end = firstEnd;
	while (parts.length < MAX_PARTS && kindAt(normalised, end) === JOINER) {
		const next = runEnd(normalised, end + 1, LETTER, MARK);
		if (next === end + 1) break;
		parts.push({ start: end + 1, end: next });
		end = next;
	}
	parts.forEach((part, index) => {
		const term = parts
			.slice(index)
			.map((laterPart) => normalised.slice(laterPart.start, laterPart.end));
		visit(term.join(''), part.start, index === 0 && isAdjacent, index > 0);
	});
	return end;
}

/** Where the first `length` units of the word that begins at `start` end in the folded text. */
export function tokenPrefixEnd(normalised: string, start: number, length: number): number {
	let end = start;
	for (let remaining = length; remaining > 0 && end < normalised.length; end += 1) {
		if (kindAt(normalised, end) !== JOINER) remaining -= 1;
	}
	return end;
}
