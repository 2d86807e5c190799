import { decoded } from '$lib/formats/decode';
import type { GivenFile } from '$lib/formats/source';
import type { Found } from './blocks';
import { epubBlocks, isBook } from './epub-blocks';
import { asEssayError, EssayError } from './essay-error';
import { htmlBlocks } from './html-blocks';
import { limits } from './limits';
import { isMarkdown, markdownBlocks } from './markdown-blocks';
import { partsOf, type FoundEssay } from './parts';
import { textBlocks } from './text-blocks';

/** What an essay was found in. */
type EssayKind = 'book' | 'web page' | 'markdown' | 'text';

export interface ReadEssay extends FoundEssay {
	kind: EssayKind;
}

/**
 * Reads the essay in a file, whatever its name. `known` are the headings that it is known to have. Throws an EssayError.
 */
export async function readEssay(
	given: GivenFile,
	known: readonly string[] = []
): Promise<ReadEssay> {
	const { content } = given;
	try {
		if (content.size === 0) throw new EssayError('empty', 'nothing is in it');
		const start = new Uint8Array(await content.slice(0, 4).arrayBuffer());
		if (start[0] === 0x50 && start[1] === 0x4b) {
			if (!(await isBook(given))) throw new EssayError('not-text', 'an archive that is no book');
			return { kind: 'book', ...essayOf(await epubBlocks(given), known) };
		}
		if (content.size > limits.file) throw new EssayError('too-large', 'larger than an essay');
		const text = decoded(new Uint8Array(await content.arrayBuffer()));
		if (text === null) throw new EssayError('not-text', 'the file is no text');
		return await readEssayText(text, known);
	} catch (cause) {
		if (cause instanceof DOMException) {
			throw new EssayError('unreadable', 'the file cannot be read', { cause });
		}
		throw asEssayError(cause);
	}
}

/** Reads the essay in a text: a web page, Markdown, or neither. Rejects with an EssayError. */
export async function readEssayText(
	text: string,
	known: readonly string[] = []
): Promise<ReadEssay> {
	if (text.trim() === '') throw new EssayError('empty', 'nothing is in it');
	if (isWebPage(text)) return { kind: 'web page', ...essayOf(htmlBlocks(text), known) };
	if (text.length > limits.text) throw new EssayError('too-large', 'longer than an essay');
	if (isMarkdown(text)) return { kind: 'markdown', ...essayOf(await markdownBlocks(text), known) };
	return { kind: 'text', ...essayOf(textBlocks(text), known) };
}

function isWebPage(text: string): boolean {
	const start = text.slice(0, 2_000);
	if (/^\s*(<!doctype html|<html|<\?xml|<head|<body|<article)/i.test(start)) return true;
	return (
		(start.match(/<\/?(p|div|h[1-6]|br|span|ul|li|blockquote)\b[^>]{0,500}>/gi) ?? []).length >= 4
	);
}

function essayOf(found: Found, known: readonly string[]): FoundEssay {
	if (found.blocks.length > limits.blocks) throw new EssayError('too-large', 'too many paragraphs');
	const essay = partsOf(found, known);
	const length = essay.parts
		.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs])
		.reduce((sum, text) => sum + text.length, 0);
	if (length > limits.text) throw new EssayError('too-large', 'longer than an essay');
	if (!essay.parts.some(({ paragraphs }) => paragraphs.length > 0)) {
		throw new EssayError('nothing-found', 'no text is left');
	}
	return essay;
}
