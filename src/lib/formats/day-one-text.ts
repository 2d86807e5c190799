/** What Markdown reads as a sign of its own, and what Day One writes behind a backslash. */
const MARKDOWN_CHARS = /[\\`*_{}[\]()#+\-.!<>|~]/g;

/** The text so that Day One shows it as it was written. */
export function escapeMarkdown(text: string): string {
	return text.replace(MARKDOWN_CHARS, '\\$&');
}

/** A sign behind a backslash; or code, between fences or in a line, where a backslash is itself. */
const ESCAPED_OR_CODE = /\\([!-/:-@[-`{-~])|^ {0,3}```[^\n]*\n(?:[^]*?^ {0,3}```|[^]*)|`[^`\n]+`/gm;

/** The text without the backslashes that Day One put before signs. It is the inverse of `escaped`. */
export function unescapeMarkdown(text: string): string {
	return text.replace(
		ESCAPED_OR_CODE,
		(match: string, escapedChar?: string) => escapedChar ?? match
	);
}

/** Where a picture or a recording stood: `![](dayone-moment://…)`, `![](dayone-moment:/video/…)`. */
const MOMENT = String.raw`!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\s]{0,200}\)`;
const MOMENT_LINES = new RegExp(String.raw`^(?:[ \t]*${MOMENT}[ \t]*(?:\n+|$(?![^])))+`, 'gm');
const MOMENTS = new RegExp(MOMENT, 'g');

/** The text without the places of pictures and recordings, which no page here holds. */
export function stripMedia(text: string): string {
	return text.replace(MOMENT_LINES, '').replace(MOMENTS, '').replaceAll('\ufffc', '');
}

/** A question above an answer: a heading of the sixth level in the first line. */
const QUESTION_HEADING = /^\s*###### +([^\n]+)\n+/;

/** Divides the text into the question above it and the answer; the question is null where there is none, or no answer. */
export function splitQuestion(text: string): { question: string | null; answer: string } {
	const [match, question] = QUESTION_HEADING.exec(text) ?? [];
	if (match === undefined || question === undefined) return { question: null, answer: text };
	const answer = text.slice(match.length);
	// Someone's own heading with nothing below it is what they wrote.
	return answer.trim() === '' ? { question: null, answer: text } : { question, answer };
}
