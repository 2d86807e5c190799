import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partOf, shardFrom } from '../../../scripts/shard.mjs';
import { tries } from '../../thorough';

const pieces = fc.uniqueArray(
	fc.record({ name: fc.string(), minutes: fc.integer({ min: 0, max: 30 }) }),
	{ selector: ({ name }) => name, maxLength: 40 }
);
const counts = fc.integer({ min: 1, max: 8 });
const numbered = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

test('every piece of a run is in exactly one of its shards, however many there are', () => {
	fc.assert(
		fc.property(pieces, counts, (all, count) => {
			const dealt = numbered(count).flatMap((index) => partOf(all, { index, count }));
			expect(new Set(dealt)).toEqual(new Set(all));
			expect(dealt).toHaveLength(all.length);
		}),
		tries(200, 1)
	);
});

test('the same pieces are dealt out the same way in whatever order they stand', () => {
	fc.assert(
		fc.property(pieces, counts, (all, count) => {
			const names = (part: readonly { name: string }[]): string[] =>
				part.map(({ name }) => name).toSorted();
			for (const index of numbered(count)) {
				const shard = { index, count };
				expect(names(partOf(all.toReversed(), shard))).toEqual(names(partOf(all, shard)));
			}
		}),
		tries(200, 1)
	);
});

test('no shard has more to do than another by more than the longest piece', () => {
	fc.assert(
		fc.property(pieces, counts, (all, count) => {
			const minutes = numbered(count).map((index) =>
				partOf(all, { index, count }).reduce((sum, piece) => sum + piece.minutes, 0)
			);
			const longest = Math.max(0, ...all.map((piece) => piece.minutes));
			expect(Math.max(...minutes) - Math.min(...minutes)).toBeLessThanOrEqual(longest);
		}),
		tries(200, 1)
	);
});

test('a shard is read from either way of writing it, and the other arguments stay', () => {
	const shard = { index: 2, count: 4 };
	expect(shardFrom(['--fresh', '--shard', '2/4'])).toEqual({ shard, rest: ['--fresh'] });
	expect(shardFrom(['--shard=2/4', '--fresh'])).toEqual({ shard, rest: ['--fresh'] });
	expect(shardFrom(['2/4'])).toEqual({ shard: null, rest: ['2/4'] });
});

test.each(['0/4', '5/4', '1', '1/0', 'a/b', ''])('a shard of “%s” is refused', (given) => {
	expect(() => shardFrom(['--shard', given])).toThrow('--shard takes a part of a whole');
});
