import { normaliseHeading, normalisedSimilarity } from './similarity';
import type { EssayPart } from './blocks';

/** A section to match: its id, and the essay's own heading, null for the one that has none. */
interface SectionHeading {
	id: string;
	heading: string | null;
}

/** What a part of an essay belongs to. */
export interface SectionMatch {
	part: EssayPart;
	/** The section's id; null for a part that is none of them. */
	section: string | null;
	/** How alike the headings are, from 0 to 1; 0 where it goes by place alone. */
	similarity: number;
}

/** Alike enough to be taken for the same heading that someone has changed a little. */
const MIN_SIMILARITY = 0.72;

/**
 * Lays the parts of an essay beside the sections of a companion. Headings decide, the likest first, wherever they
 * stand; what comes before the first of them is the section without a heading; a part with a heading that none has goes
 * with the part before it, and to none where there is no such part.
 */
export function matchSections(
	parts: readonly EssayPart[],
	sections: readonly SectionHeading[]
): SectionMatch[] {
	const matches = matchByHeading(parts, sections);
	const firstMatched = Math.min(...matches.keys(), parts.length);
	const openingSection = sections.find(({ heading }) => heading === null)?.id ?? null;
	let lastSection: string | null = null;
	return parts.map((part, index) => {
		const found = matches.get(index);
		if (found) {
			lastSection = found.id;
			return { part, section: found.id, similarity: found.like };
		}
		// Without any heading in common nothing says that this is the same essay.
		if (matches.size === 0) return { part, section: null, similarity: 0 };
		return { part, section: index < firstMatched ? openingSection : lastSection, similarity: 0 };
	});
}

function matchByHeading(
	parts: readonly EssayPart[],
	sections: readonly SectionHeading[]
): Map<number, { id: string; like: number }> {
	const candidates = sections.flatMap(({ id, heading }) =>
		heading === null ? [] : { id, words: normaliseHeading(heading) }
	);
	const pairs = parts.flatMap(({ heading }, index) => {
		if (heading === null) return [];
		const words = normaliseHeading(heading);
		return candidates.flatMap(({ id, words: other }) => {
			const like = normalisedSimilarity(other, words, MIN_SIMILARITY);
			return like >= MIN_SIMILARITY ? { index, id, like } : [];
		});
	});
	const matches = new Map<number, { id: string; like: number }>();
	const usedSections = new Set<string>();
	for (const { index, id, like } of pairs.sort((one, other) => other.like - one.like)) {
		if (matches.has(index) || usedSections.has(id)) continue;
		matches.set(index, { id, like });
		usedSections.add(id);
	}
	return matches;
}
