import type { Block } from './blocks';
import { levelOf } from './level-of';
import { bare, bareLikeness } from './likeness';

/** Alike enough to be the same words. */
export const SAME = 0.85;

/** The pieces that are among the headings an essay is known to have, however they look. */
export function knownAmong(blocks: readonly Block[], known: readonly string[]): Set<Block> {
	const headings = [...new Set(known.map(bare))].filter((one) => one !== '');
	// A number or a word in front may make a heading longer, but no paragraph is taken for one.
	const longest = Math.max(0, ...known.map(({ length }) => length)) * 2 + 20;
	const found = new Set<Block>();
	if (headings.length === 0) return found;
	for (const block of blocks) {
		if (block.kind === 'break' || block.text.length > Math.min(longest, 200)) continue;
		const text = bare(block.text);
		if (headings.some((one) => bareLikeness(one, text, SAME) >= SAME)) found.add(block);
	}
	return found;
}

/** Makes headings of the pieces that are known to be some. */
export function asHeadings(blocks: readonly Block[], own: ReadonlySet<Block>): Block[] {
	const level = Math.max(1, levelOf(blocks));
	return blocks.map((block) =>
		own.has(block) && block.kind === 'paragraph'
			? { kind: 'heading', text: block.text, level }
			: block
	);
}
