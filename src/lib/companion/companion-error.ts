/** What can be wrong with a companion file; docs/companion-format.md says the same in words. */
export type CompanionProblemCode =
	| 'too-large'
	| 'no-front-matter'
	| 'unsupported-version'
	| 'missing-key'
	| 'unknown-key'
	| 'repeated-key'
	| 'bad-value'
	| 'repeated-id'
	| 'misplaced-line'
	| 'no-sections'
	| 'no-passage';

export interface CompanionProblem {
	/** From 1. */
	line: number;
	code: CompanionProblemCode;
	/** A sentence for the person who wrote the file. */
	reason: string;
}

/** A file that is not a companion. Holds every problem found, in the order of the lines. */
export class CompanionError extends Error {
	override name = 'CompanionError';
	readonly problems: readonly CompanionProblem[];

	constructor(problems: readonly CompanionProblem[]) {
		super(problems.map(({ line, reason }) => `line ${line}: ${reason}`).join('\n'));
		this.problems = problems;
	}
}
