import { Draft } from '$lib/draft/draft.svelte';
import { describe, expect, test, vi } from 'vitest';
import { blank, testDrafts } from './test-drafts';

/* A draft whose entry is changed elsewhere, and one whose saves are not answered. */

const at = testDrafts();

describe('two tabs on one entry', () => {
	test('keep both texts', async () => {
		const first = at.draftOf(blank());
		first.setText('the beginning');
		await first.flush();
		const { draft: second } = await at.secondTabOn(first);
		first.setText('the beginning, from one tab');
		second.setText('the beginning, from the other');
		await Promise.all([first.flush(), second.flush()]);
		expect(await at.onDisk()).toEqual([
			'the beginning, from one tab',
			'the beginning, from the other'
		]);
		expect([first.hasForked, second.hasForked].filter(Boolean)).toHaveLength(1);
		const copy = first.hasForked ? first : second;
		copy.setText('and on it goes');
		await copy.flush();
		expect(await at.onDisk()).toHaveLength(2);
	});

	test('follow one another while only one of them writes', async () => {
		const first = at.draftOf(blank());
		first.setText('a');
		await first.flush();
		const { journal, draft: second } = await at.secondTabOn(first);
		first.setText('a and b');
		await first.flush();
		await expect.poll(() => journal.find(first.entry.id)?.rev).toBe(2);
		second.sync(journal.find(first.entry.id));
		expect(second.text).toBe('a and b');
		second.setText('a and b and c');
		await second.flush();
		expect(await at.onDisk()).toEqual(['a and b and c']);
		expect(second.hasForked).toBe(false);
	});

	test('does not take its own save, whose answer was lost, for another tab’s', async () => {
		const draft = at.draftOf(blank());
		at.losesAnAnswer();
		draft.setText('once');
		await draft.flush();
		expect(draft.status).toBe('not-saved');
		await draft.flush();
		expect(draft.status).toBe('saved');
		expect(draft.hasForked).toBe(false);
		expect(await at.onDisk()).toEqual(['once']);
	});
});

describe('a database that hangs', () => {
	test('is said to a person who goes on typing, and piles up no saves', async () => {
		const never = vi.fn(() => new Promise<never>(() => undefined));
		const draft = new Draft(never, blank(), null);
		for (let typed = 1; typed <= 30; typed += 1) {
			draft.setText('x'.repeat(typed));
			void draft.flush();
		}
		await Promise.resolve();
		expect(draft.status).toBe('saving');
		expect(never).toHaveBeenCalledOnce();
		expect(draft.isDirty).toBe(true);
	});

	test('stays said while one types on, until a save succeeds', async () => {
		const draft = at.draftOf(blank());
		const error = Object.assign(new Error('no answer'), { code: 'timeout' });
		vi.spyOn(at.journal, 'save').mockRejectedValueOnce(error);
		draft.setText('a');
		await draft.flush();
		draft.setText('ab');
		expect(draft.status).toBe('not-saved');
		const again = draft.flush();
		expect(draft.status).toBe('not-saved');
		await again;
		expect(draft.status).toBe('saved');
		expect(draft.error).toBeNull();
	});

	test('does not make a second entry of a save that arrived after all', async () => {
		const draft = at.draftOf(blank());
		at.losesAnAnswer();
		draft.setText('hello');
		await draft.flush();
		draft.setText('hello world');
		await draft.flush();
		expect([draft.status, draft.hasForked]).toEqual(['saved', false]);
		expect(await at.onDisk()).toEqual(['hello world']);
	});

	test('does not call saved what the disk may hold otherwise', async () => {
		const draft = at.draftOf(blank());
		draft.setText('kept');
		await draft.flush();
		at.losesAnAnswer();
		draft.setText('kept, and more');
		await draft.flush();
		draft.setText('kept');
		expect(draft.isDirty).toBe(true);
		await draft.flush();
		expect(draft.status).toBe('saved');
		expect(await at.onDisk()).toEqual(['kept']);
	});
});
