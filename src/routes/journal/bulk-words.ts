import { formatEntryCount } from '$lib/app/words/entry-count';
import { MAX_TAGS } from '$lib/model/tags';

/** How many entries are selected, and how many of them the list shows: `7 pages chosen, none of them in this list`. */
export function describeSelection(count: number, shown: number): string {
	if (count === 0) return 'None chosen';
	const chosen = `${formatEntryCount(count)} chosen`;
	if (shown === count) return chosen;
	if (count === 1) return `${chosen}, not in this list`;
	const some = shown === 0 ? 'none' : new Intl.NumberFormat('en').format(shown);
	return `${chosen}, ${some} of them in this list`;
}

/** Says how many entries were time-locked, and that some of them were locked for longer already. */
export function describeTimeLocked(count: number, longer: number): string {
	const sealed = `${formatEntryCount(count)} sealed.`;
	if (longer === 0) return sealed;
	return `${sealed} ${formatEntryCount(longer)} ${longer === 1 ? 'keeps its' : 'keep their'} later day.`;
}

/** Says how many entries were tagged, and that some of them have no room for another tag. */
export function describeTagged(tag: string, count: number, full: number): string {
	const tagged = `“${tag}” is on ${count === 0 ? 'none of them' : formatEntryCount(count)} now.`;
	if (full === 0) return tagged;
	const stay = full === 1 ? 'has' : 'have';
	const as = full === 1 ? 'stays as it is' : 'stay as they are';
	return `${tagged} ${formatEntryCount(full)} ${stay} ${MAX_TAGS} tags already and ${as}.`;
}
