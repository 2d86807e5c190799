import type { EssayPart } from './blocks';

/** UTF-16 units of a part that is made where no heading divides the text. */
const PART_LENGTH = 1_800;
const MAX_PARTS = 12;

/** A text that nothing divides, in parts of about the same length, cut between paragraphs. */
export function splitEvenly({ paragraphs }: EssayPart): EssayPart[] {
	const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
	const count = Math.min(
		MAX_PARTS,
		Math.max(1, Math.round(length / PART_LENGTH)),
		paragraphs.length
	);
	const parts = Array.from({ length: count }, (): EssayPart => ({ heading: null, paragraphs: [] }));
	let lengthSoFar = 0;
	for (const text of paragraphs) {
		const index = Math.min(
			count - 1,
			Math.floor(((lengthSoFar + text.length / 2) / length) * count)
		);
		parts[index]?.paragraphs.push(text);
		lengthSoFar += text.length;
	}
	return parts.filter((part) => part.paragraphs.length > 0);
}

/** Neighbouring parts joined evenly until there are at most `most`; the headings between them become paragraphs. */
export function mergeToCount(parts: readonly EssayPart[], maxParts: number): EssayPart[] {
	if (parts.length <= maxParts) return [...parts];
	const merged: EssayPart[] = [];
	for (const [index, { heading, paragraphs }] of parts.entries()) {
		const target = merged[Math.floor((index * maxParts) / parts.length)];
		if (!target) merged.push({ heading, paragraphs: [...paragraphs] });
		else {
			if (heading !== null) target.paragraphs.push(heading);
			for (const text of paragraphs) target.paragraphs.push(text);
		}
	}
	return merged;
}
