import type { Prompt, Section } from './companion.ts';
import { stances, type Stance } from './vocabulary.ts';

/**
 * Takes a section and where the reader stands, and returns its prompts in the order in which they are
 * offered: the reader's own stance before the others, gentle before deeper, else as in the file. For a
 * reader who has not said (`null`) the stances take turns, so that none is taken for granted.
 */
export function promptsFor(section: Section, stance: Stance | null): Prompt[] {
	const own = stance === null ? [] : ordered(section, stance);
	const rest = stances.filter((one) => one !== stance).map((one) => ordered(section, one));
	return [...own, ...takeTurns(rest)];
}

function ordered({ prompts }: Section, stance: Stance): Prompt[] {
	const mine = prompts.filter((prompt) => prompt.stance === stance);
	return [
		...mine.filter(({ depth }) => depth === 'gentle'),
		...mine.filter(({ depth }) => depth === 'deeper')
	];
}

/** Gentle ones of every list in turn, then the deeper ones. */
function takeTurns(lists: readonly Prompt[][]): Prompt[] {
	const longest = Math.max(0, ...lists.map((list) => list.length));
	const turns = Array.from({ length: longest }, (_, index) =>
		lists.flatMap((list) => list[index] ?? [])
	).flat();
	return [
		...turns.filter(({ depth }) => depth === 'gentle'),
		...turns.filter(({ depth }) => depth === 'deeper')
	];
}
