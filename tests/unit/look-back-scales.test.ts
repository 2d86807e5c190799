import fc from 'fast-check';
import { expect, test } from 'vitest';
import { steps } from '$lib/model/vocabulary';
import {
	dayScale,
	monthScale,
	stepScale,
	wordTicks,
	wordScale
} from '../../src/routes/look-back/scales';

test('words reach from none to a round number with a mark between', () => {
	expect(wordTicks(wordScale(1_995))).toEqual([0, 1_000, 2_000]);
	expect(wordTicks(wordScale(0))).toEqual([0, 5, 10]);
	fc.assert(
		fc.property(fc.nat(5_000_000), (most) => {
			const scale = wordScale(most);
			const marks = wordTicks(scale);
			expect(marks.length).toBeGreaterThanOrEqual(2);
			expect(marks.length).toBeLessThanOrEqual(4);
			expect([marks[0], scale(0), scale(marks.at(-1) ?? 0)]).toEqual([0, 0, 1]);
			expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
		})
	);
});

test('months stand in the middle of their twelfths, days where they lie in their year', () => {
	expect(monthScale(2026)('2026-01')).toBeCloseTo(100 / 24);
	expect(monthScale(2026)('2026-12')).toBeCloseTo(100 - 100 / 24);
	expect([2026, 2028].map((year) => dayScale(year)(`${year}-12-31`))).toEqual([98, 98]);
	expect(dayScale(2026)('2026-01-01')).toBe(2);
	expect(dayScale(2026)('2026-07-02')).toBeCloseTo(50, 0);
});

test('the last step stands on top, each in the middle of its line', () => {
	const at = stepScale(steps, 2);
	expect(steps.map(at)).toEqual([13, 11, 9, 7, 5, 3, 1]);
});
