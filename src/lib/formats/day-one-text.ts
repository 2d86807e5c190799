/** What Markdown reads as a sign of its own, and what Day One writes behind a backslash. */
const signs = /[\\`*_{}[\]()#+\-.!<>|~]/g;

/** The text so that Day One shows it as it was written. */
export function escaped(text: string): string {
	return text.replace(signs, '\\$&');
}

/** A sign behind a backslash; or code, between fences or in a line, where a backslash is itself. */
const escapes = /\\([!-/:-@[-`{-~])|^ {0,3}```[^\n]*\n(?:[^]*?^ {0,3}```|[^]*)|`[^`\n]+`/gm;

/** The text without the backslashes that Day One put before signs. It is the inverse of `escaped`. */
export function unescaped(text: string): string {
	return text.replace(escapes, (all: string, sign?: string) => sign ?? all);
}

/** Where a picture or a recording stood: `![](dayone-moment://…)`, `![](dayone-moment:/video/…)`. */
const moment = String.raw`!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\s]{0,200}\)`;
const lonelyMoments = new RegExp(String.raw`^(?:[ \t]*${moment}[ \t]*(?:\n+|$(?![^])))+`, 'gm');
const moments = new RegExp(moment, 'g');

/** The text without the places of pictures and recordings, which no page here holds. */
export function withoutMoments(text: string): string {
	return text.replace(lonelyMoments, '').replace(moments, '').replaceAll('\ufffc', '');
}

/** A question above an answer: a heading of the sixth level in the first line. */
const heading = /^\s*###### +([^\n]+)\n+/;

/** Divides the text into the question above it and the answer; the question is null where there is none, or no answer. */
export function withQuestion(text: string): { question: string | null; answer: string } {
	const [whole, question] = heading.exec(text) ?? [];
	if (whole === undefined || question === undefined) return { question: null, answer: text };
	const answer = text.slice(whole.length);
	// Someone's own heading with nothing below it is what they wrote.
	return answer.trim() === '' ? { question: null, answer: text } : { question, answer };
}
