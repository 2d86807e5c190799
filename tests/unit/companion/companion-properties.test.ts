import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	CompanionError,
	depths,
	intents,
	parseCompanion,
	stances,
	views,
	type Companion
} from '$lib/companion/companion';
import { sampleWith } from './sample';
import { writeCompanion } from './write-companion';

/** Text that fits on one line, without the blanks at its ends that the format trims. */
function words(maxLength: number, unit: 'binary' | 'grapheme' = 'binary'): fc.Arbitrary<string> {
	return fc
		.string({ unit, minLength: 1, maxLength: Math.floor(maxLength / 2) })
		.map((text) => text.replace(/[\r\n]/g, '').trim())
		.filter((text) => text !== '' && text.length <= maxLength);
}

/** Words of a finding, between whose bars no other may stand. */
const part = words(60).filter((text) => !text.includes('|'));

const paragraph = words(300).filter((text) => !/^(>|#{1,6}(\s|$)|-(\s|$))/.test(text));

const prompt = fc.record({
	id: fc.constant(''),
	text: words(200),
	stance: fc.constantFrom(...stances),
	depth: fc.constantFrom(...depths),
	intent: fc.constantFrom(...intents),
	view: fc.constantFrom(...views),
	left: fc.option(words(100)),
	why: fc.option(words(100)),
	finding: fc.option(fc.nat(9))
});

const finding = fc.record({
	id: fc.constant(''),
	title: part,
	said: part,
	sources: fc.array(
		part.filter((text) => !text.includes(';')),
		{ minLength: 1, maxLength: 3 }
	)
});

const section = fc.record({
	id: fc.constant(''),
	number: fc.constant(0),
	name: words(40, 'grapheme'),
	heading: fc.option(words(100)),
	passage: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
	care: fc.option(words(100)),
	prompts: fc.array(prompt, { maxLength: 5 })
});

const id = fc.oneof(
	fc.stringMatching(/^[a-z][a-z0-9-]{0,63}$/),
	fc.constantFrom('constructor', 'prototype', 'valueof', 'a')
);

const whole = fc.record({
	id: fc.constant(''),
	title: words(100),
	language: fc.constantFrom('en', 'pt-BR', 'zh-Hant', 'de-CH-1996', 'en-x-own'),
	essay: fc.record({ title: words(100), author: words(100) }),
	findings: fc.array(finding, { maxLength: 4 }),
	sections: fc.array(section, { minLength: 1, maxLength: 5 })
});

type Drawn = typeof whole extends fc.Arbitrary<infer One> ? One : never;

/** Companions of every form that the format allows. */
const companion: fc.Arbitrary<Companion> = whole.chain((drawn) => {
	const count = 1 + drawn.sections.reduce((sum, { prompts }) => sum + 1 + prompts.length, 0);
	return fc
		.uniqueArray(id, { minLength: count, maxLength: count })
		.map((ids) => withIds(drawn, ids));
});

function withIds(drawn: Drawn, ids: readonly string[]): Companion {
	const rest = [...ids];
	const next = (): string => rest.pop() ?? '';
	const findings = drawn.findings.map((one, index) => ({ ...one, id: `f-${index}` }));
	return {
		...drawn,
		id: next(),
		findings,
		sections: drawn.sections.map((one, index) => ({
			...one,
			id: next(),
			number: index + 1,
			prompts: one.prompts.map((each) => ({
				...each,
				id: next(),
				finding: each.finding === null ? null : (findings[each.finding]?.id ?? null)
			}))
		}))
	};
}

/** Any sixteen-bit units in a row, halves of characters among them. */
const anything = fc
	.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
	.map((units) => String.fromCharCode(...units));

/** Lines of a companion file, and lines that nearly are, in any order. */
const nearly = fc
	.array(fc.oneof(fc.constantFrom(...sampleWith().split('\n'), '##', '-', '>', '  -'), anything))
	.map((lines) => ['---', ...lines].join('\n'));

/** The sample with a few of its characters changed. */
const damaged = fc
	.array(
		fc.record({
			at: fc.nat(sampleWith().length),
			cut: fc.nat(20),
			put: fc.constantFrom('', '\n', '\r', ':', ';', '-', '##', '>', ' ', '\0', '\uD800')
		}),
		{ minLength: 1, maxLength: 4 }
	)
	.map((changes) =>
		changes.reduce(
			(text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
			sampleWith()
		)
	);

test.each([
	['any string', anything],
	['any lines', nearly],
	['any damaged file', damaged]
])('%s is read, or refused with the lines that are wrong', (_, strings) => {
	fc.assert(
		fc.property(strings, (text) => {
			try {
				const { companion: read, lines } = parseCompanion(text);
				const ids = read.sections.flatMap(({ id: own, prompts }) => [
					own,
					...prompts.map((one) => one.id)
				]);
				expect([...lines.keys()]).toEqual(ids);
			} catch (error) {
				if (!(error instanceof CompanionError)) throw error;
				const found = error.problems.map(({ line }) => line);
				const count = text.split('\n').length;
				expect(found.length).toBeGreaterThan(0);
				expect(found.every((line) => line >= 1 && line <= count)).toBe(true);
				expect(found).toEqual(found.toSorted((a, b) => a - b));
			}
		}),
		{ numRuns: 1_000 }
	);
});

test('a companion that is written out is read back as it was', () => {
	fc.assert(
		fc.property(companion, fc.constantFrom('\n', '\r\n'), (one, lineEnd) => {
			const text = writeCompanion(one).replaceAll('\n', lineEnd);
			expect(parseCompanion(text).companion).toEqual(one);
		}),
		{ numRuns: 300 }
	);
});

test('a companion with an id that stands twice is never read', () => {
	fc.assert(
		fc.property(companion, (one) => {
			const text = writeCompanion(one);
			const again = text.slice(text.indexOf('\n## '));
			expect(() => parseCompanion(text + again)).toThrow(CompanionError);
		}),
		{ numRuns: 100 }
	);
});
