import { parseFrontMatter } from '$lib/formats/in/front-matter';
import {
	headingBlock,
	paragraphBlock,
	breakBlock,
	cleanText,
	type Block,
	type ParsedDocument
} from './blocks';
import { stripClosingHashes, stripComments, stripEmphasis } from './strip-markdown';

/** Whether a text is written in Markdown, by the headings it has. */
export function isMarkdown(text: string): boolean {
	return /^#{1,6}\s+\S/m.test(text) || /^\S.{0,150}\n(=|-){3,}\s*$/m.test(text);
}

/** Reads Markdown: its headings, and its paragraphs as plain words. Raw HTML in it stays out. */
export async function parseMarkdown(text: string): Promise<ParsedDocument> {
	const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const frontMatter = await parseFrontMatter(lines);
	const metadataValue = (key: string): string => joinValue(frontMatter?.values.get(key) ?? '');
	const blocks: Block[] = [];
	let group: string[] = [];
	let fence = '';
	const flush = (): void => {
		const words = paragraphText(group);
		group = [];
		if (words !== '') blocks.push(paragraphBlock(words));
	};
	for (const line of [...(frontMatter?.body ?? lines).split('\n'), '']) {
		const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1] ?? '';
		if (mark !== '' && (fence === '' || mark.startsWith(fence))) {
			fence = fence === '' ? mark : '';
			continue;
		}
		const atxHeading = /^ {0,3}(#{1,6})\s+(.+)$/.exec(line);
		const setextUnderline = /^ {0,3}(=+|-+)\s*$/.exec(line)?.[1];
		if (fence !== '') group.push(line);
		else if (atxHeading) {
			flush();
			blocks.push(
				headingBlock(
					inlineText(stripClosingHashes(atxHeading[2] ?? '')),
					atxHeading[1]?.length ?? 1
				)
			);
		} else if (setextUnderline && group.length === 1) {
			blocks.push(
				headingBlock(inlineText(group[0] ?? ''), setextUnderline.startsWith('=') ? 1 : 2)
			);
			group = [];
		} else if (/^ {0,3}([*\-_])(\s*\1){2,}\s*$/.test(line)) {
			flush();
			blocks.push(breakBlock);
		} else if (line.trim() === '') flush();
		else if (/^\s*([-*+]|\d{1,3}[.)])\s+/.test(line)) {
			flush();
			group.push(line.replace(/^\s*([-*+]|\d{1,3}[.)])\s+/, ''));
		} else group.push(line);
	}
	return { title: metadataValue('title'), author: metadataValue('author'), language: '', blocks };
}

/** A title, or the authors if they are a list, as one line. */
function joinValue(value: string | string[]): string {
	return [value].flat().join(', ').replace(/\s+/g, ' ').trim();
}

/** Lines of one paragraph; two spaces or a backslash at an end keep the line. */
function paragraphText(lines: readonly string[]): string {
	const joined = lines
		.map((line) => line.replace(/^\s*(>\s?)+/, ''))
		.map((line) => (/( {2}|\\)$/.test(line) ? `${line.replace(/\\$/, '')}\n` : `${line} `))
		.join('');
	return cleanText(inlineText(joined));
}

/** Words without the signs that say how they look; pictures and raw HTML are left out, links keep their words. */
function inlineText(text: string): string {
	const words = stripComments(text)
		.replace(/<\/?[a-z][^>]{0,500}>/gi, '')
		.replace(/!\[[^\]]{0,500}\]\([^)]{0,2000}\)/g, '')
		.replace(/\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, '$1');
	return stripEmphasis(words)
		.replace(/`([^`]+)`/g, '$1')
		.replace(/\\([\\`*_{}[\]()#+\-.!>])/g, '$1');
}
