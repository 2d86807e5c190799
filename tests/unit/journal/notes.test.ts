import { expect, it } from 'vitest';
import { blank } from '$lib/journal/entry';
import { newMarginNote, withNote } from '$lib/journal/margin-note';
import { mergedNotes, notesOf, type Notes } from '$lib/journal/notes';
import { tagFrom, tagsOf } from '$lib/journal/tags';

const from: Notes = notesOf({ ...blank, tags: ['home'] });

it('keeps what either of two places said of one page', () => {
	const mine = { ...from, starred: true };
	const theirs = { ...from, hidden: true, label: 'the key' };
	expect(mergedNotes(from, mine, theirs)).toEqual({
		...from,
		starred: true,
		hidden: true,
		label: 'the key'
	});
});

it('lets what is said here stand where both said it differently', () => {
	const merged = mergedNotes(from, { ...from, label: 'mine' }, { ...from, label: 'theirs' });
	expect(merged.label).toBe('mine');
});

it('loses no margin note and no tag that was added in two places at once', () => {
	const [one, other] = [newMarginNote('one'), newMarginNote('other')];
	const merged = mergedNotes(
		from,
		{ ...from, margin: [one], tags: ['home', 'key'] },
		{ ...from, margin: [other], tags: ['home', 'door'] }
	);
	expect(merged.margin.map(({ text }) => text).sort()).toEqual(['one', 'other']);
	expect([...merged.tags].sort()).toEqual(['door', 'home', 'key']);
});

it('does not bring back a margin note that was taken away here', () => {
	const note = newMarginNote('gone');
	const before = { ...from, margin: [note] };
	expect(mergedNotes(before, { ...before, margin: [] }, before).margin).toEqual([]);
});

it('rewords a margin note, and takes it away with its last word', () => {
	const note = newMarginNote(' first ');
	expect(note.text).toBe('first');
	const [kept] = withNote([], note, 'second ');
	expect(kept).toEqual({ ...note, text: 'second' });
	expect(withNote([note], note, ' \n')).toEqual([]);
});

it('takes a tag in the spelling it has, on one line and without a comma', () => {
	expect(tagFrom(' #Home ', ['home'])).toBe('home');
	expect(tagFrom('the,  long\nway', [])).toBe('the long way');
	expect(tagFrom(' , ', [])).toBe('');
	expect(tagFrom('x'.repeat(60), [])).toHaveLength(40);
	expect(tagsOf([{ tags: ['b', 'a'] }, { tags: ['a', 'Ä'] }])).toEqual(['a', 'Ä', 'b']);
});
