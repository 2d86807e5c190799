import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expiredCopies } from '$lib/folder/rotation';
import { shiftDay } from '$lib/model/calendar';

const copy = (day: string, time = '2100') => ({ name: `${day} ${time}`, day, time });

/** A copy every evening, rotated after each, as a folder sees it. */
function evenings(first: string, count: number): string[] {
	let kept: ReturnType<typeof copy>[] = [];
	for (let day = 0; day < count; day += 1) {
		kept.push(copy(shiftDay(first, day)));
		const out = new Set(expiredCopies(kept));
		kept = kept.filter(({ name }) => !out.has(name));
	}
	return kept.map(({ day }) => day).sort();
}

test('after ninety evenings there are the last three, the last of each of four weeks and of every month', () => {
	// 2026-08-24 is a Monday, 2026-11-21 a Saturday.
	expect(evenings('2026-08-24', 90)).toEqual([
		'2026-08-31',
		'2026-09-30',
		'2026-10-31',
		'2026-11-01',
		'2026-11-08',
		'2026-11-15',
		'2026-11-19',
		'2026-11-20',
		'2026-11-21'
	]);
});

test('several copies of one day count by their time', () => {
	const day = '2026-11-22';
	const times = ['0900', '1000', '1100', '1200', '1300'];
	expect(expiredCopies(times.map((time) => copy(day, time))).sort()).toEqual([
		`${day} 0900`,
		`${day} 1000`
	]);
});

test('whatever lies there, the newest three stay, and every month keeps its last', () => {
	const days = fc
		.integer({ min: 0, max: 800 })
		.map((by) => shiftDay('2025-01-01', by))
		.chain((day) => fc.constantFrom('0000', '0930', '2359').map((time) => copy(day, time)));
	fc.assert(
		fc.property(fc.uniqueArray(days, { selector: ({ name }) => name, maxLength: 60 }), (copies) => {
			const out = new Set(expiredCopies(copies));
			const sorted = copies.map(({ name }) => name).sort();
			const kept = sorted.filter((name) => !out.has(name));
			expect(kept.slice(-3)).toEqual(sorted.slice(-3));
			const lastOfMonths = new Map(sorted.map((name) => [name.slice(0, 7), name]));
			for (const name of lastOfMonths.values()) expect(kept).toContain(name);
			// Rotated once more, nothing else goes.
			const left = copies.filter(({ name }) => !out.has(name));
			expect(expiredCopies(left)).toEqual([]);
		})
	);
});
