import { Attributes, type Report } from './attributes.ts';

export interface FrontMatter {
	id: string;
	/** The line on which the id stands. */
	idLine: number;
	title: string;
	language: string;
	essay: string;
	author: string;
	/** Index of the first line behind the front matter. */
	end: number;
}

const KEYS = ['companion', 'id', 'title', 'language', 'essay', 'author'] as const;

/**
 * Takes the lines of a file and returns what its front matter says, or null where it has none.
 * Everything wrong with it is reported.
 */
export function readFrontMatter(lines: readonly string[], report: Report): FrontMatter | null {
	const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
	if (end < 0) {
		const reason = 'A companion file begins with “key: value” lines between two lines of “---”.';
		report(1, 'no-front-matter', reason);
		return null;
	}
	const attributes = new Attributes(1, report, ['essay']);
	for (let index = 1; index < end; index += 1) {
		const line = lines[index] ?? '';
		if (line.trim() !== '') attributes.add(line, index + 1);
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
		end: end + 1
	};
}

function isLanguageTag(text: string): boolean {
	try {
		return Intl.getCanonicalLocales(text).length === 1;
	} catch {
		return false; // RangeError: not a well-formed tag
	}
}
