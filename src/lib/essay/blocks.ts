/** A piece of an essay as a file has it. A paragraph may hold line ends, as a poem does. */
export interface Block {
	/** `break` is a line or stars between two paragraphs. */
	kind: 'heading' | 'paragraph' | 'break';
	text: string;
	/** Of a heading, from 1; 0 for all else. */
	level: number;
}

/** What a file says of itself, and its pieces in their order. */
export interface ParsedDocument {
	title: string;
	author: string;
	language: string;
	blocks: Block[];
}

/** One part of an essay, as its own headings divide it. */
export interface EssayPart {
	/** Null where it has none. */
	heading: string | null;
	/** Plain text; a poem's paragraph holds its line ends. */
	paragraphs: string[];
}

/** An essay as it was found in a file. */
export interface ExtractedEssay {
	/** Empty where the file says none. */
	title: string;
	author: string;
	/** A BCP 47 tag, as the file says it; empty where it does not. */
	language: string;
	parts: EssayPart[];
	/** How many lines were left out as the page's furniture. */
	removedCount: number;
	/** Those lines, in their order, for whoever misses one. */
	removedLines: string[];
}

/** White space drawn together, and signs that cannot be seen taken out. */
export function cleanText(text: string): string {
	return text
		.replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.trim();
}

export const paragraphBlock = (text: string): Block => ({ kind: 'paragraph', text, level: 0 });
export const headingBlock = (text: string, level: number): Block => ({
	kind: 'heading',
	text,
	level
});
export const breakBlock: Block = { kind: 'break', text: '', level: 0 };
