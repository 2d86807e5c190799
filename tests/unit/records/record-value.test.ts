import { describe, expect, test } from 'vitest';
import { newEntry } from '$lib/model/entry';
import { defaultSettings } from '$lib/model/settings';
import { validateRecord } from '$lib/records/manifest';
import { parseValue } from '$lib/records/record-value';

const { id, ...fields } = newEntry({ companion: 'walking-away' });
const entry = { kind: 'entry', ...fields };

test('an entry is returned as it was written', () => {
	expect(parseValue(entry)).toEqual(entry);
});

test('fields that an older record lacks have their defaults', () => {
	const { tags: _tags, margin: _margin, starred: _starred, ...older } = entry;
	expect(parseValue(older)).toEqual(entry);
	expect(parseValue({ kind: 'settings' })).toEqual({ kind: 'settings', ...defaultSettings });
});

test('fields that a later version has added to an entry are kept', () => {
	expect(parseValue({ ...entry, pictures: ['one'] })).toEqual({ ...entry, pictures: ['one'] });
});

test('a record of an unknown kind is left alone', () => {
	const unknown = { kind: 'unknown', name: 'recording' };
	expect(parseValue({ kind: 'recording', length: 3 })).toEqual(unknown);
});

describe('a record is damaged that has', () => {
	const { text: _text, ...withoutText } = entry;
	const broken: [name: string, value: unknown][] = [
		['no text', withoutText],
		['a number for a text', { ...entry, text: 3 }],
		['a day that does not exist', { ...entry, sealedUntil: '2027-02-30' }],
		['a moment that is none', { ...entry, written: null }],
		['an earlier text twice', { ...entry, versions: [id, id] }],
		['an unknown field in a moment', { ...entry, written: { ...fields.written, hour: 3 } }]
	];
	test.each(broken)('%s', (_name, value) => {
		expect(parseValue(value)).toBeNull();
		expect(validateRecord({ id, rev: 1, value })).toBeNull();
	});
});
