import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/*
 * No file of the source needs itself by way of others, for values or for types: what is read first can then be
 * understood without what is read later. A worker, and what is loaded later, is no import in that sense.
 */

const STATIC_IMPORT =
	/^\s*(?:import|export)\b[^'"();]*?\bfrom\s*['"]([^'"?]+)['"]|^\s*import\s*['"]([^'"?]+)['"]/gm;

/** The file of ours that a specifier names; null for a package, a style sheet or a generated module. */
function fileOf(from: string, specifier: string): string | null {
	const path = specifier.startsWith('$lib/')
		? join('src/lib', specifier.slice(5))
		: specifier.startsWith('.')
			? normalize(join(dirname(from), specifier))
			: null;
	if (path === null) return null;
	const candidates = [path, `${path}.ts`, `${path}.svelte.ts`];
	return candidates.find((file) => /\.(ts|svelte)$/.test(file) && existsSync(file)) ?? null;
}

function readImports(): Map<string, string[]> {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.map((name) => join('src', name))
		.filter((name) => /\.(ts|svelte)$/.test(name));
	return new Map(
		files.map((file) => [
			file,
			[...readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)].flatMap(
				([, from, bare]) => fileOf(file, from ?? bare ?? '') ?? []
			)
		])
	);
}

/** The first circle there is in the graph, as a list of files that ends where it begins; null for none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
	const done = new Set<string>();
	const path: string[] = [];
	function visit(file: string): string[] | null {
		const start = path.indexOf(file);
		if (start >= 0) return [...path.slice(start), file];
		if (done.has(file)) return null;
		path.push(file);
		for (const next of graph.get(file) ?? []) {
			const circle = visit(next);
			if (circle) return circle;
		}
		path.pop();
		done.add(file);
		return null;
	}
	for (const file of graph.keys()) {
		const circle = visit(file);
		if (circle) return circle;
	}
	return null;
}

test('a circle is found where there is one', () => {
	const graph = new Map([
		['a', ['b', 'c']],
		['b', []],
		['c', ['d']],
		['d', ['c']]
	]);
	expect(findCircle(graph)).toEqual(['c', 'd', 'c']);
});

test('the imports of the source form no circle', () => {
	const graph = readImports();
	expect([...graph.values()].flat().length).toBeGreaterThan(500);
	expect(findCircle(graph)).toBeNull();
});
