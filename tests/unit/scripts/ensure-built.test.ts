import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SOURCES, fingerprint, isBuilt, recordBuild } from '../../../scripts/ensure-built.mjs';
import { addFiles, folderWith } from './folder';

const PROJECT = {
	'src/app.html': 'page',
	'src/lib/a.ts': 'a',
	'static/icon.svg': 'icon',
	'package-lock.json': '{}',
	'svelte.config.js': '',
	'node_modules/x.js': '',
	'build/index.html': 'built'
};

test('a fingerprint is the same for the same files, wherever and whenever they were written', () => {
	const reversed = Object.fromEntries(Object.entries(PROJECT).reverse());
	expect(fingerprint(folderWith(PROJECT))).toBe(fingerprint(folderWith(reversed)));
});

test.each([
	['a content', { 'src/lib/a.ts': 'b' }],
	['a new file', { 'src/lib/b.ts': '' }],
	['the lockfile', { 'package-lock.json': '{ }' }],
	['a file that was not there', { 'vite.config.ts': '' }]
])('a fingerprint changes with %s', (_, change) => {
	const root = folderWith(PROJECT);
	const before = fingerprint(root);
	addFiles(root, change);
	expect(fingerprint(root)).not.toBe(before);
});

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('what the configuration of the build imports counts among what a build is made from', () => {
	const imported = ['vite.config.ts', 'svelte.config.js'].flatMap((path) =>
		[...read(path).matchAll(/from '\.\/([^']+)'/g)].map(([, file]) => file ?? '')
	);
	expect(imported).toContain('scripts/companion-plugin.ts');
	expect(SOURCES).toEqual(expect.arrayContaining(imported));
});

test('what the app imports from outside its folder counts too', () => {
	expect(SOURCES).toContain('CHANGELOG.md');
	expect(read('src/routes/about/changes/releases.ts')).toContain('CHANGELOG.md');
});

test('a fingerprint changes when content moves from one file to the next', () => {
	const one = folderWith({ 'src/a': 'xy', 'src/b': '' });
	const other = folderWith({ 'src/a': 'x', 'src/b': 'y' });
	expect(fingerprint(one)).not.toBe(fingerprint(other));
});

test('a fingerprint does not change with files that no build reads', () => {
	const root = folderWith(PROJECT);
	const before = fingerprint(root);
	addFiles(root, { 'README.md': 'x', 'tests/a.ts': 'x', 'build/index.html': 'y' });
	expect(fingerprint(root)).toBe(before);
});

test('a build counts until its sources or its files change', () => {
	const root = folderWith(PROJECT);
	expect(isBuilt(root)).toBe(false);
	recordBuild(root);
	expect(isBuilt(root)).toBe(true);
	addFiles(root, { 'src/lib/a.ts': 'b' });
	expect(isBuilt(root)).toBe(false);
	addFiles(root, { 'src/lib/a.ts': 'a' });
	expect(isBuilt(root)).toBe(true);
	addFiles(root, { 'build/index.html': 'of other sources' });
	expect(isBuilt(root)).toBe(false);
	rmSync(join(root, 'build'), { recursive: true });
	expect(isBuilt(root)).toBe(false);
});
