import { bare, bareLikeness } from './likeness';
import type { FoundPart } from './parts';

/** A section to match: its id, and the essay's own heading, null for the one that has none. */
interface Place {
	id: string;
	heading: string | null;
}

/** What a part of an essay belongs to. */
export interface Match {
	part: FoundPart;
	/** The section's id; null for a part that is none of them. */
	section: string | null;
	/** How alike the headings are, from 0 to 1; 0 where it goes by place alone. */
	likeness: number;
}

/** Alike enough to be taken for the same heading that someone has changed a little. */
const ALIKE = 0.72;

/**
 * Lays the parts of an essay beside the sections of a companion. Headings decide, the likest first, wherever they
 * stand; what comes before the first of them is the section without a heading; a part with a heading that none has goes
 * with the part before it, and to none where there is no such part.
 */
export function matched(parts: readonly FoundPart[], sections: readonly Place[]): Match[] {
	const taken = byHeading(parts, sections);
	const first = Math.min(...taken.keys(), parts.length);
	const opening = sections.find(({ heading }) => heading === null)?.id ?? null;
	let last: string | null = null;
	return parts.map((part, index) => {
		const found = taken.get(index);
		if (found) {
			last = found.id;
			return { part, section: found.id, likeness: found.like };
		}
		// Without any heading in common nothing says that this is the same essay.
		if (taken.size === 0) return { part, section: null, likeness: 0 };
		return { part, section: index < first ? opening : last, likeness: 0 };
	});
}

function byHeading(
	parts: readonly FoundPart[],
	sections: readonly Place[]
): Map<number, { id: string; like: number }> {
	const places = sections.flatMap(({ id, heading }) =>
		heading === null ? [] : { id, words: bare(heading) }
	);
	const pairs = parts.flatMap(({ heading }, index) => {
		if (heading === null) return [];
		const words = bare(heading);
		return places.flatMap(({ id, words: other }) => {
			const like = bareLikeness(other, words, ALIKE);
			return like >= ALIKE ? { index, id, like } : [];
		});
	});
	const taken = new Map<number, { id: string; like: number }>();
	const used = new Set<string>();
	for (const { index, id, like } of pairs.sort((one, other) => other.like - one.like)) {
		if (taken.has(index) || used.has(id)) continue;
		taken.set(index, { id, like });
		used.add(id);
	}
	return taken;
}
