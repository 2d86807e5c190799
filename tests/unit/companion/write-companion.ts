import type { Companion, Prompt, Section } from '$lib/companion/companion';

/** Writes a companion as docs/companion-format.md says it is written. */
export function writeCompanion(companion: Companion): string {
	const { id, title, language, essay, sections } = companion;
	const front = { companion: 1, id, title, language, essay: essay.title, author: essay.author };
	return [
		'---',
		...Object.entries(front).map(([key, value]) => `${key}: ${value}`),
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

function promptLines({ text, id, stance, depth, intent, view }: Prompt): string[] {
	const seen = view === 'first' ? '' : `; view: ${view}`;
	return [
		`- ${text}`,
		`  - id: ${id}; stance: ${stance}; depth: ${depth}; intent: ${intent}${seen}`
	];
}
