import type { CompanionFault } from '$lib/companion/companion';

/**
 * Messages for the faults that keep a companion from being exported, by the validator's message; with the field in
 * which each is corrected, if that is not the first one.
 */
const faultRules: readonly [known: RegExp, said: string, field?: string][] = [
	[/^“title” (has no value|is missing)/, 'It has no title.'],
	[/^“essay” (has no value|is missing)/, 'The essay has no title.', 'essay'],
	[/^“author” (has no value|is missing)/, 'The essay has no author.', 'author'],
	[/^“language”/, 'The language is a short tag, such as en or pt-BR.', 'language'],
	[/^There is no section/, 'It has no part.'],
	[/^A section's name/, 'Its name has between 1 and 40 characters.'],
	[/has no passage\.$/, 'It has no passage.', 'passage'],
	[/^A paragraph has/, 'A paragraph has at most 20,000 characters.', 'passage'],
	[/^A prompt has/, 'It has between 1 and 500 characters.'],
	[/has at most 500 characters\.$/, 'One of its lines has more than 500 characters.'],
	[/has at most 1 MiB\.$/, 'It is larger than the 1 MiB that a file may have.'],
	[/has at most \d+ sections\.$/, 'It has more than the 200 parts that a file may have.'],
	[/has at most \d+ prompts\.$/, 'It has more than the 2,000 questions that a file may have.']
];

/** Describes a fault in a sentence; uses the validator's own if this page has none. */
export function describeFault({ reason }: CompanionFault): string {
	return faultRules.find(([known]) => known.test(reason))?.[1] ?? reason;
}

/** The field in which a fault is corrected; undefined for the first one of its place. */
export function faultField({ reason }: CompanionFault): string | undefined {
	return faultRules.find(([known]) => known.test(reason))?.[2];
}
