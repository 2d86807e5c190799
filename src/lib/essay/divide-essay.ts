import type { Block, EssayPart, ExtractedEssay, ParsedDocument } from './blocks';
import { mergeToCount, splitEvenly } from './resize-parts';
import { extractMetadata } from './metadata';
import { promoteToHeadings, findKnownHeadings } from './known-headings';
import { dividingLevel } from './dividing-level';
import { essayLimits } from './limits';
import { stripBoilerplate } from './strip-boilerplate';

/** Divides what was found into parts, leaving out what is none of the essay. `known` are headings it is known to have. */
export function divideEssay(parsed: ParsedDocument, known: readonly string[] = []): ExtractedEssay {
	const knownHeadings = findKnownHeadings(parsed.blocks, known);
	const { kept, removedLines: removedBelow } = stripBoilerplate(parsed.blocks, knownHeadings);
	const {
		title,
		author,
		blocks,
		removedLines: removedAbove
	} = extractMetadata(parsed, promoteToHeadings(kept, knownHeadings));
	const level = dividingLevel(blocks);
	const parts = splitAtHeadings(blocks, level);
	const undivided = parts.length === 1 && level === 0 ? parts[0] : undefined;
	const removedLines = [...removedAbove, ...removedBelow];
	return {
		title,
		author,
		language: parseLanguageTag(parsed.language),
		parts: undivided ? splitEvenly(undivided) : mergeToCount(parts, essayLimits.partCount),
		removedCount: removedLines.length,
		removedLines
	};
}

/** The parts between headings of a level; where none divides the text, between its breaks. */
function splitAtHeadings(blocks: readonly Block[], level: number): EssayPart[] {
	const parts: EssayPart[] = [];
	let part: EssayPart = { heading: null, paragraphs: [] };
	const close = (): void => {
		if (part.heading !== null || part.paragraphs.length > 0) parts.push(part);
	};
	for (const block of blocks) {
		const startsPart = block.kind === 'heading' && block.level <= level;
		if (startsPart) {
			close();
			part = { heading: block.text, paragraphs: [] };
		} else if (block.kind === 'break') {
			if (level > 0 || part.paragraphs.length === 0) continue;
			close();
			part = { heading: null, paragraphs: [] };
		} else part.paragraphs.push(block.text);
	}
	close();
	return parts;
}

/** What a file says is its language, where it looks like a tag; empty where it does not. */
function parseLanguageTag(text: string): string {
	const tag = text.trim();
	return tag.length <= 35 && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : '';
}
