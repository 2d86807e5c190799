import { Draft } from '$lib/draft/draft.svelte';
import { newEntry, type Entry } from '$lib/model/entry';
import { Drafts } from '$lib/session/drafts.svelte';
import { newCustomPrompt } from '$lib/model/custom-prompt';
import { expect, test } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

/* What a writer says of a page, questions of their own, and choices made in two tabs. */

function draftIn({ journal }: TestJournal, entry: Entry, rev: number | null = null): Draft {
	return new Draft(() => Promise.resolve(journal), entry, rev);
}

const blankPage = (): Entry => newEntry({ companion: 'walking-away' });

test('what is said before the first word is kept with it, and nothing is kept without a word', async () => {
	const one = await openTestJournal();
	const draft = draftIn(one, blankPage());
	draft.annotate({ before: { feel: -1, stir: 2 } });
	await draft.flush();
	expect(draft.isDirty).toBe(false);
	expect(one.journal.entries).toHaveLength(0);
	draft.setText('A word');
	await draft.flush();
	expect((await one.again()).journal.entries[0]?.before).toEqual({ feel: -1, stir: 2 });
});

test('what is said after is kept, and does not count as a change of the text', async () => {
	const one = await openTestJournal();
	const draft = draftIn(one, blankPage());
	draft.setText('A word');
	await draft.finish();
	const { changed, versions } = draft.entry;
	draft.annotate({ after: { feel: 1, stir: null }, words: ['torn', 'my own'], hidden: true });
	expect(draft.status).toBe('unsaved');
	await draft.flush();
	expect(draft.status).toBe('saved');
	const entry = (await one.again()).journal.entries[0];
	expect(entry).toMatchObject({
		text: 'A word',
		after: { feel: 1, stir: null },
		words: ['torn', 'my own'],
		hidden: true,
		finished: true,
		changed,
		versions
	});
});

test('a note is saved by itself', async () => {
	const one = await openTestJournal();
	const draft = draftIn(one, blankPage());
	draft.setText('A word');
	await draft.flush();
	draft.annotate({ asThey: true });
	await expect.poll(() => one.journal.entries[0]?.asThey).toBe(true);
});

test('when two tabs change one page, what was said goes with the text it was said of', async () => {
	const one = await openTestJournal();
	const draft = draftIn(one, blankPage());
	draft.setText('The beginning');
	await draft.flush();
	const two = await one.again();
	const stored = two.journal.find(draft.entry.id);
	if (!stored) throw new Error('not there');
	const other = draftIn(two, stored.entry, stored.rev);
	other.setText('The beginning, there');
	other.annotate({ words: ['calm'] });
	await other.flush();
	draft.setText('The beginning, here');
	draft.annotate({ words: ['angry'] });
	await draft.flush();
	const kept = (await one.again()).journal.entries.map(({ text, words }) => [text, words]);
	expect(kept).toHaveLength(2);
	expect(kept).toContainEqual(['The beginning, there', ['calm']]);
	expect(kept).toContainEqual(['The beginning, here', ['angry']]);
});

test('a page from before there were notes opens with nothing said', async () => {
	const one = await openTestJournal();
	const { id, companion, section, question, text, written, changed } = blankPage();
	const old = { companion, section, question, text, written, changed, finished: true };
	const value = { kind: 'entry', ...old, versions: [], copyOf: null };
	// As an older version wrote it, so not as the type has it.
	const write = [{ id, baseRev: null, label: 'entry 2026-11-22', value: value as never }];
	await one.records.update(() => ({ write }));
	const entry = (await one.again()).journal.find(id)?.entry;
	expect(entry).toMatchObject({
		before: null,
		after: null,
		words: [],
		hidden: false,
		letter: null
	});
});

test('a question of one’s own is kept, reworded and taken away, in every tab', async () => {
	const one = await openTestJournal();
	const two = await one.again();
	const prompt = newCustomPrompt('walking-away', 's4', 'What did the kitchen sound like?');
	await one.journal.savePrompt(prompt);
	await expect.poll(() => two.journal.customPrompts.map(({ text }) => text)).toEqual([prompt.text]);
	await two.journal.savePrompt({ ...prompt, text: 'And now?' });
	await expect.poll(() => one.journal.customPrompts[0]?.text).toBe('And now?');
	await one.journal.deletePrompt(prompt.id);
	await expect.poll(() => two.journal.customPrompts).toEqual([]);
	const again = await one.again();
	expect(again.journal.customPrompts).toEqual([]);
	expect(again.journal.damage).toEqual([]);
});

test('choices made in two tabs at once are both kept', async () => {
	const one = await openTestJournal();
	await one.journal.changeSettings({ minutes: 10 });
	const two = await one.again();
	const mark = (id: string) => (now: { marked: string[] }) => ({ marked: [...now.marked, id] });
	await Promise.all([
		one.journal.changeSettings(mark('s1-recent-1')),
		two.journal.changeSettings(mark('s2-recent-1'))
	]);
	const { marked, minutes } = (await one.again()).journal.settings;
	expect(marked.toSorted()).toEqual(['s1-recent-1', 's2-recent-1']);
	expect(minutes).toBe(10);
});

test('what is said here is said of the newer text that another tab has kept', async () => {
	const one = await openTestJournal();
	const draft = draftIn(one, blankPage());
	draft.setText('The beginning');
	await draft.flush();
	const two = await one.again();
	const stored = two.journal.find(draft.entry.id);
	if (!stored) throw new Error('not there');
	const other = draftIn(two, stored.entry, stored.rev);
	other.setText('The beginning, and more');
	await other.flush();
	await draft.saveAnnotations({ hidden: true });
	const entries = (await one.again()).journal.entries;
	expect(entries.map(({ text, hidden }) => [text, hidden])).toEqual([
		['The beginning, and more', true]
	]);
	expect(draft.text).toBe('The beginning, and more');
});

test('what two tabs say of one page at once is put together, and neither undoes the other', async () => {
	const one = await openTestJournal();
	const draft = draftIn(one, blankPage());
	draft.setText('The same words in both');
	draft.annotate({ tags: ['alpha', 'beta'] });
	await draft.flush();
	const two = await one.again();
	const stored = two.journal.find(draft.entry.id);
	if (!stored) throw new Error('not there');
	const other = draftIn(two, stored.entry, stored.rev);
	await other.saveAnnotations({ hidden: true, tags: ['beta'] });
	await draft.saveAnnotations({ label: 'the key', tags: ['alpha', 'beta', 'gamma'] });
	const [entry] = (await one.again()).journal.entries;
	expect(entry).toMatchObject({ hidden: true, label: 'the key' });
	expect(entry?.tags.toSorted()).toEqual(['beta', 'gamma']);
	expect(draft.annotations.hidden).toBe(true);
	// A save whose answer got lost, and another tab that said something of it since.
	await other.saveAnnotations({ starred: true });
	draft.setText('The same words in both, and more');
	await draft.flush();
	const entries = (await one.again()).journal.entries;
	expect(entries.map(({ text, starred }) => [text, starred])).toEqual([
		['The same words in both, and more', true]
	]);
});

test('a page that was let go of and came back takes words again', async () => {
	const one = await openTestJournal();
	const drafts = new Drafts(() => Promise.resolve(one.journal));
	const made = await one.journal.save({ ...blankPage(), text: 'Here again' }, null);
	if (!made) throw new Error('not kept');
	const [first, same] = await Promise.all([
		drafts.open(made.entry, made.rev),
		drafts.open(made.entry, made.rev)
	]);
	expect(same).toBe(first);
	await one.journal.delete(made.entry.id);
	first.discard();
	const back = await one.journal.save(made.entry, null);
	const draft = await drafts.open(made.entry, back?.rev ?? null);
	expect(draft.text).toBe('Here again');
	draft.setText('Here again, and on');
	await draft.flush();
	expect((await one.again()).journal.entries[0]?.text).toBe('Here again, and on');
});

test('what could not be said takes nothing with it that was said meanwhile', async () => {
	const one = await openTestJournal();
	let refuse: (() => void) | null = null;
	let broken = false;
	const draft = new Draft(
		() =>
			broken
				? new Promise((_, reject) => (refuse = () => reject(new Error('no room'))))
				: Promise.resolve(one.journal),
		blankPage(),
		null
	);
	draft.setText('A word');
	await draft.flush();
	broken = true;
	const saying = expect(draft.saveAnnotations({ hidden: true })).rejects.toThrow('no room');
	draft.annotate({ label: 'A name' });
	await expect.poll(() => refuse).not.toBeNull();
	(refuse as (() => void) | null)?.();
	await saying;
	broken = false;
	expect(draft.annotations).toMatchObject({ hidden: false, label: 'A name' });
	await draft.flush();
	expect((await one.again()).journal.entries[0]).toMatchObject({ hidden: false, label: 'A name' });
});

test('what could not be said is not said later either', async () => {
	const one = await openTestJournal();
	let broken = false;
	const entry = blankPage();
	const draft = new Draft(
		() => (broken ? Promise.reject(new Error('no room')) : Promise.resolve(one.journal)),
		entry,
		null
	);
	draft.setText('A word');
	await draft.flush();
	broken = true;
	await expect(draft.saveAnnotations({ hidden: true }, true)).rejects.toThrow('no room');
	broken = false;
	expect(draft.annotations.hidden).toBe(false);
	expect(draft.isDirty).toBe(false);
	expect(draft.status).toBe('saved');
	await draft.flush();
	expect((await one.again()).journal.entries[0]).toMatchObject({ hidden: false, finished: false });
});
