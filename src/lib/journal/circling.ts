import type { Entry } from './entry';

const DAY = 86_400_000;

/**
 * Whether a person has been going round a question, told by when they wrote and by nothing they wrote: three
 * answers to this prompt within seven days, or three deeper pages within a day. `now` is in milliseconds.
 * They are offered another view or a break, and never hindered.
 */
export function isCircling(
	entries: readonly Pick<Entry, 'question' | 'written'>[],
	promptId: string | null,
	now: number
): boolean {
	const within = (days: number): typeof entries =>
		entries.filter(({ written }) => written.at <= now && now - written.at < days * DAY);
	const answers = within(7).filter(({ question }) => promptId && question?.promptId === promptId);
	const deeper = within(1).filter(({ question }) => question?.depth === 'deeper');
	return answers.length >= 3 || deeper.length >= 3;
}
