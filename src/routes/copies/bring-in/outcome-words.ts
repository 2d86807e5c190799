import type { ImportOutcome, ImportPlan } from '$lib/merge/import-plan';
import { formatEntryCount } from '$lib/app/words/entry-count';

/** The sentences for the outcomes of an import, in the order in which they are listed. */
const outcomeSentences: readonly {
	outcome: ImportOutcome;
	text: (pages: string, one: boolean) => string;
}[] = [
	{ outcome: 'new', text: (pages, one) => `${pages} ${one ? 'is' : 'are'} new here.` },
	{
		outcome: 'newer',
		text: (pages, one) =>
			`${pages} ${one ? 'goes' : 'go'} on from what is here; the text here is kept as an earlier version.`
	},
	{
		outcome: 'annotated',
		text: (pages, one) =>
			`${pages} ${one ? 'is' : 'are'} here already; tags and notes that only the file has are added.`
	},
	{
		outcome: 'copied',
		text: (pages, one) =>
			`${pages} ${one ? 'differs' : 'differ'} from what is here; both are kept, one beside the other.`
	},
	{
		outcome: 'deleted',
		text: (pages, one) =>
			`${pages} ${one ? 'was' : 'were'} let go here, and ${one ? 'stays' : 'stay'} gone.`
	},
	{ outcome: 'unchanged', text: (pages, one) => `${pages} ${one ? 'is' : 'are'} here already.` },
	{
		outcome: 'older',
		text: (pages, one) =>
			`${pages} ${one ? 'is' : 'are'} older than here; the text here stays as it is.`
	}
];

/** Returns a sentence for each outcome that occurs. */
export function describeOutcomes(outcomes: ImportPlan['outcomes']): string[] {
	return outcomeSentences.flatMap(({ outcome, text }) => {
		const count = outcomes.filter((line) => line.outcome === outcome).length;
		return count === 0 ? [] : [text(formatEntryCount(count), count === 1)];
	});
}
