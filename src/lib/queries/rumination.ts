import type { Entry, Question } from '$lib/model/entry';

const DAY_MS = 86_400_000;

/**
 * Whether a person has been going round, told by when they wrote and by nothing they wrote, as they are about to
 * answer `asked`: three answers to this prompt within seven days, or, before a deeper one, three deeper pages
 * within a day. `now` is in milliseconds.
 * They are offered another view or a break, and never hindered.
 */
export function isRuminating(
	entries: readonly Pick<Entry, 'question' | 'written'>[],
	asked: Pick<Question, 'promptId' | 'depth'> | null,
	now: number
): boolean {
	const within = (days: number): typeof entries =>
		entries.filter(({ written }) => written.at <= now && now - written.at < days * DAY_MS);
	if (!asked) return false;
	const answers = within(7).filter(({ question }) => question?.promptId === asked.promptId);
	const deeper = within(1).filter(({ question }) => question?.depth === 'deeper');
	return answers.length >= 3 || (asked.depth === 'deeper' && deeper.length >= 3);
}
