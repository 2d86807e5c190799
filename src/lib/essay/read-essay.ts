import { decodeText } from '$lib/formats/in/decode-text';
import type { InputFile } from '$lib/formats/in/source';
import type { ParsedDocument } from './blocks';
import { parseEpub, isEpub } from './parse-epub';
import { essayErrorFrom, EssayError } from './essay-error';
import { parseHtml } from './parse-html';
import { essayLimits } from './limits';
import { isMarkdown, parseMarkdown } from './parse-markdown';
import { divideEssay } from './divide-essay';
import type { ExtractedEssay } from './blocks';
import { parseText } from './parse-text';

/** What an essay was found in. */
type EssayKind = 'book' | 'web page' | 'markdown' | 'text';

export interface EssayFile extends ExtractedEssay {
	kind: EssayKind;
}

/**
 * Reads the essay in a file, whatever its name. `known` are the headings that it is known to have. Throws an EssayError.
 */
export async function readEssay(
	file: InputFile,
	known: readonly string[] = []
): Promise<EssayFile> {
	const { content } = file;
	try {
		if (content.size === 0) throw new EssayError('empty', 'nothing is in it');
		const start = new Uint8Array(await content.slice(0, 4).arrayBuffer());
		if (start[0] === 0x50 && start[1] === 0x4b) {
			if (!(await isEpub(file))) throw new EssayError('not-text', 'an archive that is no book');
			return { kind: 'book', ...toEssay(await parseEpub(file), known) };
		}
		if (content.size > essayLimits.fileBytes) {
			throw new EssayError('too-large', 'larger than an essay');
		}
		const text = decodeText(new Uint8Array(await content.arrayBuffer()));
		if (text === null) throw new EssayError('not-text', 'the file is no text');
		return await readEssayText(text, known);
	} catch (cause) {
		if (cause instanceof DOMException) {
			throw new EssayError('unreadable', 'the file cannot be read', { cause });
		}
		throw essayErrorFrom(cause);
	}
}

/** Reads the essay in a text: a web page, Markdown, or neither. Rejects with an EssayError. */
export async function readEssayText(
	text: string,
	known: readonly string[] = []
): Promise<EssayFile> {
	if (text.trim() === '') throw new EssayError('empty', 'nothing is in it');
	if (isHtml(text)) return { kind: 'web page', ...toEssay(parseHtml(text), known) };
	if (text.length > essayLimits.textLength) {
		throw new EssayError('too-large', 'longer than an essay');
	}
	if (isMarkdown(text)) return { kind: 'markdown', ...toEssay(await parseMarkdown(text), known) };
	return { kind: 'text', ...toEssay(parseText(text), known) };
}

function isHtml(text: string): boolean {
	const start = text.slice(0, 2_000);
	if (/^\s*(<!doctype html|<html|<\?xml|<head|<body|<article)/i.test(start)) return true;
	return (
		(start.match(/<\/?(p|div|h[1-6]|br|span|ul|li|blockquote)\b[^>]{0,500}>/gi) ?? []).length >= 4
	);
}

function toEssay(parsed: ParsedDocument, known: readonly string[]): ExtractedEssay {
	if (parsed.blocks.length > essayLimits.blockCount) {
		throw new EssayError('too-large', 'too many paragraphs');
	}
	const essay = divideEssay(parsed, known);
	const length = essay.parts
		.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs])
		.reduce((sum, text) => sum + text.length, 0);
	if (length > essayLimits.textLength) throw new EssayError('too-large', 'longer than an essay');
	if (!essay.parts.some(({ paragraphs }) => paragraphs.length > 0)) {
		throw new EssayError('nothing-found', 'no text is left');
	}
	return essay;
}
