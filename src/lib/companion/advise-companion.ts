import type { Companion } from './model.ts';
import { lintCompanion, type LintFinding } from './lint-companion.ts';

/** What the lint says of one section or prompt. */
export interface CompanionAdvice {
	/** The id of the section or prompt, as it is, be it empty or another's too. */
	ownerId: string;
	rule: LintFinding['rule'];
	message: string;
}

/**
 * Takes a companion, finished or not, and returns the lint's findings by the ids of its sections and prompts rather
 * than by the lines of a file. Throws nothing.
 */
export function adviseCompanion(companion: Companion): CompanionAdvice[] {
	const ids = companion.sections.flatMap(({ id, prompts }) => [
		id,
		...prompts.map((one) => one.id)
	]);
	// The lint knows its places by number; of an id that stands twice the later number is as good as the first.
	const indexById = new Map(ids.map((id, index) => [id, index]));
	return lintCompanion(companion, indexById).map(({ line, rule, message }) => ({
		ownerId: ids[line] ?? '',
		rule,
		message
	}));
}
