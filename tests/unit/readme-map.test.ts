import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { doors, mayImport, routesMayImport } from '../../eslint.config.js';

const readme = readFileSync('README.md', 'utf8');

/** What stands between backticks, in the order of the alphabet. */
const quoted = (text: string): string[] =>
	[...text.matchAll(/`([^`]+)`/g)].map(([, word]) => String(word)).sort();

/** The folders that the map gives a row, each with what it may import. */
const map = Object.fromEntries(
	[...readme.matchAll(/^\| `src\/(?:lib\/)?([a-z-]+)\/` +\|.*\| ([^|]*) \|$/gm)].map(
		([, folder, may = '']) => [String(folder), quoted(may)] as const
	)
);

test('the map in the README says of each folder what the linter lets it import', () => {
	const { routes, 'service-worker': alone, styles, ...lib } = map;
	expect(lib).toEqual(
		Object.fromEntries(Object.entries(mayImport).map(([folder, may]) => [folder, may.toSorted()]))
	);
	expect(routes).toEqual(routesMayImport.toSorted());
	expect([alone, styles]).toEqual([[], []]);
});

test('every folder of the library has its row', () => {
	expect(readdirSync('src/lib').filter((folder) => !(folder in map))).toEqual([]);
});

test('the README names the folders that are reached through their doors alone', () => {
	const [, named = ''] =
		/From outside, (.*?) are reached through their doors alone/m.exec(readme) ?? [];
	expect(quoted(named)).toEqual(Object.keys(doors).sort());
});

test.each(Object.entries(doors))('the doors of %s are there', (folder, files) => {
	expect(files.filter((file) => !existsSync(`src/lib/${folder}/${file}.ts`))).toEqual([]);
});
