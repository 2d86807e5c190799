import type { Block } from './blocks';
import { isEndLine, isBoilerplateLine } from './boilerplate';
import { dividingLevel } from './dividing-level';

/** A line that says the text is over is believed below this share of all there is; above, it is a link to the end. */
const MIN_END_SHARE = 0.4;
/** UTF-16 units that are never little, however long the parts of an essay are. */
const MAX_SHORT_LENGTH = 900;

/** From a heading, or from a line that says the text is over, to the next of either. */
interface Segment {
	start: number;
	length: number;
	/** It begins with a heading that divides the essay. */
	startsPart: boolean;
	/** It begins with a line that says the text is over. */
	startsWithEndLine: boolean;
	isEarly: boolean;
}

/** Parts the essay from the lines of the page about it. `own` are headings it is known to have: they always stay. */
export function stripBoilerplate(
	blocks: readonly Block[],
	knownHeadings: ReadonlySet<Block>
): { kept: Block[]; removedLines: string[] } {
	const end = findEnd(blocks, knownHeadings);
	const stays = (block: Block, at: number): boolean =>
		at < end &&
		(block.kind !== 'paragraph' || knownHeadings.has(block) || !isBoilerplateLine(block.text));
	return {
		kept: blocks.filter(stays),
		removedLines: blocks.flatMap((block, at) =>
			stays(block, at) || !block.text ? [] : [block.text]
		)
	};
}

/**
 * Where the essay ends: at the first line that says so, if little stands from there to the next such line; or if it is
 * a heading, and from there on none of the essay's own level has a part below it as long as the essay's parts are.
 */
function findEnd(blocks: readonly Block[], knownHeadings: ReadonlySet<Block>): number {
	const stretches = splitIntoSegments(blocks, knownHeadings);
	const shortLength = shortLengthOf(stretches);
	let end = blocks.length;
	let lengthToNextEnd = 0;
	let hasLaterPart = false;
	for (const { start, length, startsPart, startsWithEndLine } of stretches.reverse()) {
		lengthToNextEnd += length;
		hasLaterPart ||= startsPart && length >= shortLength;
		if (!startsWithEndLine) continue;
		if (lengthToNextEnd < shortLength || (blocks[start]?.kind === 'heading' && !hasLaterPart)) {
			end = start;
		}
		lengthToNextEnd = 0;
	}
	return end;
}

function splitIntoSegments(blocks: readonly Block[], knownHeadings: ReadonlySet<Block>): Segment[] {
	const totalLength = blocks.reduce((sum, { text }) => sum + text.length, 0);
	const level = dividingLevel(blocks);
	const stretches: Segment[] = [];
	let lengthSoFar = 0;
	for (const [start, block] of blocks.entries()) {
		lengthSoFar += block.text.length;
		const isEarly = lengthSoFar <= totalLength * MIN_END_SHARE;
		const startsPart =
			knownHeadings.has(block) || (block.kind === 'heading' && block.level <= level);
		const startsWithEndLine = !isEarly && !knownHeadings.has(block) && isEndLine(block.text);
		const last = stretches.at(-1);
		if (last && !startsPart && !startsWithEndLine) last.length += block.text.length;
		else {
			const length = startsPart || startsWithEndLine ? 0 : block.text.length;
			stretches.push({ start, length, startsPart, startsWithEndLine, isEarly });
		}
	}
	return stretches;
}

/** Letters that are too few for a part of this essay: fewer than half of what a part at its beginning has. */
function shortLengthOf(stretches: readonly Segment[]): number {
	const lengths = stretches
		.flatMap(({ isEarly, length }) => (isEarly && length > 0 ? length : []))
		.sort((one, other) => one - other);
	const median = lengths[Math.floor(lengths.length / 2)] ?? Infinity;
	return Math.min(median / 2, MAX_SHORT_LENGTH);
}
