import type { Companion, Finding, Prompt, Section } from './model.ts';
import { writeProse } from './prose.ts';

/** A file's text, and whose each of its lines is: the id of a section or prompt, null for the front matter. */
export interface WrittenLines {
	text: string;
	ownerIds: (string | null)[];
}

/**
 * Takes a companion and returns the text of its file (docs/companion-format.md), which `parseCompanion` reads
 * back as it was if the companion keeps the format's rules and its texts are tidy: one-line values trimmed and
 * without line ends, paragraphs and care notes of trimmed lines, none of them empty (`tidyLine`, `tidyPassage`).
 * Nothing is checked here, and nothing thrown; that a companion is a good file is what `checkCompanion` says.
 */
export function writeCompanion(companion: Companion): string {
	return writeCompanionLines(companion).text;
}

/** Writes a companion as `writeCompanion` does, and says whose each line is. Throws nothing. */
export function writeCompanionLines(companion: Companion): WrittenLines {
	const written: { line: string; owner: string | null }[] = [
		...headerLines(companion).map((line) => ({ line, owner: null })),
		...companion.sections.flatMap((section) => [
			...sectionLines(section).map((line) => ({ line, owner: section.id })),
			...section.prompts.flatMap((prompt) =>
				promptLines(prompt).map((line) => ({ line, owner: prompt.id }))
			)
		])
	];
	return {
		// A line end inside a one-line value would make two lines of it, and the second could mean anything.
		text: written.map(({ line }) => `${line.replaceAll('\n', ' ')}\n`).join(''),
		ownerIds: written.map(({ owner }) => owner)
	};
}

function headerLines({ id, title, language, essay, findings }: Companion): string[] {
	const front = { companion: 1, id, title, language, essay: essay.title, author: essay.author };
	const pairs = Object.entries(front).map(([key, value]) => `${key}: ${value}`);
	return ['---', ...pairs, ...findings.map(findingLine), '---'];
}

function findingLine({ id, title, said, sources }: Finding): string {
	return `finding: ${id} | ${title} | ${said} | ${sources.join('; ')}`;
}

/** All of a section down to the heading of its prompts. */
function sectionLines({ name, id, heading, care, passage, prompts }: Section): string[] {
	return [
		'',
		`## ${name}`,
		`- id: ${id}`,
		...(heading === null ? [] : [`- heading: ${heading}`]),
		...(care === null ? [] : ['', ...writeProse(care).map((line) => `> ${line}`)]),
		...passage.flatMap((paragraph) => ['', ...writeProse(paragraph)]),
		...(prompts.length > 0 ? ['', '### Prompts', ''] : [])
	];
}

function promptLines(prompt: Prompt): string[] {
	const { text, id, stance, depth, intent, view, left, why, finding } = prompt;
	const viewAttribute = view === 'first' ? '' : `; view: ${view}`;
	const findingAttribute = finding === null ? '' : `; finding: ${finding}`;
	return [
		`- ${text}`,
		`  - id: ${id}; stance: ${stance}; depth: ${depth}; intent: ${intent}${viewAttribute}${findingAttribute}`,
		...(left === null ? [] : [`  - left: ${left}`]),
		...(why === null ? [] : [`  - why: ${why}`])
	];
}
