import type { Companion, Finding, Prompt, Section } from '$lib/companion/companion';

/** Writes a companion as docs/companion-format.md says it is written. */
export function writeCompanion(companion: Companion): string {
	const { id, title, language, essay, findings, sections } = companion;
	const front = { companion: 1, id, title, language, essay: essay.title, author: essay.author };
	return [
		'---',
		...Object.entries(front).map(([key, value]) => `${key}: ${value}`),
		...findings.map(findingLine),
		'---',
		...sections.flatMap(sectionLines),
		''
	].join('\n');
}

function sectionLines({ name, id, heading, care, passage, prompts }: Section): string[] {
	return [
		'',
		`## ${name}`,
		`- id: ${id}`,
		...(heading === null ? [] : [`- heading: ${heading}`]),
		...(care === null ? [] : ['', `> ${care}`]),
		...passage.flatMap((paragraph) => ['', paragraph]),
		...(prompts.length > 0 ? ['', '### Prompts', '', ...prompts.flatMap(promptLines)] : [])
	];
}

function findingLine({ id, title, said, sources }: Finding): string {
	return `finding: ${id} | ${title} | ${said} | ${sources.join('; ')}`;
}

function promptLines(prompt: Prompt): string[] {
	const { text, id, stance, depth, intent, view, left, why, finding } = prompt;
	const seen = view === 'first' ? '' : `; view: ${view}`;
	const leans = finding === null ? '' : `; finding: ${finding}`;
	return [
		`- ${text}`,
		`  - id: ${id}; stance: ${stance}; depth: ${depth}; intent: ${intent}${seen}${leans}`,
		...(left === null ? [] : [`  - left: ${left}`]),
		...(why === null ? [] : [`  - why: ${why}`])
	];
}
