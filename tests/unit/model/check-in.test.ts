import { expect, test } from 'vitest';
import { mayWantSettling, isAnswered, type CheckIn } from '$lib/model/check-in';
import { steps } from '$lib/model/vocabulary';

const said = (feel: CheckIn['feel'], stir: CheckIn['stir'] = null): CheckIn => ({ feel, stir });

test('a check-in says something when either question is answered', () => {
	expect(isAnswered(null)).toBe(false);
	expect(isAnswered(said(null))).toBe(false);
	expect(isAnswered(said(0))).toBe(true);
	expect(isAnswered(said(null, 0))).toBe(true);
});

test.each([
	['the lowest step, whatever was before', null, said(-3), true],
	['a fall by two', said(2), said(0), true],
	['a fall by one', said(1), said(0), false],
	['a rise', said(-2), said(0), false],
	['unpleasant and very stirred up', null, said(-1, 3), true],
	['unpleasant and stirred up', null, said(-1, 2), false],
	['pleasant and very stirred up', null, said(1, 3), false],
	['no answer after', said(3), null, false],
	['only how stirred up', said(3), said(null, 3), false]
])('a few steadying words after %s: %s, %s: %s', (_, before, after, wanted) => {
	expect(mayWantSettling(before, after)).toBe(wanted);
});

test('there are seven steps, and the middle is 0', () => {
	expect(steps).toHaveLength(7);
	expect(steps[3]).toBe(0);
});
