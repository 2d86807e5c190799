import { expect, test } from 'vitest';
import { isRuminating } from '$lib/queries/rumination';
import type { Entry } from '$lib/model/entry';

const HOUR = 3_600_000;
const gentle = { promptId: 'a', depth: 'gentle' } as const;
const deeper = { promptId: 'x', depth: 'deeper' } as const;
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
	expect(isRuminating(two, gentle, now)).toBe(false);
	expect(isRuminating([...two, written(167, 'a', 'gentle')], gentle, now)).toBe(true);
	expect(isRuminating([...two, written(168, 'a', 'gentle')], gentle, now)).toBe(false);
	expect(isRuminating([...two, written(1, 'b', 'gentle')], gentle, now)).toBe(false);
});

test('P21: three deeper pages within a day, before another of them, and not before a gentle one or a letter', () => {
	const two = [written(1, 'a', 'deeper'), written(23, 'b', 'deeper')];
	expect(isRuminating(two, deeper, now)).toBe(false);
	expect(isRuminating([...two, written(2, 'c', 'gentle')], deeper, now)).toBe(false);
	const three = [...two, written(23, 'c', 'deeper')];
	expect(isRuminating(three, deeper, now)).toBe(true);
	expect(isRuminating(three, { promptId: 'x', depth: 'gentle' }, now)).toBe(false);
	expect(isRuminating(three, null, now)).toBe(false);
	expect(isRuminating([...two, written(24, 'c', 'deeper')], deeper, now)).toBe(false);
});

test('pages from a clock that was set ahead count for nothing', () => {
	const ahead = [1, 2, 3].map((hours) => written(-hours, 'a', 'deeper'));
	expect(isRuminating(ahead, gentle, now)).toBe(false);
});

test('pages without a question count for nothing', () => {
	const plain = [1, 2, 3].map((hours) => ({ ...written(hours, 'a', 'deeper'), question: null }));
	expect(isRuminating(plain, deeper, now)).toBe(false);
});
