import type { Entry } from '$lib/model/entry';
import { timeLockOf } from '$lib/model/time-lock';
import type { PrintChoice } from './print-choice';

/** What a choice comes to. */
export interface ToPrint {
	/** The pages, in the order in which they are printed. */
	pages: readonly Entry[];
	/** Whether the choice meets pages that are hidden or sealed, left out or not. */
	meets: { hidden: boolean; sealed: boolean };
	/** How many of them are left out, each counted once: a hidden one as hidden, whether it is sealed or not. */
	leftOut: { hidden: number; sealed: number };
}

/**
 * The pages to print of these entries, which are listed newest first and hold none that lies in the bin. `ids`
 * are the pages one came with.
 */
export function pagesToPrint(
	entries: readonly Entry[],
	ids: readonly string[],
	choice: PrintChoice
): ToPrint {
	const chosen = entries.filter(isMeant(ids, choice));
	const isSealed = (entry: Entry): boolean => timeLockOf(entry) !== 'none';
	const unfolded = chosen.filter(({ hidden }) => choice.hidden || !hidden);
	const pages = unfolded.filter((entry) => choice.sealed || !isSealed(entry));
	return {
		pages: choice.oldestFirst ? pages.toReversed() : pages,
		meets: { hidden: chosen.some(({ hidden }) => hidden), sealed: chosen.some(isSealed) },
		leftOut: {
			hidden: chosen.length - unfolded.length,
			sealed: unfolded.length - pages.length
		}
	};
}

function isMeant(
	ids: readonly string[],
	{ which, from, to }: PrintChoice
): (entry: Entry) => boolean {
	if (which === null) return () => false;
	if (which === 'all') return () => true;
	if (which === 'these') {
		const these = new Set(ids);
		return ({ id }) => these.has(id);
	}
	// Two days the wrong way round mean the days between them as well.
	const [first, last] = from !== '' && to !== '' && from > to ? [to, from] : [from, to];
	return ({ written: { day } }) => (first === '' || day >= first) && (last === '' || day <= last);
}
