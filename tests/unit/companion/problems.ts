import { CompanionError, parseCompanion } from '$lib/companion/companion';
import type { CompanionProblemCode } from '$lib/companion/companion-error';

export type Problem = [line: number, code: CompanionProblemCode];

/** What a text is refused for, in the order reported; nothing if it is a companion. */
export function problemsOf(text: string): Problem[] {
	try {
		parseCompanion(text);
		return [];
	} catch (error) {
		if (!(error instanceof CompanionError)) throw error;
		return error.problems.map(({ line, code }) => [line, code]);
	}
}
