import { Problem } from './run.mjs';

/** @typedef {{ index: number, count: number }} Shard the `index`th of `count` parts, from 1 */

/**
 * Reads `--shard 2/4` or `--shard=2/4` from arguments.
 *
 * @param {readonly string[]} args
 * @returns {{ shard: Shard | null, rest: string[] }} the arguments without it
 * @throws {Problem} when what it names is no part of a whole
 */
export function shardFrom(args) {
	const at = args.findIndex((arg) => arg === '--shard' || arg.startsWith('--shard='));
	if (at === -1) return { shard: null, rest: [...args] };
	const alone = args[at] === '--shard';
	const given = alone ? args[at + 1] : args[at]?.slice('--shard='.length);
	const [, index, count] = (/^(\d+)\/(\d+)$/.exec(given ?? '') ?? []).map(Number);
	if (!index || !count || index > count) {
		throw new Problem(`--shard takes a part of a whole, such as 1/4, and not “${given ?? ''}”.`);
	}
	return {
		shard: { index, count },
		rest: args.filter((_, i) => i !== at && !(alone && i === at + 1))
	};
}

/**
 * Deals out pieces of work so that all parts take about as long: the longest first, each to the part that has least to
 * do. The same pieces are dealt the same way on every machine.
 *
 * @template {{ name: string, minutes: number }} Piece
 * @param {readonly Piece[]} pieces with different names
 * @param {Shard} shard
 * @returns {Piece[]} those of this part, in their old order
 */
export function partOf(pieces, { index, count }) {
	const parts = Array.from({ length: count }, () => ({ minutes: 0, names: new Set() }));
	const byLength = pieces.toSorted((a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : 1));
	for (const { name, minutes } of byLength) {
		const least = parts.reduce((best, part) => (part.minutes < best.minutes ? part : best));
		least.minutes += minutes;
		least.names.add(name);
	}
	return pieces.filter(({ name }) => parts[index - 1]?.names.has(name));
}
