import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeEntries } from '$lib/formats/formats';
import { readFiles } from '$lib/formats/in/read-files';
import { tries } from '../../thorough';
import { entries } from './entries';
import { all, given, reading } from './given';

test.each(['day-one', 'markdown'] as const)(
	'pages written as %s are read back as they were, every field',
	async (format) => {
		await fc.assert(
			fc.asyncProperty(entries, async (pages) => {
				const file = given(await writeEntries(format, pages, all));
				const { kind, incoming, undated } = await readFiles([file], reading);
				expect(kind).toBe(format);
				expect(incoming).toEqual({
					entries: pages,
					versions: [],
					prompts: [],
					library: [],
					settings: null,
					skipped: []
				});
				expect(undated).toEqual([]);
			}),
			tries(100, 1)
		);
	},
	60_000
);
