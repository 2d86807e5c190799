import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BackupError } from '$lib/backup/backup-error';
import { JsonPieces } from '$lib/backup/json-pieces';
import { runs, tries } from '../../thorough';

const LISTS = ['entries', 'versions'];

/** Fields in the order of their names. */
function sorted(all: [string, unknown][]): [string, unknown][] {
	return all.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Reads a text in pieces of these lengths, and puts together again what was handed over. */
function read(source: string | Uint8Array, lengths: readonly number[]): [string, unknown][] {
	const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
	const whole = new Map<string, unknown>();
	const lists = new Map<string, unknown[]>(LISTS.map((field) => [field, []]));
	const pieces = new JsonPieces(LISTS, (field, value) => {
		const list = lists.get(field);
		if (list) list.push(value);
		else whole.set(field, value);
	});
	for (let at = 0, index = 0; at < bytes.length; index += 1) {
		const length = lengths[index % lengths.length] ?? 1;
		pieces.push(bytes.slice(at, at + length));
		at += length;
	}
	pieces.end();
	for (const [field, list] of lists) if (pieces.has(field)) whole.set(field, list);
	return sorted([...whole]);
}

const value = fc.jsonValue({ maxDepth: 3 });
const objects = fc
	.record({
		plain: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'a"b', '],')), value),
		lists: fc.dictionary(fc.constantFrom(...LISTS), fc.array(value))
	})
	.map(({ plain, lists }) => [...Object.entries(plain), ...Object.entries(lists)])
	.filter((all) => new Set(all.map(([name]) => name)).size === all.length)
	.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
	.map((all) => Object.fromEntries(all));
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });

test('reading in pieces reads what JSON.parse reads, whatever pieces it arrives in', () => {
	fc.assert(
		fc.property(objects, lengths, fc.constantFrom(0, 2, '\t'), (object, chunks, space) => {
			const text = JSON.stringify(object, null, space);
			const parsed = JSON.parse(text) as object;
			expect(read(text, chunks)).toEqual(sorted(Object.entries(parsed)));
		}),
		tries(500, 1)
	);
});

test('reading in pieces refuses what JSON.parse refuses, and every other value', () => {
	let refused = 0;
	const text = '{"a":[1,{"b":null}],"entries":[{"c":"x,]}"},2, 3],"d":"\\"{","versions":[]}';
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: text.length }),
			fc.integer({ min: 0, max: 3 }),
			fc.constantFrom('', ',', '}', ']', '{', '[', '"', ':', ' ', 'x', '\u0001', '\ufeff', '\\'),
			lengths,
			(at, cut, put, chunks) => {
				const changed = text.slice(0, at) + put + text.slice(at + cut);
				let parsed: object;
				try {
					parsed = JSON.parse(changed) as object;
				} catch {
					refused += 1;
					expect(() => read(changed, chunks)).toThrow(BackupError);
					return;
				}
				expect(read(changed, chunks)).toEqual(sorted(Object.entries(parsed)));
			}
		),
		tries(5_000)
	);
	expect(refused).toBeGreaterThan(runs(5_000) / 5);
});

test.each([
	['nothing', ''],
	['a list', '[]'],
	['a number', '7'],
	['two objects', '{}{}'],
	['one field twice', '{"a":1,"a":2}'],
	['a field without a name', '{1:2}'],
	['no list where one must be', '{"entries":{"a":1}}'],
	['a wrong end', '{"entries":[1}]'],
	['a list that goes on', '{"entries":[1],2]}'],
	['bytes that are not UTF-8', new Uint8Array([...Buffer.from('{"a":"'), 0xff, 0x22, 0x7d])],
	['a letter cut in two', new Uint8Array([...Buffer.from('{"a":"'), 0xc3, 0x22, 0x7d])]
])('reading in pieces refuses %s', (_, source) => {
	expect(() => read(source, [3])).toThrow(expect.objectContaining({ code: 'damaged' }));
});

test('what is nested ten thousand deep is refused at once', () => {
	for (const open of ['[', '{"a":']) {
		const since = process.cpuUsage();
		const text = `{"entries":[${open.repeat(10_000)}`;
		expect(() => read(text, [1_000])).toThrow(expect.objectContaining({ code: 'damaged' }));
		expect(process.cpuUsage(since).user).toBeLessThan(1_000_000);
	}
});

test('what is too many values, or too long, for one is refused while it arrives', () => {
	const pieces = (): JsonPieces => new JsonPieces(LISTS, () => undefined);
	const many = pieces();
	const values = new TextEncoder().encode('{},'.repeat(100_000));
	expect(() => {
		many.push(new TextEncoder().encode('{"entries":[['));
		for (let index = 0; index < 100; index += 1) many.push(values);
	}).toThrow(expect.objectContaining({ code: 'too-large' }));
	const long = pieces();
	const letters = new Uint8Array(2 ** 20).fill(97);
	expect(() => {
		long.push(new TextEncoder().encode('{"entries":["'));
		for (let index = 0; index < 100; index += 1) long.push(letters);
	}).toThrow(expect.objectContaining({ code: 'too-large' }));
});
