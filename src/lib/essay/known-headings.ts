import type { Block } from './blocks';
import { dividingLevel } from './dividing-level';
import { normaliseHeading, normalisedSimilarity } from './similarity';

/** Alike enough to be the same words. */
export const SAME_HEADING = 0.85;

/** The pieces that are among the headings an essay is known to have, however they look. */
export function findKnownHeadings(blocks: readonly Block[], known: readonly string[]): Set<Block> {
	const headings = [...new Set(known.map(normaliseHeading))].filter((one) => one !== '');
	// A number or a word in front may make a heading longer, but no paragraph is taken for one.
	const maxLength = Math.max(0, ...known.map(({ length }) => length)) * 2 + 20;
	const found = new Set<Block>();
	if (headings.length === 0) return found;
	for (const block of blocks) {
		if (block.kind === 'break' || block.text.length > Math.min(maxLength, 200)) continue;
		const text = normaliseHeading(block.text);
		if (headings.some((one) => normalisedSimilarity(one, text, SAME_HEADING) >= SAME_HEADING)) {
			found.add(block);
		}
	}
	return found;
}

/** Makes headings of the pieces that are known to be some. */
export function promoteToHeadings(
	blocks: readonly Block[],
	knownHeadings: ReadonlySet<Block>
): Block[] {
	const level = Math.max(1, dividingLevel(blocks));
	return blocks.map((block) =>
		knownHeadings.has(block) && block.kind === 'paragraph'
			? { kind: 'heading', text: block.text, level }
			: block
	);
}
