import type { Entry, Question } from '$lib/model/entry';

const DAY_MS = 86_400_000;

/**
 * Whether a person who is about to answer `asked` may be ruminating, judged by when they wrote and by nothing they
 * wrote: three answers to this prompt within seven days, or, before a deeper one, three deeper entries within a day.
 * `now` is in milliseconds. They are offered another view or a break, and never hindered.
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
