import { tidyLine, tidyPassage, type Companion, type Prompt } from '$lib/companion/companion';
import { stances } from '$lib/companion/vocabulary';
import { newId } from '../new-ids';

/** One part of an essay, as a reader has laid it out. */
export interface LaidPart {
	/** The short name in lists; where it is empty the first words stand in. */
	name: string;
	heading: string | null;
	paragraphs: readonly string[];
}

/** What is known of an essay as a whole. */
export interface AboutEssay {
	title: string;
	author: string;
	language: string;
}

/** Where a part stands in its essay. The ids of the sections of the questions for any essay. */
type Position = 'opening' | 'middle' | 'turn' | 'end';

/** The most characters of a name, as a companion file has them, and of a heading. */
const NAME = 40;
const HEADING = 500;
/** The middle's questions of one stance come in runs of so many, each whole in itself. */
const RUN = 4;

/**
 * Makes a companion of an essay: its parts, and beside each the questions for where it stands. `questions` is the
 * companion of questions for any essay. Its ids are new, and good for ever.
 */
export function companionOfEssay(
	{ title, author, language }: AboutEssay,
	parts: readonly LaidPart[],
	questions: Companion
): Companion {
	let middles = 0;
	const sections = parts.map(({ name, heading, paragraphs }, index) => {
		const id = `part-${index + 1}`;
		const position = positionOf(index, parts.length);
		const given = questions.sections.find((section) => section.id === position)?.prompts ?? [];
		const prompts = position === 'middle' ? runOf(given, middles++) : given;
		return {
			...{ id, number: index + 1, care: null },
			name: nameOf(name || heading || '', paragraphs),
			heading: shortened(heading ?? '', HEADING) || null,
			passage: paragraphs.flatMap(tidyPassage),
			prompts: prompts.map((prompt) => ({ ...prompt, id: `${id}-${prompt.id}` }))
		};
	});
	const leant = new Set(sections.flatMap(({ prompts }) => prompts.map(({ finding }) => finding)));
	return {
		id: newId('companion'),
		title: shortened(title, HEADING),
		language: language || 'und',
		essay: { title: shortened(title, HEADING), author: shortened(author, HEADING) },
		findings: questions.findings.filter(({ id }) => leant.has(id)),
		sections
	};
}

/** The essay's own words for a companion: its sections with these paragraphs for passages, and no question. */
export function originalOf(
	companion: Pick<Companion, 'id' | 'title'> & {
		sections: readonly Pick<Companion['sections'][number], 'id' | 'number' | 'name' | 'heading'>[];
	},
	{ title, author, language }: AboutEssay,
	passages: ReadonlyMap<string, readonly string[]>
): Companion {
	return {
		...{ id: companion.id, title: companion.title, language: language || 'und', findings: [] },
		essay: { title: shortened(title, HEADING), author: shortened(author, HEADING) },
		sections: companion.sections
			.filter(({ id }) => passages.has(id))
			.map(({ id, number, name, heading }) => ({
				...{ id, number, name, heading, care: null, prompts: [] },
				passage: (passages.get(id) ?? []).flatMap(tidyPassage)
			}))
	};
}

/** A first part opens and a last one ends; from three parts on one past the middle turns. */
function positionOf(index: number, count: number): Position {
	if (index === 0) return 'opening';
	if (index === count - 1) return 'end';
	return index === Math.max(1, Math.round((count - 1) * 0.6)) ? 'turn' : 'middle';
}

/** Of each stance the next run, and from the beginning again. */
function runOf(prompts: readonly Prompt[], number: number): Prompt[] {
	return stances.flatMap((stance) => {
		const own = prompts.filter((prompt) => prompt.stance === stance);
		const runs = Math.max(1, Math.floor(own.length / RUN));
		const at = (number % runs) * RUN;
		return own.slice(at, at + RUN);
	});
}

function nameOf(said: string, paragraphs: readonly string[]): string {
	return shortened(said, NAME) || shortened(paragraphs[0] ?? '', NAME) || '…';
}

/** A line of at most so many characters, cut between words where that is possible. */
export function shortened(text: string, most: number): string {
	const line = tidyLine(text);
	if (line.length <= most) return line;
	const cut = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
	const space = cut.lastIndexOf(' ');
	return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.—–-]+$/, '')}…`;
}
