import { Draft } from '$lib/journal/draft.svelte';
import { newEntry, type Entry } from '$lib/journal/entry';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

let one: TestJournal;
beforeEach(async () => {
	one = await openTestJournal();
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

function blank(): Entry {
	return newEntry({ companion: 'walking-away' });
}
function draftOf(entry: Entry, rev: number | null = null): Draft {
	return new Draft(() => Promise.resolve(one.journal), entry, rev);
}
async function onDisk(): Promise<string[]> {
	return (await one.again()).journal.entries.map(({ text }) => text).sort();
}

describe('saving', () => {
	test('happens by itself 400 ms after the last key', async () => {
		const keep = vi.spyOn(one.journal, 'keep');
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const draft = draftOf(blank());
		draft.type('a');
		await vi.advanceTimersByTimeAsync(399);
		expect(keep).not.toHaveBeenCalled();
		draft.type('ab');
		await vi.advanceTimersByTimeAsync(399);
		expect(keep).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(keep).toHaveBeenCalledOnce();
	});

	test('waits at most two seconds while the keys do not rest', async () => {
		const keep = vi.spyOn(one.journal, 'keep');
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const draft = draftOf(blank());
		for (let typed = 1; typed <= 20; typed += 1) {
			draft.type('x'.repeat(typed));
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(keep).toHaveBeenCalledOnce();
	});

	test('says saved only when the text is on the disk', async () => {
		const draft = draftOf(blank());
		draft.type('every word');
		expect(draft.state).toBe('unsaved');
		const saving = draft.flush();
		await Promise.resolve();
		expect(draft.state).toBe('saving');
		await saving;
		expect(draft.state).toBe('saved');
		expect(await onDisk()).toEqual(['every word']);
	});

	test('saves what was typed while it was saving', async () => {
		const draft = draftOf(blank());
		const keep = one.journal.keep.bind(one.journal);
		vi.spyOn(one.journal, 'keep').mockImplementationOnce((...input) => {
			draft.type('first and more');
			return keep(...input);
		});
		draft.type('first');
		await draft.flush();
		expect(draft.state).toBe('unsaved');
		await draft.flush();
		expect(await onDisk()).toEqual(['first and more']);
	});

	test('stores nothing for a page without a word', async () => {
		const draft = draftOf(blank());
		draft.type('   ');
		await draft.flush();
		expect(await onDisk()).toEqual([]);
	});

	test('marks the entry as finished when the writer stops', async () => {
		const draft = draftOf(blank());
		draft.type('enough for');
		await draft.finish();
		expect((await one.again()).journal.entries).toMatchObject([
			{ text: 'enough for', finished: true }
		]);
	});
});

describe('a save that fails', () => {
	test('says so, keeps the text, and is tried again', async () => {
		const draft = draftOf(blank());
		const error = Object.assign(new Error('full'), { code: 'storage-full' });
		vi.spyOn(one.journal, 'keep').mockRejectedValueOnce(error);
		draft.type('do not lose me');
		await draft.flush();
		expect(draft.state).toBe('not-saved');
		expect(draft.error).toBe(error);
		expect(draft.text).toBe('do not lose me');
		expect(draft.dirty).toBe(true);
		await draft.flush();
		expect(draft.state).toBe('saved');
		expect(await onDisk()).toEqual(['do not lose me']);
	});

	test('is never called saved, however often the transaction is aborted', async () => {
		const draft = draftOf(blank());
		const original = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = function (...input) {
			const request = original.apply(this, input);
			this.transaction.abort();
			return request;
		};
		try {
			for (let attempt = 0; attempt < 10; attempt += 1) {
				draft.type(`attempt ${attempt}`);
				await draft.flush();
				expect(draft.state).toBe('not-saved');
			}
		} finally {
			IDBObjectStore.prototype.put = original;
		}
		expect(await onDisk()).toEqual([]);
		await draft.flush();
		expect(draft.state).toBe('saved');
		expect(await onDisk()).toEqual(['attempt 9']);
	});
});

describe('two tabs on one entry', () => {
	test('keep both texts', async () => {
		const first = draftOf(blank());
		first.type('the beginning');
		await first.flush();
		const two = await one.again();
		const stored = two.journal.find(first.entry.id);
		const second = new Draft(
			() => Promise.resolve(two.journal),
			stored?.entry ?? blank(),
			stored?.rev ?? null
		);
		first.type('the beginning, from one tab');
		second.type('the beginning, from the other');
		await Promise.all([first.flush(), second.flush()]);
		expect(await onDisk()).toEqual([
			'the beginning, from one tab',
			'the beginning, from the other'
		]);
		expect([first.bothKept, second.bothKept].filter(Boolean)).toHaveLength(1);
		const copy = first.bothKept ? first : second;
		copy.type('and on it goes');
		await copy.flush();
		expect(await onDisk()).toHaveLength(2);
	});

	test('follow one another while only one of them writes', async () => {
		const first = draftOf(blank());
		first.type('a');
		await first.flush();
		const two = await one.again();
		const stored = two.journal.find(first.entry.id);
		const second = new Draft(
			() => Promise.resolve(two.journal),
			stored?.entry ?? blank(),
			stored?.rev ?? null
		);
		first.type('a and b');
		await first.flush();
		await expect.poll(() => two.journal.find(first.entry.id)?.rev).toBe(2);
		second.follow(two.journal.find(first.entry.id));
		expect(second.text).toBe('a and b');
		second.type('a and b and c');
		await second.flush();
		expect(await onDisk()).toEqual(['a and b and c']);
		expect(second.bothKept).toBe(false);
	});

	test('does not take its own save, whose answer was lost, for another tab’s', async () => {
		const draft = draftOf(blank());
		const original = one.journal.keep.bind(one.journal);
		vi.spyOn(one.journal, 'keep').mockImplementationOnce(async (...input) => {
			await original(...input);
			throw Object.assign(new Error('late'), { code: 'timeout' });
		});
		draft.type('once');
		await draft.flush();
		expect(draft.state).toBe('not-saved');
		await draft.flush();
		expect(draft.state).toBe('saved');
		expect(draft.bothKept).toBe(false);
		expect(await onDisk()).toEqual(['once']);
	});
});

describe('earlier versions', () => {
	const long = 'A page that somebody took an evening to write.';

	test('are kept when an old entry is changed on a later occasion', async () => {
		const old = { ...blank(), text: long };
		const yesterday = { ...old.written, at: old.written.at - 86_400_000, day: '2026-01-01' };
		const entry = { ...old, written: yesterday, changed: yesterday };
		await one.journal.keep(entry, null);
		const draft = draftOf(entry, 1);
		draft.type(`${long} And a line today.`);
		await draft.flush();
		draft.type(`${long} And a line today, and another.`);
		await draft.flush();
		const stored = one.journal.find(entry.id)?.entry;
		expect(stored?.written.day).toBe('2026-01-01');
		expect(stored?.changed.day).not.toBe('2026-01-01');
		expect((await one.journal.versionsOf(stored as Entry)).map(({ text }) => text)).toEqual([long]);
	});

	test('are kept when most of a text disappears, however slowly', async () => {
		const draft = draftOf(blank());
		draft.type(long);
		await draft.flush();
		for (let length = long.length; length >= 0; length -= 6) {
			draft.type(long.slice(0, length));
			await draft.flush();
		}
		draft.type('');
		await draft.flush();
		const stored = one.journal.find(draft.entry.id)?.entry as Entry;
		expect(stored.text).toBe('');
		expect((await one.journal.versionsOf(stored)).map(({ text }) => text)).toContain(long);
	});

	test('are not made of every save', async () => {
		const draft = draftOf(blank());
		for (let length = 1; length <= long.length; length += 4) {
			draft.type(long.slice(0, length));
			await draft.flush();
		}
		expect(draft.entry.versions).toEqual([]);
	});
});

describe('an earlier version that is put back', () => {
	/** A draft whose text was replaced once, so that it has one earlier version. */
	async function changedOnce(): Promise<Draft> {
		const draft = draftOf(blank());
		draft.type('The first text of this page.');
		await draft.flush();
		draft.type('Another one');
		await draft.flush();
		return draft;
	}
	async function versionTexts(draft: Draft): Promise<string[]> {
		const { journal } = await one.again();
		const stored = journal.find(draft.entry.id)?.entry as Entry;
		return (await journal.versionsOf(stored)).map(({ text }) => text);
	}
	/** Makes the next save fail; returns the error it fails with. */
	function failOnce(): Error {
		const error = Object.assign(new Error('full'), { code: 'storage-full' });
		vi.spyOn(one.journal, 'keep').mockRejectedValueOnce(error);
		return error;
	}

	test('takes the place of the text that is there, which is kept however alike they are', async () => {
		const draft = draftOf(blank());
		draft.type('The first text of this page.');
		await draft.flush();
		await draft.restore('The first text of this pagE.');
		expect([draft.text, draft.state]).toEqual(['The first text of this pagE.', 'saved']);
		expect(await onDisk()).toEqual(['The first text of this pagE.']);
		expect(await versionTexts(draft)).toEqual(['The first text of this page.']);
	});

	test('loses no word that was typed just before', async () => {
		const draft = await changedOnce();
		draft.type('Another one, and more');
		await draft.restore('The first text of this page.');
		expect(await onDisk()).toEqual(['The first text of this page.']);
		expect(await versionTexts(draft)).toEqual([
			'The first text of this page.',
			'Another one, and more'
		]);
	});

	test('makes no version of itself', async () => {
		const draft = await changedOnce();
		const versions = draft.entry.versions;
		await draft.restore('Another one');
		expect(draft.entry.versions).toEqual(versions);
	});

	test('leaves everything as it was when it cannot be written, and can be put back later', async () => {
		const draft = await changedOnce();
		const versions = draft.entry.versions;
		const error = failOnce();
		await expect(draft.restore('The first text of this page.')).rejects.toBe(error);
		expect([draft.text, draft.entry.text]).toEqual(['Another one', 'Another one']);
		expect(await onDisk()).toEqual(['Another one']);
		await draft.flush();
		expect([draft.state, draft.entry.versions]).toEqual(['saved', versions]);
		expect(await onDisk()).toEqual(['Another one']);
		await draft.restore('The first text of this page.');
		expect(await onDisk()).toEqual(['The first text of this page.']);
		expect(await versionTexts(draft)).toEqual(['The first text of this page.', 'Another one']);
	});

	test('waits for the words that could not be saved before it', async () => {
		const draft = await changedOnce();
		draft.type('Another one, and more');
		const error = failOnce();
		await expect(draft.restore('The first text of this page.')).rejects.toBe(error);
		expect([draft.text, draft.state]).toEqual(['Another one, and more', 'not-saved']);
		await draft.flush();
		expect(await onDisk()).toEqual(['Another one, and more']);
	});

	test('is taken back when the answer of its write got lost', async () => {
		const draft = await changedOnce();
		const original = one.journal.keep.bind(one.journal);
		vi.spyOn(one.journal, 'keep').mockImplementationOnce(async (...input) => {
			await original(...input);
			throw Object.assign(new Error('late'), { code: 'timeout' });
		});
		await expect(draft.restore('The first text of this page.')).rejects.toThrow('late');
		expect([draft.text, draft.dirty]).toEqual(['Another one', true]);
		await draft.flush();
		expect([draft.state, draft.bothKept]).toEqual(['saved', false]);
		expect(await onDisk()).toEqual(['Another one']);
	});
});

describe('a database that hangs', () => {
	test('is said to a person who goes on typing, and piles up no saves', async () => {
		const never = vi.fn(() => new Promise<never>(() => undefined));
		const draft = new Draft(never, blank(), null);
		for (let typed = 1; typed <= 30; typed += 1) {
			draft.type('x'.repeat(typed));
			void draft.flush();
		}
		await Promise.resolve();
		expect(draft.state).toBe('saving');
		expect(never).toHaveBeenCalledOnce();
		expect(draft.dirty).toBe(true);
	});

	test('stays said while one types on, until a save succeeds', async () => {
		const draft = draftOf(blank());
		const error = Object.assign(new Error('no answer'), { code: 'timeout' });
		vi.spyOn(one.journal, 'keep').mockRejectedValueOnce(error);
		draft.type('a');
		await draft.flush();
		draft.type('ab');
		expect(draft.state).toBe('not-saved');
		const again = draft.flush();
		expect(draft.state).toBe('not-saved');
		await again;
		expect(draft.state).toBe('saved');
		expect(draft.error).toBeNull();
	});

	test('does not make a second entry of a save that arrived after all', async () => {
		const draft = draftOf(blank());
		const original = one.journal.keep.bind(one.journal);
		vi.spyOn(one.journal, 'keep').mockImplementationOnce(async (...input) => {
			await original(...input);
			throw Object.assign(new Error('late'), { code: 'timeout' });
		});
		draft.type('hello');
		await draft.flush();
		draft.type('hello world');
		await draft.flush();
		expect([draft.state, draft.bothKept]).toEqual(['saved', false]);
		expect(await onDisk()).toEqual(['hello world']);
	});

	test('does not call saved what the disk may hold otherwise', async () => {
		const draft = draftOf(blank());
		draft.type('kept');
		await draft.flush();
		const original = one.journal.keep.bind(one.journal);
		vi.spyOn(one.journal, 'keep').mockImplementationOnce(async (...input) => {
			await original(...input);
			throw Object.assign(new Error('late'), { code: 'timeout' });
		});
		draft.type('kept, and more');
		await draft.flush();
		draft.type('kept');
		expect(draft.dirty).toBe(true);
		await draft.flush();
		expect(draft.state).toBe('saved');
		expect(await onDisk()).toEqual(['kept']);
	});
});

describe('the day of an entry', () => {
	test('is that of its first word, however long the blank page was open', async () => {
		const before = { at: 1_000, zone: 'UTC', day: '1970-01-01' };
		const draft = draftOf({ ...blank(), written: before, changed: before });
		draft.type('at last');
		await draft.flush();
		expect(draft.entry.written.day).not.toBe('1970-01-01');
		expect(draft.entry.changed).toEqual(draft.entry.written);
	});
});

describe('a text that is replaced', () => {
	test('is kept when a short one is emptied, and when another is pasted over it', async () => {
		const draft = draftOf(blank());
		draft.type('I am leaving him.');
		await draft.flush();
		draft.type('');
		await draft.flush();
		draft.type('Something of the same length');
		await draft.flush();
		draft.type('A quite different line again');
		await draft.flush();
		const versions = await one.journal.versionsOf(draft.entry);
		expect(versions.map(({ text }) => text)).toEqual([
			'I am leaving him.',
			'Something of the same length'
		]);
	});

	test('is kept when a tab was left open and is written on a week later', async () => {
		const week = 7 * 86_400_000;
		const draft = draftOf(blank());
		draft.type('Written before the week.');
		await draft.flush();
		vi.spyOn(Date, 'now').mockReturnValue(Date.now() + week);
		draft.type('Written before the week. And after it.');
		await draft.flush();
		const versions = await one.journal.versionsOf(draft.entry);
		expect(versions.map(({ text }) => text)).toEqual(['Written before the week.']);
	});
});

describe('a draft that was dropped', () => {
	test('holds no word, and saves none of what was typed before or after', async () => {
		const draft = draftOf(blank());
		draft.type('kept');
		await draft.flush();
		draft.type('kept, and not yet kept');
		draft.drop();
		draft.type('typed too late');
		await draft.flush();
		expect([draft.text, draft.entry.text, draft.dirty]).toEqual(['', '', false]);
		expect(await onDisk()).toEqual(['kept']);
	});

	test('does not try again what had failed', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const keep = vi.spyOn(one.journal, 'keep').mockRejectedValue(new Error('no'));
		const draft = draftOf(blank());
		draft.type('not kept');
		await draft.flush();
		draft.drop();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(keep).toHaveBeenCalledOnce();
	});
});
