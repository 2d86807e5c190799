import {
	lintCompanion,
	parseCompanion,
	stances,
	writeCompanion,
	type LintFinding,
	type Prompt,
	type Section
} from '$lib/companion/companion';

const plain = { left: null, why: null, finding: null };

/** Six prompts that no rule has anything against: two for each stance, one seen from a distance. */
export const prompts: Prompt[] = stances.flatMap((stance): Prompt[] => [
	{
		id: `${stance}-1`,
		text: 'What could you hear that morning?',
		stance,
		depth: 'gentle',
		intent: 'notice',
		view: stance === 'recent' ? 'observer' : 'first',
		...plain
	},
	{
		id: `${stance}-2`,
		text: 'Which word would you choose for it today?',
		stance,
		depth: 'deeper',
		intent: 'meaning',
		view: 'first',
		...plain
	}
]);

/** What the lint says of a section with these prompts. */
export function lint(given: readonly Prompt[]): LintFinding[] {
	const section: Section = {
		id: 'part',
		number: 1,
		name: 'Part',
		heading: null,
		passage: ['Words.'],
		care: null,
		prompts: [...given]
	};
	const essay = { title: 'Essay', author: 'Author' };
	const whole = { id: 'c', title: 'C', language: 'en', essay, findings: [], sections: [section] };
	const text = writeCompanion(whole);
	const { companion, lines } = parseCompanion(text);
	return lintCompanion(companion, lines);
}

/** The same, each as its rule and line. */
export const findings = (given: readonly Prompt[]): string[] =>
	lint(given).map(({ rule, line }) => `${rule} ${line}`);

/** The six prompts, some of them changed; the keys of `changes` are ids. */
export const changed = (changes: Record<string, Partial<Prompt>>): Prompt[] =>
	prompts.map((prompt) => ({ ...prompt, ...changes[prompt.id] }));

/** The findings when one prompt says this. */
export const saying = (text: string): string[] => findings(changed({ 'looking-back-1': { text } }));

/** Lines: of the section, and of the prompt that `saying` rewords. */
export const SECTION = 10;
export const LOOKING_BACK_1 = 25;
