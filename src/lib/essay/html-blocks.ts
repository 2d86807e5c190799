import { Parser } from 'htmlparser2';
import { tidy, type Block, type Found } from './blocks';
import { Collector, type Placed } from './html-collector';

/** What of a page's text must stand inside its `article`, or its `main`, for the rest to count as furniture. */
const MAX_SHARE = 0.4;

/** Reads a web page, or a chapter of a book, and returns its text without what stands about it. */
export function htmlBlocks(html: string): Found {
	const first = collected(html, true);
	const collector = first.namesMislead ? collected(html, false) : first;
	const { author, language } = collector;
	return { title: tidy(collector.bestTitle), author, language, blocks: essayOf(collector.placed) };
}

function collected(html: string, byName: boolean): Collector {
	const collector = new Collector(byName);
	const parser = new Parser(
		{
			onopentag: (name, attributes) => collector.opened(name, attributes),
			ontext: (text) => collector.text(text),
			onclosetag: (name) => collector.closed(name),
			onend: () => collector.ended()
		},
		{ decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }
	);
	parser.write(html);
	parser.end();
	return collector;
}

function essayOf(placed: readonly Placed[]): Block[] {
	const weight = (some: readonly Placed[]): number =>
		some.reduce((sum, { block }) => sum + (block.kind === 'paragraph' ? block.text.length : 0), 0);
	const all = weight(placed);
	for (const inside of [
		placed.filter(({ article }) => article),
		placed.filter(({ main }) => main)
	]) {
		if (inside.length > 0 && weight(inside) >= all * MAX_SHARE) {
			return inside.map(({ block }) => block);
		}
	}
	return placed.map(({ block }) => block);
}
