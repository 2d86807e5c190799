import { expect, test } from 'vitest';
import { isCircling } from '$lib/journal/circling';
import type { Entry } from '$lib/journal/entry';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 22, 22);

function written(
	hoursAgo: number,
	promptId: string,
	depth: 'gentle' | 'deeper'
): Pick<Entry, 'question' | 'written'> {
	const at = now - hoursAgo * HOUR;
	return {
		question: { promptId, text: 'What?', stance: 'recent', depth },
		written: { at, zone: 'UTC', day: new Date(at).toISOString().slice(0, 10) }
	};
}

test('P21: three answers to one question in seven days', () => {
	const two = [written(1, 'a', 'gentle'), written(100, 'a', 'gentle')];
	expect(isCircling(two, 'a', now)).toBe(false);
	expect(isCircling([...two, written(167, 'a', 'gentle')], 'a', now)).toBe(true);
	expect(isCircling([...two, written(168, 'a', 'gentle')], 'a', now)).toBe(false);
	expect(isCircling([...two, written(1, 'b', 'gentle')], 'a', now)).toBe(false);
});

test('P21: three deeper pages within a day, whatever is asked next', () => {
	const two = [written(1, 'a', 'deeper'), written(23, 'b', 'deeper')];
	expect(isCircling(two, null, now)).toBe(false);
	expect(isCircling([...two, written(2, 'c', 'gentle')], null, now)).toBe(false);
	expect(isCircling([...two, written(23, 'c', 'deeper')], null, now)).toBe(true);
	expect(isCircling([...two, written(24, 'c', 'deeper')], null, now)).toBe(false);
});

test('pages from a clock that was set ahead count for nothing', () => {
	const ahead = [1, 2, 3].map((hours) => written(-hours, 'a', 'deeper'));
	expect(isCircling(ahead, 'a', now)).toBe(false);
});

test('pages without a question count for nothing', () => {
	const plain = [1, 2, 3].map((hours) => ({ ...written(hours, 'a', 'deeper'), question: null }));
	expect(isCircling(plain, null, now)).toBe(false);
});
