import type { Entry } from '$lib/model/entry';
import { describe, expect, test, vi } from 'vitest';
import { blank, testDrafts } from './test-drafts';

/* The earlier texts of an entry. */

const at = testDrafts();

describe('earlier versions', () => {
	const long = 'A page that somebody took an evening to write.';

	test('are kept when an old entry is changed on a later occasion', async () => {
		const old = { ...blank(), text: long };
		const yesterday = { ...old.written, at: old.written.at - 86_400_000, day: '2026-01-01' };
		const entry = { ...old, written: yesterday, changed: yesterday };
		await at.journal.save(entry, null);
		const draft = at.draftOf(entry, 1);
		draft.setText(`${long} And a line today.`);
		await draft.flush();
		draft.setText(`${long} And a line today, and another.`);
		await draft.flush();
		const stored = at.journal.find(entry.id)?.entry;
		expect(stored?.written.day).toBe('2026-01-01');
		expect(stored?.changed.day).not.toBe('2026-01-01');
		expect((await at.journal.versionsOf(stored as Entry)).map(({ text }) => text)).toEqual([long]);
	});

	test('are kept when most of a text disappears, however slowly', async () => {
		const draft = at.draftOf(blank());
		draft.setText(long);
		await draft.flush();
		for (let length = long.length; length >= 0; length -= 6) {
			draft.setText(long.slice(0, length));
			await draft.flush();
		}
		draft.setText('');
		await draft.flush();
		const stored = at.journal.find(draft.entry.id)?.entry as Entry;
		expect(stored.text).toBe('');
		expect((await at.journal.versionsOf(stored)).map(({ text }) => text)).toContain(long);
	});

	test('are not made of every save', async () => {
		const draft = at.draftOf(blank());
		for (let length = 1; length <= long.length; length += 4) {
			draft.setText(long.slice(0, length));
			await draft.flush();
		}
		expect(draft.entry.versions).toEqual([]);
	});
});

describe('a text that is replaced', () => {
	test('is kept when a short one is emptied, and when another is pasted over it', async () => {
		const draft = at.draftOf(blank());
		draft.setText('I am leaving him.');
		await draft.flush();
		draft.setText('');
		await draft.flush();
		draft.setText('Something of the same length');
		await draft.flush();
		draft.setText('A quite different line again');
		await draft.flush();
		const versions = await at.journal.versionsOf(draft.entry);
		expect(versions.map(({ text }) => text)).toEqual([
			'I am leaving him.',
			'Something of the same length'
		]);
	});

	test('is kept when a tab was left open and is written on a week later', async () => {
		const week = 7 * 86_400_000;
		const draft = at.draftOf(blank());
		draft.setText('Written before the week.');
		await draft.flush();
		vi.spyOn(Date, 'now').mockReturnValue(Date.now() + week);
		draft.setText('Written before the week. And after it.');
		await draft.flush();
		const versions = await at.journal.versionsOf(draft.entry);
		expect(versions.map(({ text }) => text)).toEqual(['Written before the week.']);
	});
});
