import type { Block } from './blocks';
import { endsEssay, isFurnitureLine } from './furniture';
import { levelOf } from './level-of';

/** A line that says the text is over is believed below this share of all there is; above, it is a link to the end. */
const LATE = 0.4;
/** UTF-16 units that are never little, however long the parts of an essay are. */
const NEVER_LITTLE = 900;

/** From a heading, or from a line that says the text is over, to the next of either. */
interface Stretch {
	start: number;
	letters: number;
	/** It begins with a heading that divides the essay. */
	divides: boolean;
	/** It begins with a line that says the text is over. */
	ending: boolean;
	early: boolean;
}

/** Parts the essay from the lines of the page about it. `own` are headings it is known to have: they always stay. */
export function withoutPageLines(
	blocks: readonly Block[],
	own: ReadonlySet<Block>
): { kept: Block[]; left: string[] } {
	const end = endOf(blocks, own);
	const stays = (block: Block, at: number): boolean =>
		at < end && (block.kind !== 'paragraph' || own.has(block) || !isFurnitureLine(block.text));
	return {
		kept: blocks.filter(stays),
		left: blocks.flatMap((block, at) => (stays(block, at) || !block.text ? [] : [block.text]))
	};
}

/**
 * Where the essay ends: at the first line that says so, if little stands from there to the next such line; or if it is
 * a heading, and from there on none of the essay's own level has a part below it as long as the essay's parts are.
 */
function endOf(blocks: readonly Block[], own: ReadonlySet<Block>): number {
	const stretches = stretchesOf(blocks, own);
	const little = littleOf(stretches);
	let end = blocks.length;
	let toNext = 0;
	let goesOn = false;
	for (const { start, letters, divides, ending } of stretches.reverse()) {
		toNext += letters;
		goesOn ||= divides && letters >= little;
		if (!ending) continue;
		if (toNext < little || (blocks[start]?.kind === 'heading' && !goesOn)) end = start;
		toNext = 0;
	}
	return end;
}

function stretchesOf(blocks: readonly Block[], own: ReadonlySet<Block>): Stretch[] {
	const written = blocks.reduce((sum, { text }) => sum + text.length, 0);
	const level = levelOf(blocks);
	const stretches: Stretch[] = [];
	let seen = 0;
	for (const [start, block] of blocks.entries()) {
		seen += block.text.length;
		const early = seen <= written * LATE;
		const divides = own.has(block) || (block.kind === 'heading' && block.level <= level);
		const ending = !early && !own.has(block) && endsEssay(block.text);
		const last = stretches.at(-1);
		if (last && !divides && !ending) last.letters += block.text.length;
		else {
			const letters = divides || ending ? 0 : block.text.length;
			stretches.push({ start, letters, divides, ending, early });
		}
	}
	return stretches;
}

/** Letters that are too few for a part of this essay: fewer than half of what a part at its beginning has. */
function littleOf(stretches: readonly Stretch[]): number {
	const lengths = stretches
		.flatMap(({ early, letters }) => (early && letters > 0 ? letters : []))
		.sort((one, other) => one - other);
	const middle = lengths[Math.floor(lengths.length / 2)] ?? Infinity;
	return Math.min(middle / 2, NEVER_LITTLE);
}
