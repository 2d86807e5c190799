/**
 * Companions: an essay in sections, each beside its prompts.
 *
 * A companion is one Markdown file with front matter (docs/companion-format.md). The built-in one
 * and one that somebody sends are read by the same parser; a file that breaks the format is refused
 * whole, with every line and reason. This folder knows nothing of journals.
 */
export { parseCompanion } from './parse-companion.ts';
export { CompanionError, type CompanionProblem } from './companion-error.ts';
export { writeCompanion } from './write-companion.ts';
export { tidyLine, tidyPassage } from './tidy-passage.ts';
export { checkCompanion, type CompanionFault } from './check-companion.ts';
export { lintCompanion, type LintFinding } from './lint-companion.ts';
export { adviseCompanion, type CompanionAdvice } from './advise-companion.ts';
export { orderPrompts, promptWording } from './order-prompts.ts';
export * from './vocabulary.ts';
export type * from './model.ts';
