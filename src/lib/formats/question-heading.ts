/** A question as it stands in one line above its answer. */
export function collapseSpaces(question: string): string {
	return question.replace(/\s+/g, ' ').trim();
}

/** A question as a heading of the sixth level, as Day One writes its own; `mark` is what its signs become. */
export function questionHeading(question: string, escape = (text: string) => text): string {
	return `###### ${escape(collapseSpaces(question))}\n\n`;
}
