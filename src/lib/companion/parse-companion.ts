import { shorten, startReport, type Report } from './attributes';
import type { Companion, Section } from './companion';
import { CompanionError } from './companion-error';
import { limits } from './companion-limits';
import { readFrontMatter } from './front-matter';
import { SectionReader } from './section-reader';

export interface ParsedCompanion {
	companion: Companion;
	/** The line on which each section and prompt begins, by id. */
	lines: ReadonlyMap<string, number>;
}

/**
 * Takes the text of a companion file (docs/companion-format.md) and returns the companion.
 * Throws a CompanionError that names every line that is wrong; nothing is half-read.
 */
export function parseCompanion(text: string): ParsedCompanion {
	const { problems, report } = startReport();
	if (new TextEncoder().encode(text).length > limits.bytes) {
		report(1, 'too-large', 'A companion file has at most 1 MiB.');
		throw new CompanionError(problems);
	}
	const rows = text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\n|\r/)
		.map((row) => row.trimEnd());
	const front = readFrontMatter(rows, report);
	if (!front) throw new CompanionError(problems);

	const sections: SectionReader[] = [];
	for (let index = front.end; index < rows.length; index += 1) {
		const row = rows[index] ?? '';
		const line = index + 1;
		if (/^##\s/.test(row)) {
			sections.push(new SectionReader(row.slice(2).trim(), line, report));
		} else if (sections.length > 0) {
			sections.at(-1)?.read(row, line);
		} else if (row.trim() !== '') {
			const reason = `“${shorten(row)}” stands before the first section.`;
			report(line, 'misplaced-line', reason);
		}
	}
	const lines = new Map<string, number>();
	const finished = sections.map((section, index) => section.finish(index + 1));
	checkWhole(sections, finished, lines, report);
	if (problems.length > 0) {
		throw new CompanionError([...problems].sort((a, b) => a.line - b.line));
	}
	const { id, title, language, essay, author } = front;
	return {
		companion: { id, title, language, essay: { title: essay, author }, sections: finished },
		lines
	};
}

/** What only the whole file shows: ids that stand twice, and counts past their limits. */
function checkWhole(
	readers: readonly SectionReader[],
	sections: readonly Section[],
	lines: Map<string, number>,
	report: Report
): void {
	if (sections.length === 0)
		report(1, 'no-sections', 'There is no section: no line begins with “##”.');
	if (sections.length > limits.sections) {
		report(1, 'too-large', `A companion has at most ${limits.sections} sections.`);
	}
	if (sections.reduce((sum, { prompts }) => sum + prompts.length, 0) > limits.prompts) {
		report(1, 'too-large', `A companion has at most ${limits.prompts} prompts.`);
	}
	for (const reader of readers) {
		for (const { id, line } of reader.ids) {
			if (id === '') continue;
			const first = lines.get(id);
			if (first === undefined) lines.set(id, line);
			else report(line, 'repeated-id', `The id “${shorten(id)}” already stands on line ${first}.`);
		}
	}
}
