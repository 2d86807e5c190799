/** A small companion with one of everything, line by line. */
const lines = [
	/*  1 */ '---',
	/*  2 */ 'companion: 1',
	/*  3 */ 'id: by-the-window',
	/*  4 */ 'title: By the window',
	/*  5 */ 'language: en',
	/*  6 */ 'essay: A Chair by the Window',
	/*  7 */ 'author: A. Writer',
	/*  8 */ '---',
	/*  9 */ '',
	/* 10 */ '## First light',
	/* 11 */ '- id: first-light',
	/* 12 */ '- heading: The Morning After',
	/* 13 */ '',
	/* 14 */ '> Take your time.',
	/* 15 */ '',
	/* 16 */ 'The passage.',
	/* 17 */ '',
	/* 18 */ '### Prompts',
	/* 19 */ '',
	/* 20 */ '- What could you hear?',
	/* 21 */ '  - id: hear; stance: recent; depth: gentle; intent: notice',
	/* 22 */ '- Describe the room.',
	/* 23 */ '  - id: room; stance: looking-back; depth: deeper; intent: meaning; view: observer'
];

/** The sample with some of its lines, named by their numbers, replaced; null takes a line out. */
export function sampleWith(changes: Record<number, string | null> = {}): string {
	return lines
		.map((line, index) => {
			const change = changes[index + 1];
			return change === undefined ? line : change;
		})
		.filter((line) => line !== null)
		.join('\n');
}

/** The front matter of the sample, and behind it what is given. */
export function sampleOf(rest: string): string {
	return `${lines.slice(0, 8).join('\n')}\n${rest}`;
}
