import { expect, it } from 'vitest';
import { entryDefaults } from '$lib/model/entry';
import { newMarginNote, withNote } from '$lib/model/margin-note';
import { mergeAnnotations, annotationsOf, type Annotations } from '$lib/model/annotations';
import { parseTag, tagsOf } from '$lib/model/tags';

const from: Annotations = annotationsOf({ ...entryDefaults, tags: ['home'] });

it('keeps what either of two places said of one page', () => {
	const mine = { ...from, starred: true };
	const theirs = { ...from, hidden: true, label: 'the key' };
	expect(mergeAnnotations(from, mine, theirs)).toEqual({
		...from,
		starred: true,
		hidden: true,
		label: 'the key'
	});
});

it('lets what is said here stand where both said it differently', () => {
	const merged = mergeAnnotations(from, { ...from, label: 'mine' }, { ...from, label: 'theirs' });
	expect(merged.label).toBe('mine');
});

it('loses no margin note and no tag that was added in two places at once', () => {
	const [one, other] = [newMarginNote('one'), newMarginNote('other')];
	const merged = mergeAnnotations(
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
	expect(mergeAnnotations(before, { ...before, margin: [] }, before).margin).toEqual([]);
});

it('puts margin notes together one by one: reworded there, added here, taken away in either place', () => {
	const [first, second, third] = ['one', 'two', 'three'].map((text) => newMarginNote(text));
	if (!first || !second || !third) throw new Error('three');
	const before = { ...from, margin: [first, second] };
	const there = { ...before, margin: [{ ...first, text: 'one, reworded' }, second] };
	const here = { ...before, margin: [first, third] };
	const texts = ({ margin }: Annotations): string[] => margin.map(({ text }) => text).sort();
	expect(texts(mergeAnnotations(before, here, there))).toEqual(['one, reworded', 'three']);
	expect(texts(mergeAnnotations(before, there, here))).toEqual(['one, reworded', 'three']);
	// One that was reworded is not lost to its being taken away, nor to another wording.
	const gone = { ...before, margin: [second] };
	expect(texts(mergeAnnotations(before, gone, there))).toEqual(['one, reworded', 'two']);
	const other = { ...before, margin: [{ ...first, text: 'uno' }, second] };
	expect(texts(mergeAnnotations(before, other, there))).toEqual(['one, reworded', 'two', 'uno']);
});

it('takes a tag away that either place took away', () => {
	const before = { ...from, tags: ['alpha', 'beta'] };
	const here = { ...before, tags: ['alpha', 'beta', 'gamma'] };
	const there = { ...before, tags: ['beta', 'delta'] };
	expect([...mergeAnnotations(before, here, there).tags].sort()).toEqual([
		'beta',
		'delta',
		'gamma'
	]);
	expect([...mergeAnnotations(before, there, here).tags].sort()).toEqual([
		'beta',
		'delta',
		'gamma'
	]);
});

it('rewords a margin note, and takes it away with its last word', () => {
	const note = newMarginNote(' first ');
	expect(note.text).toBe('first');
	const [kept] = withNote([], note, 'second ');
	expect(kept).toEqual({ ...note, text: 'second' });
	expect(withNote([note], note, ' \n')).toEqual([]);
});

it('takes a tag in the spelling it has, on one line and without a comma', () => {
	expect(parseTag(' #Home ', ['home'])).toBe('home');
	expect(parseTag('the,  long\nway', [])).toBe('the long way');
	expect(parseTag(' , ', [])).toBe('');
	expect(parseTag('x'.repeat(60), [])).toHaveLength(40);
	expect(tagsOf([{ tags: ['b', 'a'] }, { tags: ['a', 'Ä'] }])).toEqual(['a', 'Ä', 'b']);
});
