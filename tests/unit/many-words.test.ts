import { expect, test } from 'vitest';
import { laterTimeLock } from '$lib/model/time-lock';
import { MAX_TAGS, withTag } from '$lib/model/tags';
import {
	describeSelection,
	describeTimeLocked,
	describeTagged
} from '../../src/routes/journal/bulk-words';

test('how many pages are chosen is said with how many of them are listed', () => {
	expect(describeSelection(0, 0)).toBe('None chosen');
	expect(describeSelection(7, 7)).toBe('7 pages chosen');
	expect(describeSelection(7, 3)).toBe('7 pages chosen, 3 of them in this list');
	expect(describeSelection(7, 0)).toBe('7 pages chosen, none of them in this list');
	expect(describeSelection(1, 0)).toBe('1 page chosen, not in this list');
});

test('a longer seal stays, and it is said', () => {
	expect(laterTimeLock(null, '2027-01-31')).toBe('2027-01-31');
	expect(laterTimeLock('2026-01-31', '2027-01-31')).toBe('2027-01-31');
	expect(laterTimeLock('2028-01-31', '2027-01-31')).toBe('2028-01-31');
	expect(laterTimeLock('not a day', '2027-01-31')).toBe('2027-01-31');
	expect(describeTimeLocked(2, 0)).toBe('2 pages sealed.');
	expect(describeTimeLocked(2, 1)).toBe('2 pages sealed. 1 page keeps its later day.');
});

test('a page that is full stays as it is, and it is said', () => {
	const full = Array.from({ length: MAX_TAGS }, (_, index) => `tag ${index}`);
	expect(withTag(full.slice(1), 'home')).toEqual([...full.slice(1), 'home']);
	expect(withTag(full, 'home')).toEqual(full);
	expect(withTag(full, 'tag 3')).toEqual(full);
	expect(withTag(['home'], 'home')).toEqual(['home']);
	expect(describeTagged('home', 3, 0)).toBe('“home” is on 3 pages now.');
	expect(describeTagged('home', 2, 1)).toBe(
		'“home” is on 2 pages now. 1 page has 20 tags already and stays as it is.'
	);
	expect(describeTagged('home', 0, 2)).toBe(
		'“home” is on none of them now. 2 pages have 20 tags already and stay as they are.'
	);
});
