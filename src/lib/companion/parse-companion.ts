import { shorten, createReport, type ReportProblem } from './attributes.ts';
import type { Companion, Section } from './model.ts';
import { CompanionError } from './companion-error.ts';
import { readCompanionHeader, type CompanionHeader } from './companion-header.ts';
import { companionLimits } from './limits.ts';
import { SectionReader } from './section-reader.ts';

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
	const { problems, report } = createReport();
	if (new TextEncoder().encode(text).length > companionLimits.bytes) {
		report(1, 'too-large', 'A companion file has at most 1 MiB.');
		throw new CompanionError(problems);
	}
	const rows = text
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.map((row) => row.trimEnd());
	if (rows.filter(startsSection).length > companionLimits.sections) {
		report(1, 'too-large', `A companion has at most ${companionLimits.sections} sections.`);
		throw new CompanionError(problems);
	}
	const header = readCompanionHeader(rows, report);
	if (!header) throw new CompanionError(problems);

	const sections: SectionReader[] = [];
	for (let index = header.end; index < rows.length; index += 1) {
		const row = rows[index] ?? '';
		const line = index + 1;
		if (startsSection(row)) {
			sections.push(new SectionReader(row.slice(2).trim(), line, report));
		} else if (sections.length > 0) {
			sections.at(-1)?.readLine(row, line);
		} else if (row.trim() !== '') {
			const reason = `“${shorten(row)}” stands before the first section.`;
			report(line, 'misplaced-line', reason);
		}
	}
	const findingIds = header.findings.map(({ id }) => id);
	const parsedSections = sections.map((section, index) => section.finish(index + 1, findingIds));
	checkCounts(parsedSections, report);
	const lines = indexIds(header, sections, report);
	if (problems.length > 0) {
		throw new CompanionError([...problems].sort((a, b) => a.line - b.line));
	}
	const { id, title, language, essay, author, findings } = header;
	return {
		companion: {
			id,
			title,
			language,
			essay: { title: essay, author },
			findings,
			sections: parsedSections
		},
		lines
	};
}

function startsSection(row: string): boolean {
	return /^##(\s|$)/.test(row);
}

/** Reports that there is no section, or that there are more prompts than a file may hold. */
function checkCounts(sections: readonly Section[], report: ReportProblem): void {
	if (sections.length === 0) {
		report(1, 'no-sections', 'There is no section: no line begins with “##”.');
	}
	if (sections.reduce((sum, { prompts }) => sum + prompts.length, 0) > companionLimits.prompts) {
		report(1, 'too-large', `A companion has at most ${companionLimits.prompts} prompts.`);
	}
}

/** Returns where each section and prompt begins, by id; reports an id that stands twice in the file. */
function indexIds(
	header: CompanionHeader,
	sections: readonly SectionReader[],
	report: ReportProblem
): Map<string, number> {
	const lines = new Map<string, number>();
	const firstLines = new Map([[header.id, header.idLine]]);
	for (const { id, idLine, line } of sections.flatMap(({ ids }) => ids)) {
		if (id === '') continue;
		const first = firstLines.get(id);
		if (first === undefined) {
			firstLines.set(id, idLine);
			lines.set(id, line);
		} else {
			const reason = `The id “${shorten(id)}” already stands on line ${first}.`;
			report(idLine, 'repeated-id', reason);
		}
	}
	return lines;
}
