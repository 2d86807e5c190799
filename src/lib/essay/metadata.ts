import { breakBlock, type Block, type ParsedDocument } from './blocks';
import { parseByline } from './byline';
import { SAME_HEADING } from './known-headings';
import { headingSimilarity } from './similarity';

/** What stands on top of a text, and the text below it. */
interface ExtractedMetadata {
	title: string;
	author: string;
	blocks: Block[];
	/** Lines above the title that are none of the essay. */
	removedLines: string[];
}

/** Takes title and author from the top of the text where the file itself names none. */
export function extractMetadata(
	parsed: ParsedDocument,
	blocks: readonly Block[]
): ExtractedMetadata {
	let { title, author } = parsed;
	const rest = [...blocks];
	const first = rest[0];
	const removedLines: string[] = [];
	/** Where what stood directly below the title is now; -1 where there was none. */
	let indexBelowTitle = -1;
	if (first && isTitle(parsed, rest)) {
		title ||= first.text;
		rest.shift();
		indexBelowTitle = 0;
	} else if (first && title === '' && parsed.language === '' && looksLikeTitle(first, rest[1])) {
		title = first.text;
		rest.shift();
		indexBelowTitle = 0;
	} else {
		// The title may stand a little lower, below the name of the page.
		indexBelowTitle = rest
			.slice(0, 6)
			.findIndex(
				({ text }) => title !== '' && headingSimilarity(title, text, SAME_HEADING) >= SAME_HEADING
			);
		if (indexBelowTitle >= 0) rest.splice(indexBelowTitle, 1);
		if (rest.slice(0, Math.max(0, indexBelowTitle)).every(looksLikeSiteName)) {
			removedLines.push(
				...rest.splice(0, Math.max(0, indexBelowTitle)).flatMap(({ text }) => text || [])
			);
			indexBelowTitle = Math.min(indexBelowTitle, 0);
		}
	}
	const authors = rest
		.slice(0, 3)
		.map(({ kind, text }, at) =>
			kind === 'paragraph' ? parseByline(text, at === indexBelowTitle) : ''
		);
	const bylineIndex = authors.findIndex((name) => name !== '');
	if (bylineIndex >= 0) {
		author ||= authors[bylineIndex] ?? '';
		rest.splice(bylineIndex, 1);
	}
	return { title, author, blocks: rest, removedLines };
}

/** Whether the first piece is the title: the one heading of its level, or what the file says is its title. */
function isTitle({ title }: ParsedDocument, blocks: readonly Block[]): boolean {
	const [first, second] = blocks;
	if (first?.kind !== 'heading') return false;
	if (title !== '') return headingSimilarity(title, first.text, SAME_HEADING) >= SAME_HEADING;
	const levels = blocks.flatMap(({ kind, level }) => (kind === 'heading' ? level : []));
	const highest = levels.reduce((one, other) => Math.min(one, other));
	return levels.filter((level) => level === highest).length === 1 || second?.kind === 'heading';
}

/** Short and without an end, as the name of a page is and a paragraph of an essay is not. */
function looksLikeSiteName({ text }: Block): boolean {
	return text.length <= 60 && !/[.!?…。！？]["”’」]?$/.test(text);
}

/** A short line without an end, before something longer: a title in plain text. */
function looksLikeTitle({ kind, text }: Block, next = breakBlock): boolean {
	return (
		kind !== 'break' && text.length <= 120 && !/[.!?…]["”’]?$/.test(text) && next.kind !== 'break'
	);
}
