import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const document = readFileSync('docs/storage-format.md', 'utf8');
const sources = ['src', 'static'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|js|svelte)$/.test(name))
		.map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
);

/** What the source calls its keys and channels, and, without a prefix, its `LocalSetting`s. */
const named = sources.flatMap(({ text }) => [
	...[...text.matchAll(/['"`](own-voice:[a-z-]+)['"`]/g)].map(([, name]) => String(name)),
	...[...text.matchAll(/new LocalSetting\(\s*'([a-z-]+)'/g)].map(
		([, name]) => `own-voice:${String(name)}`
	)
]);

test('what the source keeps beside the database is what the document lists', () => {
	const listed = [...document.matchAll(/`(own-voice:[a-z-]+)`/g)].map(([, name]) => name);
	expect([...new Set(listed)].sort()).toEqual([...new Set(named)].sort());
});

test('every file that puts something beside the database gives its key that name', () => {
	const others = sources
		.filter(({ text }) => /(local|session)Storage(\.setItem\(|\[)/.test(text))
		.filter(({ text }) => !/['"`]own-voice:/.test(text));
	expect(others.map(({ name }) => name)).toEqual([]);
});
