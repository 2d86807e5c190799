import type { Block, Found } from './blocks';
import { atMost, byLength } from './even-parts';
import { headOf } from './head';
import { asHeadings, knownAmong } from './known-headings';
import { levelOf } from './level-of';
import { limits } from './limits';
import { withoutPageLines } from './page-lines';

/** One part of an essay, as its own headings divide it. */
export interface FoundPart {
	/** Null where it has none. */
	heading: string | null;
	/** Plain text; a poem's paragraph holds its line ends. */
	paragraphs: string[];
}

/** An essay as it was found in a file. */
export interface FoundEssay {
	/** Empty where the file says none. */
	title: string;
	author: string;
	/** A BCP 47 tag, as the file says it; empty where it does not. */
	language: string;
	parts: FoundPart[];
	/** How many lines were left out as the page's furniture. */
	leftOut: number;
	/** Those lines, in their order, for whoever misses one. */
	leftOutLines: string[];
}

/** Divides what was found into parts, leaving out what is none of the essay. `known` are headings it is known to have. */
export function partsOf(found: Found, known: readonly string[] = []): FoundEssay {
	const own = knownAmong(found.blocks, known);
	const { kept, left } = withoutPageLines(found.blocks, own);
	const { title, author, blocks, left: above } = headOf(found, asHeadings(kept, own));
	const level = levelOf(blocks);
	const parts = divided(blocks, level);
	const only = parts.length === 1 && level === 0 ? parts[0] : undefined;
	const leftOutLines = [...above, ...left];
	return {
		...{ title, author, language: languageTag(found.language) },
		parts: only ? byLength(only) : atMost(parts, limits.parts),
		...{ leftOut: leftOutLines.length, leftOutLines }
	};
}

/** The parts between headings of a level; where none divides the text, between its breaks. */
function divided(blocks: readonly Block[], level: number): FoundPart[] {
	const parts: FoundPart[] = [];
	let part: FoundPart = { heading: null, paragraphs: [] };
	const close = (): void => {
		if (part.heading !== null || part.paragraphs.length > 0) parts.push(part);
	};
	for (const block of blocks) {
		const opens = block.kind === 'heading' && block.level <= level;
		if (opens) {
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
function languageTag(said: string): string {
	const tag = said.trim();
	return tag.length <= 35 && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : '';
}
