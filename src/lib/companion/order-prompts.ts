import type { Prompt, Section } from './model.ts';
import { depths, stances, type Stance } from './vocabulary.ts';

/**
 * Takes a section and where the reader stands, and returns its prompts in the order in which they are
 * offered: the reader's own stance before the others, gentle before deeper, else as in the file. For a
 * reader who has not said (`null`) the stances take turns, so that none is taken for granted.
 */
export function orderPrompts(section: Section, stance: Stance | null): Prompt[] {
	const ownStance = stances.filter((one) => one === stance);
	const otherStances = stances.filter((one) => one !== stance);
	return [ownStance, otherStances].flatMap((group) =>
		depths.flatMap((depth) =>
			interleave(
				group.map((one) =>
					section.prompts.filter((prompt) => prompt.stance === one && prompt.depth === depth)
				)
			)
		)
	);
}

/**
 * Takes a prompt and whether the reader was the one who was left, and returns it as it is put to them: some
 * have other words for a reader who was left.
 */
export function promptWording(prompt: Prompt, wasLeft: boolean): Prompt {
	return wasLeft && prompt.left !== null ? { ...prompt, text: prompt.left } : prompt;
}

/** The first of every list, then the second of every list, and so on. */
function interleave(lists: readonly Prompt[][]): Prompt[] {
	const longest = Math.max(0, ...lists.map((list) => list.length));
	return Array.from({ length: longest }, (_, index) =>
		lists.flatMap((list) => list[index] ?? [])
	).flat();
}
