import type { Block } from './blocks';

/** The level of the headings that divide the essay: the highest there is more than one of; 0 where none does. */
export function dividingLevel(blocks: readonly Block[]): number {
	const counts = new Map<number, number>();
	for (const { kind, level } of blocks) {
		if (kind === 'heading') counts.set(level, (counts.get(level) ?? 0) + 1);
	}
	const levels = [...counts.keys()].sort((one, other) => one - other);
	return levels.find((level) => (counts.get(level) ?? 0) > 1) ?? levels[0] ?? 0;
}
