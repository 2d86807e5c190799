import type { FoundPart } from './parts';

/** UTF-16 units of a part that is made where no heading divides the text. */
const PART = 1_800;
const MAX_PARTS = 12;

/** A text that nothing divides, in parts of about the same length, cut between paragraphs. */
export function byLength({ paragraphs }: FoundPart): FoundPart[] {
	const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
	const count = Math.min(MAX_PARTS, Math.max(1, Math.round(length / PART)), paragraphs.length);
	const parts = Array.from({ length: count }, (): FoundPart => ({ heading: null, paragraphs: [] }));
	let seen = 0;
	for (const text of paragraphs) {
		const at = Math.min(count - 1, Math.floor(((seen + text.length / 2) / length) * count));
		parts[at]?.paragraphs.push(text);
		seen += text.length;
	}
	return parts.filter((part) => part.paragraphs.length > 0);
}

/** Neighbouring parts joined evenly until there are at most `most`; the headings between them become paragraphs. */
export function atMost(parts: readonly FoundPart[], most: number): FoundPart[] {
	if (parts.length <= most) return [...parts];
	const joined: FoundPart[] = [];
	for (const [index, { heading, paragraphs }] of parts.entries()) {
		const into = joined[Math.floor((index * most) / parts.length)];
		if (!into) joined.push({ heading, paragraphs: [...paragraphs] });
		else {
			if (heading !== null) into.paragraphs.push(heading);
			for (const text of paragraphs) into.paragraphs.push(text);
		}
	}
	return joined;
}
