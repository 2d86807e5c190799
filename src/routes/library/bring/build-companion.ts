import { tidyLine, tidyPassage, type Companion, type Prompt } from '$lib/companion/companion';
import { stances } from '$lib/companion/vocabulary';
import { newId } from '$lib/id/random-id';

/** One section of an essay, as a reader has laid it out. */
export interface LayoutSection {
	/** The short name in lists; if it is empty the first words are used. */
	name: string;
	heading: string | null;
	paragraphs: readonly string[];
}

/** The metadata of an essay. */
export interface EssayInfo {
	title: string;
	author: string;
	language: string;
}

/**
 * The role of a section in its essay. These are the ids of the sections in the companion of questions for any essay.
 */
type SectionRole = 'opening' | 'middle' | 'turn' | 'end';

/** The maximum length of a name in a companion file, and of a heading, in characters. */
const MAX_NAME_LENGTH = 40;
const MAX_HEADING_LENGTH = 500;
/** The middle's questions of one stance come in runs of this length, each complete in itself. */
const RUN_LENGTH = 4;

/**
 * Makes a companion of an essay: its sections, each with the questions for its role. `questions` is the companion of
 * questions for any essay. Its ids are new, and permanent.
 */
export function buildCompanion(
	{ title, author, language }: EssayInfo,
	layout: readonly LayoutSection[],
	questions: Companion
): Companion {
	let middleCount = 0;
	const sections = layout.map(({ name, heading, paragraphs }, index) => {
		const id = `part-${index + 1}`;
		const role = roleOf(index, layout.length);
		const candidates = questions.sections.find((section) => section.id === role)?.prompts ?? [];
		const prompts = role === 'middle' ? pickRun(candidates, middleCount++) : candidates;
		return {
			id,
			number: index + 1,
			care: null,
			name: sectionName(name || heading || '', paragraphs),
			heading: truncate(heading ?? '', MAX_HEADING_LENGTH) || null,
			passage: paragraphs.flatMap(tidyPassage),
			prompts: prompts.map((prompt) => ({ ...prompt, id: `${id}-${prompt.id}` }))
		};
	});
	const usedFindings = new Set(
		sections.flatMap(({ prompts }) => prompts.map(({ finding }) => finding))
	);
	return {
		id: newId('companion'),
		title: truncate(title, MAX_HEADING_LENGTH),
		language: language || 'und',
		essay: {
			title: truncate(title, MAX_HEADING_LENGTH),
			author: truncate(author, MAX_HEADING_LENGTH)
		},
		findings: questions.findings.filter(({ id }) => usedFindings.has(id)),
		sections
	};
}

/** Makes a companion of the essay's own text: its sections with these paragraphs as passages, and no questions. */
export function buildOriginal(
	companion: Pick<Companion, 'id' | 'title'> & {
		sections: readonly Pick<Companion['sections'][number], 'id' | 'number' | 'name' | 'heading'>[];
	},
	{ title, author, language }: EssayInfo,
	passages: ReadonlyMap<string, readonly string[]>
): Companion {
	return {
		id: companion.id,
		title: companion.title,
		language: language || 'und',
		findings: [],
		essay: {
			title: truncate(title, MAX_HEADING_LENGTH),
			author: truncate(author, MAX_HEADING_LENGTH)
		},
		sections: companion.sections
			.filter(({ id }) => passages.has(id))
			.map(({ id, number, name, heading }) => ({
				id,
				number,
				name,
				heading,
				care: null,
				prompts: [],
				passage: (passages.get(id) ?? []).flatMap(tidyPassage)
			}))
	};
}

/** The first section is the opening and the last the end; from three sections on one past the middle is the turn. */
function roleOf(index: number, count: number): SectionRole {
	if (index === 0) return 'opening';
	if (index === count - 1) return 'end';
	return index === Math.max(1, Math.round((count - 1) * 0.6)) ? 'turn' : 'middle';
}

/** Picks the next run of each stance, starting over after the last. */
function pickRun(prompts: readonly Prompt[], number: number): Prompt[] {
	return stances.flatMap((stance) => {
		const ofStance = prompts.filter((prompt) => prompt.stance === stance);
		const runs = Math.max(1, Math.floor(ofStance.length / RUN_LENGTH));
		const start = (number % runs) * RUN_LENGTH;
		return ofStance.slice(start, start + RUN_LENGTH);
	});
}

function sectionName(givenName: string, paragraphs: readonly string[]): string {
	return (
		truncate(givenName, MAX_NAME_LENGTH) || truncate(paragraphs[0] ?? '', MAX_NAME_LENGTH) || '…'
	);
}

/** Shortens a line to this many characters, at a word boundary if possible. */
export function truncate(text: string, maxLength: number): string {
	const line = tidyLine(text);
	if (line.length <= maxLength) return line;
	const cut = line.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '');
	const space = cut.lastIndexOf(' ');
	return `${(space > maxLength / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.—–-]+$/, '')}…`;
}
