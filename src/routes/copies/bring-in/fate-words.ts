import type { ImportOutcome, ImportPlan } from '$lib/merge/import-plan';
import { pagesInFigures } from '../../journal/many-words';

/** What becomes of the pages of a file, in the order in which it is said. */
const fates: readonly { fate: ImportOutcome; says: (pages: string, one: boolean) => string }[] = [
	{ fate: 'new', says: (pages, one) => `${pages} ${one ? 'is' : 'are'} new here.` },
	{
		fate: 'newer',
		says: (pages, one) =>
			`${pages} ${one ? 'goes' : 'go'} on from what is here; the text here is kept as an earlier version.`
	},
	{
		fate: 'noted',
		says: (pages, one) =>
			`${pages} ${one ? 'is' : 'are'} here already; tags and notes that only the file has are added.`
	},
	{
		fate: 'both',
		says: (pages, one) =>
			`${pages} ${one ? 'differs' : 'differ'} from what is here; both are kept, one beside the other.`
	},
	{
		fate: 'gone',
		says: (pages, one) =>
			`${pages} ${one ? 'was' : 'were'} let go here, and ${one ? 'stays' : 'stay'} gone.`
	},
	{ fate: 'here', says: (pages, one) => `${pages} ${one ? 'is' : 'are'} here already.` },
	{
		fate: 'older',
		says: (pages, one) =>
			`${pages} ${one ? 'is' : 'are'} older than here; the text here stays as it is.`
	}
];

/** A sentence for each kind of fate that occurs. */
export function fatesInWords(lines: ImportPlan['outcomes']): string[] {
	return fates.flatMap(({ fate, says }) => {
		const count = lines.filter((line) => line.outcome === fate).length;
		return count === 0 ? [] : [says(pagesInFigures(count), count === 1)];
	});
}
