import { Autosave, type SaveOutcome } from '$lib/draft/autosave.svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/* Autosave: debounced, retried, and never two saves at once. */

interface Started {
	autosave: Autosave;
	/** How many saves were started. */
	count: () => number;
	/** Ends the save that runs. */
	end: (outcome: SaveOutcome) => Promise<void>;
}

/** An autosave whose saves end when the test says so. */
function start(): Started {
	let count = 0;
	let resolve: (outcome: SaveOutcome) => void = () => undefined;
	const save = (): Promise<SaveOutcome> => {
		count += 1;
		return new Promise((done) => (resolve = done));
	};
	const end = async (outcome: SaveOutcome): Promise<void> => {
		resolve(outcome);
		await vi.advanceTimersByTimeAsync(0);
	};
	return { autosave: new Autosave({ save }), count: () => count, end };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('a change is saved after 400 ms without another change', async () => {
	const { autosave, count } = start();
	autosave.changed();
	await vi.advanceTimersByTimeAsync(399);
	autosave.changed();
	await vi.advanceTimersByTimeAsync(399);
	expect(count()).toBe(0);
	await vi.advanceTimersByTimeAsync(1);
	expect(count()).toBe(1);
});

test('changes that never pause are saved after 1.5 seconds', async () => {
	const { autosave, count } = start();
	for (let passed = 0; passed < 1_500; passed += 100) {
		autosave.changed();
		await vi.advanceTimersByTimeAsync(100);
	}
	expect(count()).toBe(1);
});

test('everything requested while a save runs is saved in one more', async () => {
	const { autosave, count, end } = start();
	const all = [autosave.flush(), autosave.flush(), autosave.flush()];
	expect(count()).toBe(1);
	await end('saved');
	expect(count()).toBe(2);
	await end('saved');
	await Promise.all(all);
	expect([count(), autosave.isRunning]).toEqual([2, false]);
});

test('a failed save drops the requests behind it and is retried after ten seconds', async () => {
	const { autosave, count, end } = start();
	const all = [autosave.flush(), autosave.flush()];
	await end('failed');
	await Promise.all(all);
	await vi.advanceTimersByTimeAsync(9_999);
	expect(count()).toBe(1);
	await vi.advanceTimersByTimeAsync(1);
	expect(count()).toBe(2);
	await end('saved');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(count()).toBe(2);
});

test('a blocked save is not retried, and can be requested again', async () => {
	const { autosave, count, end } = start();
	void autosave.flush();
	await end('blocked');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(count()).toBe(1);
	void autosave.flush();
	expect(count()).toBe(2);
});

test('a pause waits for the save that runs and starts no other until it ends', async () => {
	const { autosave, count, end } = start();
	void autosave.flush();
	void autosave.flush();
	let hasPaused = false;
	void autosave.pause().then(() => (hasPaused = true));
	await vi.advanceTimersByTimeAsync(0);
	expect(hasPaused).toBe(false);
	await end('failed');
	expect(hasPaused).toBe(true);
	autosave.changed();
	await autosave.flush();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(count()).toBe(1);
	autosave.resume();
	autosave.changed();
	await vi.advanceTimersByTimeAsync(400);
	expect(count()).toBe(2);
});

test('a cancelled save is not started', async () => {
	const { autosave, count } = start();
	autosave.changed();
	autosave.cancel();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(count()).toBe(0);
});
