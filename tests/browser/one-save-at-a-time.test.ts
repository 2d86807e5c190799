import { OneSaveAtATime } from '$lib/journal/one-save-at-a-time.svelte';
import { expect, test } from 'vitest';

/* However often a save is asked for, one runs and at most one waits. */

/** Saves that end when the test says so, and how often one was begun. */
function held(): { saves: OneSaveAtATime; begun: () => number; end: (saved: boolean) => void } {
	let begun = 0;
	let end: (saved: boolean) => void = () => undefined;
	const save = (): Promise<boolean> => {
		begun += 1;
		return new Promise((resolve) => (end = resolve));
	};
	return { saves: new OneSaveAtATime({ save }), begun: () => begun, end: (saved) => end(saved) };
}

test('all that is asked for while a save runs is saved in one more', async () => {
	const { saves, begun, end } = held();
	const all = [saves.now(), saves.now(), saves.now()];
	expect(begun()).toBe(1);
	end(true);
	await expect.poll(begun).toBe(2);
	end(true);
	await Promise.all(all);
	expect([begun(), saves.running]).toEqual([2, null]);
});

test('after a save that failed none is begun by itself', async () => {
	const { saves, begun, end } = held();
	const all = [saves.now(), saves.now()];
	end(false);
	await Promise.all(all);
	expect(begun()).toBe(1);
	const again = saves.now();
	end(true);
	await again;
	expect([begun(), saves.running]).toEqual([2, null]);
});
