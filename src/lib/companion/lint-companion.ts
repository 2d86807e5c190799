import type { Companion, Section } from './model.ts';
import {
	claimWords,
	departureWords,
	genderWords,
	abstractWords,
	verdictWords,
	yesNoOpeners
} from './lint-words.ts';
import { stances } from './vocabulary.ts';

export interface LintFinding {
	line: number;
	/** The rule's name in docs/companion-format.md. */
	rule: 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P7' | 'P8' | 'P10' | 'P13';
	message: string;
}

/**
 * Takes a companion and the lines its sections and prompts stand on, and returns what in it goes
 * against the rules for prompts that do no harm. Advice for a person; the build takes it as law.
 */
export function lintCompanion(
	companion: Companion,
	lines: ReadonlyMap<string, number>
): LintFinding[] {
	return companion.sections.flatMap((section) => [
		...section.prompts.flatMap(({ id, text, left, why }) => {
			const line = lines.get(id) ?? 0;
			const reasonFindings = why === null ? [] : lintWhy(why, line);
			return [text, left ?? []]
				.flat()
				.flatMap((words) => lintPrompt(words, line))
				.concat(reasonFindings);
		}),
		...lintSection(section, lines.get(section.id) ?? 0)
	]);
}

/** A reason promises nothing, and passes no verdict either. */
function lintWhy(text: string, line: number): LintFinding[] {
	const hit = (verdictWords.exec(text) ?? claimWords.exec(text))?.[0];
	return hit === undefined
		? []
		: [{ line, rule: 'P4', message: `“${hit}” passes a verdict or promises recovery` }];
}

function lintPrompt(text: string, line: number): LintFinding[] {
	const found: LintFinding[] = [];
	const report = (rule: LintFinding['rule'], message: string): void =>
		void found.push({ line, rule, message });
	const reportMatch = (rule: LintFinding['rule'], words: RegExp, message: string): void => {
		const hit = words.exec(text)?.[0];
		if (hit !== undefined) report(rule, `“${hit}” ${message}`);
	};
	if ((text.match(/\?/g) ?? []).length > 1) report('P1', 'asks more than one question');
	const count = text.split(/\s+/).length;
	if (count > 28) report('P1', `has ${count} words; 28 is the most`);
	if (/[!¡]/.test(text)) report('P1', 'has an exclamation mark');
	if (/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text)) report('P1', 'has an emoji');
	reportMatch('P2', yesNoOpeners, 'opens a question that wants yes or no');
	reportMatch('P3', abstractWords, 'is abstract or absolute; ask for a time, a place, a thing');
	reportMatch('P4', verdictWords, 'passes a verdict or promises recovery');
	reportMatch('P5', genderWords, 'takes a gender or a role for granted');
	reportMatch('P7', departureWords, 'asks for the practical details of leaving');
	return found;
}

function lintSection(section: Section, line: number): LintFinding[] {
	const found: LintFinding[] = [];
	if (section.prompts.length === 0) return found;
	for (const stance of stances) {
		const prompts = section.prompts.filter((prompt) => prompt.stance === stance);
		const gentle = prompts.find(({ depth }) => depth === 'gentle');
		if (!gentle) {
			found.push({ line, rule: 'P8', message: `has no gentle prompt for ${stance}` });
		} else if (gentle !== prompts[0]) {
			found.push({ line, rule: 'P8', message: `does not begin gently for ${stance}` });
		}
		if (new Set(prompts.map(({ intent }) => intent)).size < 2) {
			found.push({ line, rule: 'P8', message: `needs two different intents for ${stance}` });
		}
		if (stance === 'recent' && (gentle ?? prompts[0])?.intent === 'meaning') {
			found.push({ line, rule: 'P10', message: 'asks for meaning first, for recent' });
		}
	}
	if (!section.prompts.some(({ view }) => view !== 'first' && view !== 'letter')) {
		found.push({ line, rule: 'P13', message: 'has no prompt that looks from a distance' });
	}
	return found;
}
