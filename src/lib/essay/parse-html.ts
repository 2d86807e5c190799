import { Parser } from 'htmlparser2';
import { cleanText, type Block, type ParsedDocument } from './blocks';
import { HtmlCollector, type PlacedBlock } from './html-collector';

/** What of a page's text must stand inside its `article`, or its `main`, for the rest to count as furniture. */
const MIN_SHARE = 0.4;

/** Reads a web page, or a chapter of a book, and returns its text without what stands about it. */
export function parseHtml(html: string): ParsedDocument {
	const first = collectBlocks(html, true);
	const collector = first.namesAreMisleading ? collectBlocks(html, false) : first;
	const { author, language } = collector;
	return {
		title: cleanText(collector.bestTitle),
		author,
		language,
		blocks: mainContent(collector.blocks)
	};
}

function collectBlocks(html: string, useNames: boolean): HtmlCollector {
	const collector = new HtmlCollector(useNames);
	const parser = new Parser(
		{
			onopentag: (name, attributes) => collector.onOpenTag(name, attributes),
			ontext: (text) => collector.onText(text),
			onclosetag: (name) => collector.onCloseTag(name),
			onend: () => collector.onEnd()
		},
		{ decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }
	);
	parser.write(html);
	parser.end();
	return collector;
}

function mainContent(placed: readonly PlacedBlock[]): Block[] {
	const textLength = (some: readonly PlacedBlock[]): number =>
		some.reduce((sum, { block }) => sum + (block.kind === 'paragraph' ? block.text.length : 0), 0);
	const totalLength = textLength(placed);
	for (const inside of [
		placed.filter(({ isInArticle }) => isInArticle),
		placed.filter(({ isInMain }) => isInMain)
	]) {
		if (inside.length > 0 && textLength(inside) >= totalLength * MIN_SHARE) {
			return inside.map(({ block }) => block);
		}
	}
	return placed.map(({ block }) => block);
}
