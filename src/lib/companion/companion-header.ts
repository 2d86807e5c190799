import { Attributes, isId, shorten, type ReportProblem } from './attributes.ts';
import type { Finding } from './model.ts';
import { companionLimits } from './limits.ts';

/** The lines at the beginning of a companion file, between two lines of `---` (docs/companion-format.md). */
export interface CompanionHeader {
	id: string;
	/** The line on which the id stands. */
	idLine: number;
	title: string;
	language: string;
	essay: string;
	author: string;
	findings: Finding[];
	/** Index of the first line behind the header. */
	end: number;
}

const KEYS = ['companion', 'id', 'title', 'language', 'essay', 'author'] as const;

/**
 * Reads the header of a companion file, given as its lines; null if there is none. Everything wrong with it is reported,
 * with its line. It looks like front matter in YAML and is not: a value is all that follows the first colon.
 */
export function readCompanionHeader(
	lines: readonly string[],
	report: ReportProblem
): CompanionHeader | null {
	const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
	if (end < 0) {
		const reason = 'A companion file begins with “key: value” lines between two lines of “---”.';
		report(1, 'no-front-matter', reason);
		return null;
	}
	const attributes = new Attributes(1, report, ['essay']);
	const findings: Finding[] = [];
	for (let index = 1; index < end; index += 1) {
		const line = lines[index] ?? '';
		const finding = /^finding:(.*)$/s.exec(line)?.[1];
		if (finding !== undefined) addFinding(findings, finding, index + 1, report);
		else if (line.trim() !== '') attributes.add(line, index + 1);
	}
	const version = attributes.required('companion');
	if (version !== '' && version !== '1') {
		const reason = 'This file is of another version of the format; version 1 can be read.';
		report(attributes.lineOf('companion'), 'unsupported-version', reason);
	}
	attributes.allowOnly(KEYS);
	const language = attributes.required('language');
	if (language !== '' && !isLanguageTag(language)) {
		report(attributes.lineOf('language'), 'bad-value', '“language” is a tag such as en or pt-BR.');
	}
	return {
		id: attributes.id(),
		idLine: attributes.lineOf('id'),
		title: attributes.required('title'),
		language,
		essay: attributes.required('essay'),
		author: attributes.required('author'),
		findings,
		end: end + 1
	};
}

/** Reads `id | title | what was found | source; source`, and reports what is wrong with it. */
function addFinding(findings: Finding[], text: string, line: number, report: ReportProblem): void {
	const parts = text.split('|').map((part) => part.trim());
	const [id = '', title = '', said = '', sourceList = ''] = parts;
	const sources = sourceList
		.split(';')
		.map((source) => source.trim())
		.filter((source) => source !== '');
	if (parts.length !== 4 || title === '' || said === '' || sources.length === 0) {
		const reason = 'A finding is “id | title | what was found | source; source”.';
		report(line, 'bad-value', reason);
	} else if (!isId(id) || id.length > companionLimits.id || text.length > companionLimits.finding) {
		const reason = `A finding begins with an id and has at most ${companionLimits.finding} characters.`;
		report(line, 'bad-value', reason);
	} else if (findings.some((one) => one.id === id)) {
		report(line, 'repeated-id', `The finding “${shorten(id)}” stands here a second time.`);
	} else if (findings.length >= companionLimits.findings) {
		report(line, 'too-large', `A companion has at most ${companionLimits.findings} findings.`);
	} else {
		findings.push({ id, title, said, sources });
	}
}

function isLanguageTag(text: string): boolean {
	try {
		return Intl.getCanonicalLocales(text).length === 1;
	} catch {
		return false; // RangeError: not a well-formed tag
	}
}
