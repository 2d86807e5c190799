import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CompanionError, parseCompanion, writeCompanion } from '$lib/companion/companion';
import { tries } from '../../thorough';
import { anyText, companions } from './arbitrary-companion';
import { sampleWith } from './sample';

/** Lines of a companion file, and lines that nearly are, in any order. */
const nearly = fc
	.array(
		fc.oneof(
			fc.constantFrom(...sampleWith().split('\n'), '##', '-', '>', '  -', '\\', '\\# a'),
			anyText
		)
	)
	.map((lines) => ['---', ...lines].join('\n'));

/** The sample with a few of its characters changed. */
const damaged = fc
	.array(
		fc.record({
			at: fc.nat(sampleWith().length),
			cut: fc.nat(20),
			put: fc.constantFrom('', '\n', '\r', ':', ';', '-', '##', '>', ' ', '\\', '\0', '\uD800')
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
	['any string', anyText],
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
				// What was read can be written, and means the same again.
				expect(parseCompanion(writeCompanion(read)).companion).toEqual(read);
			} catch (error) {
				if (!(error instanceof CompanionError)) throw error;
				const found = error.problems.map(({ line }) => line);
				const count = text.split('\n').length;
				expect(found.length).toBeGreaterThan(0);
				expect(found.every((line) => line >= 1 && line <= count)).toBe(true);
				expect(found).toEqual(found.toSorted((a, b) => a - b));
			}
		}),
		tries(1_000)
	);
});

test('a companion that is written out is read back as it was', () => {
	fc.assert(
		fc.property(companions, fc.constantFrom('\n', '\r\n'), (one, lineEnd) => {
			const text = writeCompanion(one).replaceAll('\n', lineEnd);
			expect(parseCompanion(text).companion).toEqual(one);
		}),
		tries(300, 1)
	);
});

test('a companion with an id that stands twice is never read', () => {
	fc.assert(
		fc.property(companions, (one) => {
			const text = writeCompanion(one);
			const again = text.slice(text.indexOf('\n## '));
			expect(() => parseCompanion(text + again)).toThrow(CompanionError);
		}),
		tries(100, 1)
	);
});
