import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * One word per idea: names that were retired do not come back. docs/design.md has the glossary.
 */

/** What is no longer called so, with its name of today. */
const retired = JSON.parse(readFileSync('tests/fixtures/retired-names.json', 'utf8')) as Readonly<
	Record<string, string>
>;

const sources = ['src', 'tests', 'scripts'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|svelte|mjs)$/.test(name))
		.map((name) => join(folder, name))
);

test('names that were retired are nowhere in the sources', () => {
	const pattern = new RegExp(`\\b(${Object.keys(retired).join('|')})\\b`, 'g');
	const found = sources
		.filter((file) => !file.endsWith('names.test.ts'))
		.flatMap((file) =>
			[...readFileSync(file, 'utf8').matchAll(pattern)].map(
				([name]) => `${file}: ${name} is called ${retired[name] ?? ''}`
			)
		);
	expect(found).toEqual([]);
});

test('limits are called MAX_ and MIN_', () => {
	const found = sources.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/\bconst ((?:MOST|LEAST|FEW)\w*) =/g)].map(
			([, name]) => `${file}: ${name ?? ''}`
		)
	);
	expect(found).toEqual([]);
});
