import {
	adviseCompanion,
	stances,
	type Companion,
	type CompanionAdvice,
	type Prompt,
	type Section
} from '$lib/companion/companion';
import { stanceWords } from '$lib/app/words/wording';

/*
 * Advice for questions that do no harm, in plain words (docs/companion-format.md). The linter finds the problems;
 * nothing here examines a text by itself.
 */

/** The advice of each rule for a question; `hit` is the word it is about. */
const promptRules: Partial<Record<CompanionAdvice['rule'], (hit: string) => string>> = {
	P2: (hit) =>
		`“${hit}” asks for a yes or a no. A question that begins with what, when, where or how leaves more room.`,
	P3: (hit) => `“${hit}” is wide. A time, a place or a thing is easier to write about.`,
	P4: (hit) => `“${hit}” may sound like a verdict, or like a promise that nobody can keep.`,
	P5: (hit) => `“${hit}” takes somebody’s gender, or the kind of bond, for granted.`,
	P7: (hit) =>
		`“${hit}” may ask for the practical side of leaving. A plan that someone else finds can be dangerous.`
};

/** The advice of P1, by the linter's message. */
const lengthRules: readonly [RegExp, string][] = [
	[/more than one question/, 'It asks more than one thing. One at a time is easier to answer.'],
	[/\d+ words/, 'It is long. Up to 28 words are taken in at once.'],
	[/exclamation/, 'An exclamation mark can feel like a push.'],
	[/emoji/, 'A picture in a question means something different to each reader. Words are safer.']
];

/** The advice of P8 and P10 for a section, by the linter's message; the stances it concerns follow. */
const stanceRules: readonly [RegExp, string][] = [
	[/no gentle/, 'There is no gentle question yet for someone'],
	[/begin gently/, 'A gentle question could stand first for someone'],
	[/two different intents/, 'More than one kind of question could be asked of someone'],
	[/meaning first/, 'The first question offered asks what it means, which is early for someone']
];

const DISTANCE_ADVICE =
	'No question looks from a distance yet: as someone looking on, a friend, or a later self.';

/** The advice for each text of a question. */
export interface PromptAdvice {
	text: string[];
	left: string[];
	why: string[];
}

export function advisePrompt(prompt: Prompt): PromptAdvice {
	const { left, why } = prompt;
	const bare = { ...prompt, left: null, why: null };
	return {
		text: toSentences(lintPrompt({ ...bare })),
		left: left === null ? [] : toSentences(lintPrompt({ ...bare, text: left })),
		why: why === null ? [] : toSentences(lintPrompt({ ...bare, text: '', why }))
	};
}

/** The advice for a section as a whole. */
export function adviseSection(section: Section): string[] {
	const all = adviseCompanion(wrapSection(section)).filter(({ ownerId }) => ownerId === section.id);
	const lines = stanceRules.flatMap(([kind, sentence]) => {
		const lacking = stances.filter((stance) =>
			all.some(({ message }) => kind.test(message) && message.endsWith(` ${stance}`))
		);
		return lacking.length > 0
			? [`${sentence} ${joinWithOr(lacking.map((one) => stanceWords[one]))}.`]
			: [];
	});
	return all.some(({ rule }) => rule === 'P13') ? [...lines, DISTANCE_ADVICE] : lines;
}

function lintPrompt(prompt: Prompt): CompanionAdvice[] {
	const section = { id: '', number: 1, name: '', heading: null, passage: [], care: null };
	const all = adviseCompanion(wrapSection({ ...section, prompts: [prompt] }));
	return all.filter(({ ownerId }) => ownerId === prompt.id);
}

function wrapSection(section: Section): Companion {
	const essay = { title: '', author: '' };
	return { id: '', title: '', language: '', essay, findings: [], sections: [section] };
}

function toSentences(advice: readonly CompanionAdvice[]): string[] {
	return advice.map(({ rule, message }) => {
		const hit = /“(.+?)”/.exec(message)?.[1] ?? '';
		const long = lengthRules.find(([kind]) => rule === 'P1' && kind.test(message))?.[1];
		return long ?? promptRules[rule]?.(hit) ?? message;
	});
}

/** `one`, `one or two`, `one, two or three` */
function joinWithOr(words: readonly string[]): string {
	return [words.slice(0, -1).join(', '), ...words.slice(-1)]
		.filter((one) => one !== '')
		.join(' or ');
}
