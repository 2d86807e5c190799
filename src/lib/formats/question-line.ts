/** A question as it stands in one line above its answer. */
export function oneSpaced(question: string): string {
	return question.replace(/\s+/g, ' ').trim();
}

/** A question as a heading of the sixth level, as Day One writes its own; `mark` is what its signs become. */
export function questionHeading(question: string, mark = (text: string) => text): string {
	return `###### ${mark(oneSpaced(question))}\n\n`;
}
