import { describe, expect, test, vi } from 'vitest';
import { blank, testDrafts } from './test-drafts';

/* A draft: bringing to the disk what is typed. */

const at = testDrafts();

describe('saving', () => {
	test('happens by itself 400 ms after the last key', async () => {
		const keep = vi.spyOn(at.journal, 'save');
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const draft = at.draftOf(blank());
		draft.setText('a');
		await vi.advanceTimersByTimeAsync(399);
		expect(keep).not.toHaveBeenCalled();
		draft.setText('ab');
		await vi.advanceTimersByTimeAsync(399);
		expect(keep).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(keep).toHaveBeenCalledOnce();
	});

	test('waits at most a second and a half while the keys do not rest', async () => {
		const keep = vi.spyOn(at.journal, 'save');
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const draft = at.draftOf(blank());
		for (let typed = 1; typed <= 20; typed += 1) {
			draft.setText('x'.repeat(typed));
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(keep).toHaveBeenCalledOnce();
	});

	test('says saved only when the text is on the disk', async () => {
		const draft = at.draftOf(blank());
		draft.setText('every word');
		expect(draft.status).toBe('unsaved');
		const saving = draft.flush();
		await Promise.resolve();
		expect(draft.status).toBe('saving');
		await saving;
		expect(draft.status).toBe('saved');
		expect(await at.onDisk()).toEqual(['every word']);
	});

	test('saves what was typed while it was saving', async () => {
		const draft = at.draftOf(blank());
		const keep = at.journal.save.bind(at.journal);
		vi.spyOn(at.journal, 'save').mockImplementationOnce((...input) => {
			draft.setText('first and more');
			return keep(...input);
		});
		draft.setText('first');
		await draft.flush();
		expect(draft.status).toBe('unsaved');
		await draft.flush();
		expect(await at.onDisk()).toEqual(['first and more']);
	});

	test('stores nothing for a page without a word', async () => {
		const draft = at.draftOf(blank());
		draft.setText('   ');
		await draft.flush();
		expect(await at.onDisk()).toEqual([]);
	});

	test('marks the entry as finished when the writer stops', async () => {
		const draft = at.draftOf(blank());
		draft.setText('enough for');
		await draft.finish();
		expect((await at.again()).entries).toMatchObject([{ text: 'enough for', finished: true }]);
	});
});

describe('a save that fails', () => {
	test('says so, keeps the text, and is tried again', async () => {
		const draft = at.draftOf(blank());
		const error = Object.assign(new Error('full'), { code: 'storage-full' });
		vi.spyOn(at.journal, 'save').mockRejectedValueOnce(error);
		draft.setText('do not lose me');
		await draft.flush();
		expect(draft.status).toBe('not-saved');
		expect(draft.error).toBe(error);
		expect(draft.text).toBe('do not lose me');
		expect(draft.isDirty).toBe(true);
		await draft.flush();
		expect(draft.status).toBe('saved');
		expect(await at.onDisk()).toEqual(['do not lose me']);
	});

	test('is never called saved, however often the transaction is aborted', async () => {
		const draft = at.draftOf(blank());
		const original = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = function (...input) {
			const request = original.apply(this, input);
			this.transaction.abort();
			return request;
		};
		try {
			for (let attempt = 0; attempt < 10; attempt += 1) {
				draft.setText(`attempt ${attempt}`);
				await draft.flush();
				expect(draft.status).toBe('not-saved');
			}
		} finally {
			IDBObjectStore.prototype.put = original;
		}
		expect(await at.onDisk()).toEqual([]);
		await draft.flush();
		expect(draft.status).toBe('saved');
		expect(await at.onDisk()).toEqual(['attempt 9']);
	});
});

describe('the day of an entry', () => {
	test('is that of its first word, however long the blank page was open', async () => {
		const before = { at: 1_000, zone: 'UTC', day: '1970-01-01' };
		const draft = at.draftOf({ ...blank(), written: before, changed: before });
		draft.setText('at last');
		await draft.flush();
		expect(draft.entry.written.day).not.toBe('1970-01-01');
		expect(draft.entry.changed).toEqual(draft.entry.written);
	});
});

describe('a draft that was dropped', () => {
	test('holds no word, and saves none of what was typed before or after', async () => {
		const draft = at.draftOf(blank());
		draft.setText('kept');
		await draft.flush();
		draft.setText('kept, and not yet kept');
		draft.discard();
		draft.setText('typed too late');
		await draft.flush();
		expect([draft.text, draft.entry.text, draft.isDirty]).toEqual(['', '', false]);
		expect(await at.onDisk()).toEqual(['kept']);
	});

	test('does not try again what had failed', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const keep = vi.spyOn(at.journal, 'save').mockRejectedValue(new Error('no'));
		const draft = at.draftOf(blank());
		draft.setText('not kept');
		await draft.flush();
		draft.discard();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(keep).toHaveBeenCalledOnce();
	});
});
