import { toStore } from 'svelte/store';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { today } from '$lib/app/dates/today.svelte';

/* The day that a page goes by, while it is looked at over midnight. */

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
	vi.setSystemTime(new Date(2026, 10, 30, 23, 59, 50));
});
afterEach(() => {
	vi.useRealTimers();
});

test('midnight makes it another day, and is told once', async () => {
	const days: string[] = [];
	const stop = toStore(() => today.day).subscribe((day) => days.push(day));
	await Promise.resolve();
	vi.advanceTimersByTime(90_000);
	await Promise.resolve();
	stop();
	expect(days).toEqual(['2026-11-30', '2026-12-01']);
});
