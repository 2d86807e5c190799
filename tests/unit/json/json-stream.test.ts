import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonError, JsonStream, type JsonErrorCode, type JsonStreamOptions } from '$lib/json/json';
import { runs, tries } from '../../thorough';

const STREAMED = ['entries', 'versions'];
const options: JsonStreamOptions = {
	limits: { bytes: 1_000_000, values: 50_000, depth: 12 },
	arrays: STREAMED,
	objects: ['entries']
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Entries in the order of their names. */
function sorted(all: [string, unknown][]): [string, unknown][] {
	return all.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** An object as `JSON.parse` makes it, of these members. */
function made(members: Iterable<[string, unknown]>): unknown {
	return Object.fromEntries(members);
}

/** Reads bytes in chunks of these lengths, and puts together again what was given out. */
function read(
	source: string | Uint8Array,
	lengths: readonly number[],
	more: Partial<JsonStreamOptions> = {}
): [string, unknown][] {
	const bytes = typeof source === 'string' ? bytesOf(source) : source;
	const stream = new JsonStream({ ...options, ...more });
	const whole = new Map<string, unknown>();
	const lists = new Map<string, unknown[]>();
	const objects = new Map<string, [string, unknown][]>();
	for (let at = 0, index = 0; at < bytes.length; index += 1) {
		const length = lengths[index % lengths.length] ?? 1;
		for (const { field, isElement, key, value } of stream.push(bytes.slice(at, at + length))) {
			if (!isElement) whole.set(field, value);
			else if (key === null) lists.set(field, [...(lists.get(field) ?? []), value]);
			else objects.set(field, [...(objects.get(field) ?? []), [key, value]]);
		}
		at += length;
	}
	stream.end();
	for (const [field, list] of lists) whole.set(field, list);
	for (const [field, members] of objects) whole.set(field, made(members));
	// Of one without an element nothing is given out but that it is there.
	const missing = STREAMED.filter((field) => stream.has(field) && !whole.has(field));
	return sorted([...whole, ...missing.map((field): [string, unknown] => [field, 'empty'])]);
}

/** What `read` has to return for an object. */
function expected(object: object): [string, unknown][] {
	const isEmpty = (field: string, value: unknown): boolean =>
		typeof value === 'object' &&
		value !== null &&
		Object.keys(value).length === 0 &&
		(Array.isArray(value) ? STREAMED.includes(field) : field === 'entries');
	return sorted(
		Object.entries(object).map(([field, value]) => [
			field,
			isEmpty(field, value) ? 'empty' : (value as unknown)
		])
	);
}

function refused(source: string | Uint8Array, lengths: readonly number[] = [3]): JsonErrorCode {
	try {
		read(source, lengths);
	} catch (error) {
		if (error instanceof JsonError) return error.code;
		throw error;
	}
	throw new Error('it was read');
}

const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'a"b', '],', 'entries'));
const value = fc.jsonValue({ maxDepth: 3 });
const objects = fc
	.record({
		plain: fc.dictionary(name, value),
		streamed: fc.dictionary(fc.constantFrom(...STREAMED), fc.array(value)),
		entries: fc.option(fc.dictionary(name, value))
	})
	.map(({ plain, streamed, entries }) => [
		...new Map([
			...Object.entries(plain),
			...Object.entries(streamed),
			...(entries ? [['entries', entries] as const] : [])
		])
	])
	.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
	.map((all) => Object.fromEntries(all));
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
const spaces = fc.constantFrom(0, 2, '\t');

describe('a JSON stream', () => {
	test('reads what JSON.parse reads, whatever chunks it arrives in', () => {
		fc.assert(
			fc.property(objects, lengths, spaces, (object, chunks, space) => {
				const text = JSON.stringify(object, null, space);
				expect(read(text, chunks)).toEqual(expected(JSON.parse(text) as object));
			}),
			tries(1_000, 2)
		);
	});

	test('reads the same when it is cut in two at any byte, or arrives byte by byte', () => {
		const text =
			'{ "a\\"}": [1, {"é😀": null}], "entries": [ {"c": "x,]}\\\\"}, 2,\n"\\u00e9", [] ],\r\n' +
			'"d": "\\"{", "versions": [], "e": -0.5e+3, "f":true}';
		const bytes = bytesOf(text);
		const whole = expected(JSON.parse(text) as object);
		for (let at = 1; at < bytes.length; at += 1) {
			expect(read(text, [at, bytes.length])).toEqual(whole);
		}
		expect(read(text, [1])).toEqual(whole);
	});

	test.each([
		'{"a":[1,{"b":null}],"entries":[{"c":"x,]}"},2, 3],"d":"\\"{","versions":[]}',
		'{"a":-1.5e3,"entries":{"c":"x,]}","g":{"h":[]} , "i":true},"d":false}'
	])('refuses what JSON.parse refuses, and takes every other value: %s', (text) => {
		let wrong = 0;
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: text.length }),
				fc.integer({ min: 0, max: 3 }),
				fc.constantFrom(
					'',
					',',
					'}',
					']',
					'{',
					'[',
					'"',
					':',
					' ',
					'x',
					'1',
					'\u0001',
					'\ufeff',
					'\\'
				),
				lengths,
				(at, cut, put, chunks) => {
					const changed = text.slice(0, at) + put + text.slice(at + cut);
					let parsed: object;
					try {
						parsed = JSON.parse(changed) as object;
					} catch {
						wrong += 1;
						expect(() => read(changed, chunks)).toThrow(JsonError);
						return;
					}
					expect(read(changed, chunks)).toEqual(expected(parsed));
				}
			),
			tries(5_000)
		);
		expect(wrong).toBeGreaterThan(runs(5_000) / 5);
	});

	test.each<[string, JsonErrorCode, string | Uint8Array]>([
		['nothing', 'syntax', ''],
		['an array', 'not-object', '[]'],
		['a number', 'not-object', '7'],
		['a byte order mark', 'not-object', '\ufeff{}'],
		['two objects', 'syntax', '{}{}'],
		['one name twice', 'duplicate-key', '{"a":1,"b":2,"a":3}'],
		['one name twice, written in two ways', 'duplicate-key', '{"a":1,"\\u0061":2}'],
		['one name of an element twice', 'duplicate-key', '{"entries":{"a":1,"a":1}}'],
		['a member without a name', 'syntax', '{1:2}'],
		['a member without a value', 'syntax', '{"a":}'],
		['a wrong end', 'syntax', '{"entries":[1}]'],
		['a wrong end of an object', 'syntax', '{"entries":{"a":1]}'],
		['a list that goes on', 'syntax', '{"entries":[1],2]}'],
		['a comma too many', 'syntax', '{"entries":[1,]}'],
		['a name behind which nothing comes', 'syntax', '{"entries":{"a"}}'],
		[
			'bytes that are not UTF-8',
			'syntax',
			new Uint8Array([...bytesOf('{"a":"'), 0xff, 0x22, 0x7d])
		],
		['a letter cut in two', 'syntax', new Uint8Array([...bytesOf('{"a":"'), 0xc3, 0x22, 0x7d])]
	])('refuses %s: %s', (_, code, source) => {
		for (const chunks of [[1], [3], [1_000]]) expect(refused(source, chunks)).toBe(code);
	});

	test('keeps no name beyond the object in which it is', () => {
		expect(read('{"a":1,"entries":{"a":2,"entries":{"a":3}},"versions":[{"a":4}]}', [5])).toEqual([
			['a', 1],
			['entries', { a: 2, entries: { a: 3 } }],
			['versions', [{ a: 4 }]]
		]);
	});

	test('gives out each element as soon as its last byte is there', () => {
		const stream = new JsonStream(options);
		const push = (text: string): unknown[] =>
			[...stream.push(bytesOf(text))].map((one) => one.value);
		expect(push('{"entries":[{"a":[1]')).toEqual([]);
		expect(push('}')).toEqual([{ a: [1] }]);
		expect(push(',"b"')).toEqual(['b']);
		expect(push(', 12')).toEqual([]);
		expect(push('3 ')).toEqual([123]);
	});
});

describe('the limits of a JSON stream', () => {
	const { limits } = options;
	const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

	test('are met to the last, and not passed', () => {
		const letters = (bytes: number): string => `"${'a'.repeat(bytes - 2)}"`;
		const values = (count: number): string => `[${Array<number>(count).fill(1).join(',')}]`;
		for (const around of [
			(one: string) => `{"a":${one}}`,
			(one: string) => `{"entries":[${one}]}`
		]) {
			const inside = around('').includes('entries') ? 2 : 1;
			expect(() => read(around(letters(limits.bytes)), [4_096])).not.toThrow();
			expect(refused(around(letters(limits.bytes + 1)), [4_096])).toBe('too-large');
			expect(() => read(around(values(limits.values)), [4_096])).not.toThrow();
			expect(refused(around(values(limits.values + 1)), [4_096])).toBe('too-large');
			expect(() => read(around(nested(limits.depth - inside)), [5])).not.toThrow();
			expect(refused(around(nested(limits.depth - inside + 1)), [5])).toBe('too-deep');
		}
		const names = (count: number): string =>
			`{${Array.from({ length: count }, (_, at) => `"${at}":0`).join(',')}}`;
		expect(() => read(names(limits.values), [4_096])).not.toThrow();
		expect(refused(names(limits.values + 1), [4_096])).toBe('too-large');
	});

	test('leave out a large member where they are told to, and never an element', () => {
		const large = `"${'a'.repeat(limits.bytes)}"`;
		const many = `[${'{},'.repeat(limits.values)}0]`;
		const skipLarge = { skipLarge: true };
		const text = `{"a":${large},"b":1,"c":${many},"entries":[2],"d":3}`;
		expect(read(text, [4_096], skipLarge)).toEqual([
			['b', 1],
			['d', 3],
			['entries', [2]]
		]);
		for (const elements of [`[1,${large}]`, `{"x":${many}}`, `{${large}:1}`]) {
			expect(() => read(`{"entries":${elements}}`, [4_096], skipLarge)).toThrow(
				expect.objectContaining({ code: 'too-large' })
			);
		}
		expect(() => read(`{${large}:1}`, [4_096], skipLarge)).toThrow(JsonError);
	});

	test('refuse what is nested ten thousand deep at once', () => {
		for (const open of ['[', '{"a":']) {
			const since = process.cpuUsage();
			expect(refused(`{"entries":[${open.repeat(10_000)}`, [1_000])).toBe('too-deep');
			expect(process.cpuUsage(since).user).toBeLessThan(1_000_000);
		}
	});

	test.each([
		['values', '{},'.repeat(1_000)],
		['letters', `"${'a'.repeat(3_000)}`]
	])('refuse too many %s in one while they arrive', (_, piece) => {
		const stream = new JsonStream(options);
		const push = (text: string): unknown => [...stream.push(bytesOf(text))];
		push('{"entries":[[');
		let pushed = 0;
		expect(() => {
			for (; pushed < 10_000; pushed += 1) push(pushed === 0 ? piece : piece.replace('"', ''));
		}).toThrow(expect.objectContaining({ code: 'too-large' }));
		expect(pushed).toBeLessThan(limits.bytes / 3_000 + 2);
	});
});
