import type { Entry } from '$lib/model/entry';
import { outline } from '$lib/app/reading/builtin-outline';

/**
 * Whether an entry's title is this app's own wording: a question of the built-in essay, a letter, or neither. A
 * question of the writer's own, or of an imported essay, is not sent to a translator.
 */
export function isBuiltInQuestion({
	companion,
	question
}: Pick<Entry, 'companion' | 'question'>): boolean {
	return question === null || (companion === outline.id && question.depth !== null);
}
