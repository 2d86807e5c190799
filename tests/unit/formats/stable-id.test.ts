import { describe, expect, test } from 'vitest';
import type { ReadResult } from '$lib/formats/formats';
import { readFiles } from '$lib/formats/in/read-files';
import { given } from './given';
import { read, sample, skipped } from './sample';

describe('ids', () => {
	test('are the same each time, whatever the file is called, and others in another journal', async () => {
		const ids = ({ incoming }: ReadResult): string[] => incoming.entries.map(({ id }) => id);
		const text = sample('days-en.txt');
		const first = ids(await read(given(text, 'a.txt', 1)));
		expect(ids(await read(given(text, 'b.txt', 2)))).toEqual(first);
		expect(first.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
		const other = await readFiles([given(text)], { secret: 'another', zone: 'Europe/Lisbon' });
		expect(ids(other).some((id) => first.includes(id))).toBe(false);
	});

	test('tell two pages of the same day and the same words apart', async () => {
		const entry = { title: 'Slept badly.', body: '', date: '2020-07-01', time: '07:00' };
		const file = await read(
			JSON.stringify({ entries: [entry, { ...entry, time: '23:00' }, entry] })
		);
		expect(new Set(file.incoming.entries.map(({ id }) => id)).size).toBe(3);
		const again = await read(
			JSON.stringify({ entries: [entry, { ...entry, time: '23:00' }, entry] })
		);
		expect(again).toEqual(file);
	});

	test('keep both texts of one uuid', async () => {
		const entry = {
			uuid: 'DF8B32A3FE25400BBBB3A7BBFCD23CE7',
			creationDate: '2020-07-01T07:00:00Z'
		};
		const texts = ['one', 'other', 'one', 'other'];
		const file = await read(JSON.stringify({ entries: texts.map((text) => ({ ...entry, text })) }));
		expect(file.incoming.entries.map(({ text }) => text)).toEqual(['one', 'other']);
		expect(skipped(file).map((one) => one.split(':')[0])).toEqual(['repeated', 'repeated']);
	});
});

test('the words of a question make its id, so that answers to it find each other', async () => {
	const entry = (day: string): object => ({
		creationDate: `${day}T07:00:00Z`,
		text: '###### What is near?\n\nA chair.'
	});
	const file = await read(JSON.stringify({ entries: [entry('2020-07-01'), entry('2020-07-02')] }));
	const [one, other] = file.incoming.entries.map(({ question }) => question);
	expect(one).toEqual(other);
	expect(one?.promptId).toMatch(/^[0-9a-f]{32}$/);
});
