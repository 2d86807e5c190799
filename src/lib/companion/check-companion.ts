import type { Companion, Prompt, Section } from './model.ts';
import { CompanionError, type CompanionProblem } from './companion-error.ts';
import { parseCompanion } from './parse-companion.ts';
import { writeCompanionLines } from './write-companion.ts';

/** One thing that keeps a companion from being a file. */
export interface CompanionFault {
	/** The id of the section or prompt concerned, as it is, be it empty or another's too; null for the front matter. */
	ownerId: string | null;
	/** A sentence for the person who writes the companion. */
	reason: string;
}

/**
 * Takes a companion that somebody is writing and returns what keeps it from being a file: what the parser would refuse
 * (its first hundred problems), or, where it would refuse nothing, the places that would not come back as they are.
 * An empty list means that the file is good. A section's `number` is not looked at: its place says it. Throws nothing.
 */
export function checkCompanion(companion: Companion): CompanionFault[] {
	const { text, ownerIds } = writeCompanionLines(companion);
	try {
		return findChanges(companion, parseCompanion(throughUtf8(text)).companion);
	} catch (error) {
		if (!(error instanceof CompanionError)) throw error;
		return error.problems.map((problem) => toFault(problem, ownerIds));
	}
}

/** The text as it is once it was a file: UTF-8 has no way to write half a character. */
function throughUtf8(text: string): string {
	return new TextDecoder().decode(new TextEncoder().encode(text));
}

function toFault(
	{ line, code, reason }: CompanionProblem,
	owners: readonly (string | null)[]
): CompanionFault {
	const ownerId = owners[line - 1] ?? null;
	// The parser's own words name a line, which whoever asks here does not see.
	const isRepeatedId = code === 'repeated-id' && ownerId !== null;
	return {
		ownerId,
		reason: isRepeatedId ? 'Something else in this companion has this id already.' : reason
	};
}

/** The places at which the companion that was read back is not the one that was written. */
function findChanges(written: Companion, parsed: Companion): CompanionFault[] {
	const faults: CompanionFault[] = [];
	const compare = (ownerId: string | null, before: string, after: string, reason: string): void => {
		if (before !== after) faults.push({ ownerId, reason });
	};
	const headerReason =
		'The file would not keep this as it is. Look for blanks at its ends, a semicolon in a source, or an empty source.';
	const sectionReason =
		'The file would not keep this as it is. Look for blanks at the ends of lines, or an empty paragraph or line.';
	const promptReason = 'The file would not keep this as it is. Look for blanks at its ends.';
	compare(null, headerKey(written), headerKey(parsed), headerReason);
	written.sections.forEach((section, at) => {
		const parsedSection = parsed.sections[at];
		compare(section.id, sectionKey(section), sectionKey(parsedSection), sectionReason);
		section.prompts.forEach((prompt, index) => {
			compare(prompt.id, promptKey(prompt), promptKey(parsedSection?.prompts[index]), promptReason);
		});
	});
	return faults;
}

/* Each names what it compares, in an order of its own: that of an object's keys is its maker's. */

function headerKey({ id, title, language, essay, findings }: Companion): string {
	const found = findings.map((one) => [one.id, one.title, one.said, one.sources]);
	return JSON.stringify([id, title, language, essay.title, essay.author, found]);
}

function sectionKey(section: Section | undefined): string {
	if (!section) return '';
	const { id, name, heading, passage, care } = section;
	return JSON.stringify([id, name, heading, passage, care]);
}

function promptKey(prompt: Prompt | undefined): string {
	if (!prompt) return '';
	const { id, text, stance, depth, intent, view, left, why, finding } = prompt;
	return JSON.stringify([id, text, stance, depth, intent, view, left, why, finding]);
}
