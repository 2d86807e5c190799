import type { Draft } from '$lib/draft/draft.svelte';
import type { Entry } from '$lib/model/entry';
import { describe, expect, test, vi } from 'vitest';
import { blank, testDrafts } from './test-drafts';

/* An earlier text that is put back. */

const at = testDrafts();

describe('an earlier version that is put back', () => {
	/** A draft whose text was replaced once, so that it has one earlier version. */
	async function changedOnce(): Promise<Draft> {
		const draft = at.draftOf(blank());
		draft.setText('The first text of this page.');
		await draft.flush();
		draft.setText('Another one');
		await draft.flush();
		return draft;
	}
	async function versionTexts(draft: Draft): Promise<string[]> {
		const journal = await at.again();
		const stored = journal.find(draft.entry.id)?.entry as Entry;
		return (await journal.versionsOf(stored)).map(({ text }) => text);
	}
	/** Makes the next save fail; returns the error it fails with. */
	function failOnce(): Error {
		const error = Object.assign(new Error('full'), { code: 'storage-full' });
		vi.spyOn(at.journal, 'save').mockRejectedValueOnce(error);
		return error;
	}

	test('takes the place of the text that is there, which is kept however alike they are', async () => {
		const draft = at.draftOf(blank());
		draft.setText('The first text of this page.');
		await draft.flush();
		await draft.restore('The first text of this pagE.');
		expect([draft.text, draft.status]).toEqual(['The first text of this pagE.', 'saved']);
		expect(await at.onDisk()).toEqual(['The first text of this pagE.']);
		expect(await versionTexts(draft)).toEqual(['The first text of this page.']);
	});

	test('loses no word that was typed just before', async () => {
		const draft = await changedOnce();
		draft.setText('Another one, and more');
		await draft.restore('The first text of this page.');
		expect(await at.onDisk()).toEqual(['The first text of this page.']);
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
		expect(await at.onDisk()).toEqual(['Another one']);
		await draft.flush();
		expect([draft.status, draft.entry.versions]).toEqual(['saved', versions]);
		expect(await at.onDisk()).toEqual(['Another one']);
		await draft.restore('The first text of this page.');
		expect(await at.onDisk()).toEqual(['The first text of this page.']);
		expect(await versionTexts(draft)).toEqual(['The first text of this page.', 'Another one']);
	});

	test('waits for the words that could not be saved before it', async () => {
		const draft = await changedOnce();
		draft.setText('Another one, and more');
		const error = failOnce();
		await expect(draft.restore('The first text of this page.')).rejects.toBe(error);
		expect([draft.text, draft.status]).toEqual(['Another one, and more', 'not-saved']);
		await draft.flush();
		expect(await at.onDisk()).toEqual(['Another one, and more']);
	});

	test('is taken back when the answer of its write got lost', async () => {
		const draft = await changedOnce();
		const original = at.journal.save.bind(at.journal);
		vi.spyOn(at.journal, 'save').mockImplementationOnce(async (...input) => {
			await original(...input);
			throw Object.assign(new Error('late'), { code: 'timeout' });
		});
		await expect(draft.restore('The first text of this page.')).rejects.toThrow('late');
		expect([draft.text, draft.isDirty]).toEqual(['Another one', true]);
		await draft.flush();
		expect([draft.status, draft.hasForked]).toEqual(['saved', false]);
		expect(await at.onDisk()).toEqual(['Another one']);
	});
});
