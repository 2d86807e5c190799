import { parseCompanion, writeCompanion } from '$lib/companion/companion';
import builtIn from '$lib/companion/walking-away.companion.md';
import { newLibraryItem, withContents } from '$lib/model/library-item';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CompanionDraft } from '../../src/routes/library/make/companion-draft.svelte';
import {
	CompanionFields,
	SectionFields,
	PromptFields
} from '../../src/routes/library/make/companion-fields.svelte';
import { closeTestJournals, openTestJournal, type TestJournal } from './open-test-journal';

/* How a companion that is being made gets to the disk. */

let one: TestJournal;
beforeEach(async () => {
	one = await openTestJournal();
});
afterEach(() => {
	vi.restoreAllMocks();
	closeTestJournals();
});

function editingOf(id?: string): CompanionDraft {
	const kept = one.journal.library.all.find((each) => each.id === id);
	return new CompanionDraft(() => Promise.resolve(one.journal), kept);
}

function title(editing: CompanionDraft, words: string): void {
	editing.fields.title = words;
	editing.changed();
}

/** The titles that are on the disk, in the order in which their companions came. */
async function onDisk(): Promise<string[]> {
	const { journal } = await one.again();
	return journal.library.all.map(({ companion }) => companion.title);
}

test('a companion is kept once something is typed in it, and not before', async () => {
	const editing = editingOf();
	await editing.flush();
	expect(await onDisk()).toEqual([]);
	title(editing, 'By the window ');
	expect(editing.status).toBe('unsaved');
	await editing.flush();
	expect(editing.status).toBe('saved');
	expect(await onDisk()).toEqual(['By the window']);
	// As it was typed, it stands in the field.
	expect(editing.fields.title).toBe('By the window ');
});

test('never are two saves of a companion on their way at once, and the latest words arrive', async () => {
	const editing = editingOf();
	const { library } = one.journal;
	const update = library.update.bind(library);
	let under = 0;
	const most: number[] = [];
	vi.spyOn(library, 'update').mockImplementation(async (...input) => {
		most.push((under += 1));
		await update(...input);
		under -= 1;
	});
	title(editing, 'a');
	const first = editing.flush();
	title(editing, 'ab');
	void editing.flush();
	title(editing, 'abc');
	void editing.flush();
	await first;
	expect(most).toEqual(most.map(() => 1));
	expect(editing.isDirty).toBe(false);
	expect(await onDisk()).toEqual(['abc']);
});

test('a save of a companion whose answer got lost is not taken for one of another tab', async () => {
	const editing = editingOf();
	title(editing, 'At first');
	const write = one.storage.write.bind(one.storage);
	vi.spyOn(one.storage, 'write').mockImplementationOnce(async (...input) => {
		await write(...input);
		throw Object.assign(new Error('late'), { code: 'timeout' });
	});
	await editing.flush();
	expect(editing.status).toBe('not-saved');
	title(editing, 'At first, and then');
	await editing.flush();
	expect(editing.status).toBe('saved');
	expect(await onDisk()).toEqual(['At first, and then']);
});

test('what another tab changed meanwhile is not written over; a copy goes on beside it', async () => {
	const editing = editingOf();
	title(editing, 'Ours');
	await editing.flush();
	const { journal } = await one.again();
	const there = journal.library.all.find(({ id }) => id === editing.id);
	if (!there) throw new Error('not kept');
	title(editing, 'Ours, changed');
	await journal.library.save(withContents(there, { ...there.companion, title: 'Theirs' }));
	await editing.flush();
	expect(editing.conflict).toBe('changed');
	expect(editing.isDirty).toBe(true);
	expect(await onDisk()).toEqual(['Theirs']);
	await editing.saveAsCopy();
	expect(editing.status).toBe('saved');
	expect(await onDisk()).toEqual(['Theirs', 'Ours, changed']);
});

test('what another tab removed does not come back by itself', async () => {
	const editing = editingOf();
	title(editing, 'Here once');
	await editing.flush();
	await one.journal.library.delete([editing.id]);
	title(editing, 'Here again');
	await editing.flush();
	expect(editing.conflict).toBe('removed');
	expect(await onDisk()).toEqual([]);
});

test('what another tab kept is taken over while nothing here is unsaved, and only then', async () => {
	const begun = editingOf();
	const kept = newLibraryItem({ ...begun.fields.companion, title: 'As it was' });
	await one.journal.library.save(kept);
	const editing = editingOf(kept.id);
	const theirs = { ...kept.companion, title: 'As it is' };
	editing.sync([withContents(kept, theirs)]);
	expect(editing.fields.title).toBe('As it is');
	title(editing, 'As typed');
	editing.sync([withContents(kept, { ...theirs, title: 'As it will be' })]);
	expect(editing.fields.title).toBe('As typed');
	editing.discard();
});

test('words that were dropped from a companion are never kept', async () => {
	const editing = editingOf();
	title(editing, 'Not to be kept');
	editing.discard();
	await editing.flush();
	expect(editing.fields.title).toBe('');
	expect(await onDisk()).toEqual([]);
});

test('a companion goes through its fields unchanged, findings and ids too', () => {
	expect(new CompanionFields(builtIn).companion).toEqual(builtIn);
});

test('what was typed into every field is what the parser reads in the file', () => {
	const question = new PromptFields();
	Object.assign(question, {
		text: ' What did\nyou hear? ',
		left: 'What was\tsaid?',
		why: '- A line'
	});
	Object.assign(question, { stance: 'deciding', depth: 'deeper', intent: 'feel', view: 'friend' });
	const part = new SectionFields();
	Object.assign(part, { name: 'First light', heading: '# One', care: '> Slowly\n\nas you like' });
	part.passage = '\n# A line,\n- and another \\ \n\n\n\nThe rest.\n';
	part.prompts = [question];
	const fields = new CompanionFields();
	Object.assign(fields, { title: 'By: the window', essay: 'A Chair', author: 'A. Writer' });
	fields.sections = [part];
	const { companion } = parseCompanion(writeCompanion(fields.companion));
	expect(companion).toEqual(fields.companion);
	expect(companion.sections[0]?.passage).toEqual(['# A line,\n- and another \\', 'The rest.']);
	expect(companion.sections[0]?.care).toBe('> Slowly\nas you like');
	expect(companion.sections[0]?.prompts[0]?.text).toBe('What did you hear?');
});
