import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const documents = [
	...readdirSync('.').filter((name) => name.endsWith('.md')),
	...readdirSync('docs')
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`)
];

/** What only a command makes. */
const MADE = /^tests\/bench\/results\//;

test.each(documents)('every file that %s names is there', (document) => {
	const named = readFileSync(document, 'utf8').matchAll(
		/\b(?:tests|src|static|scripts|docs)\/[\w./+[\]-]+\.(?:ts|mjs|js|svelte|css|json|md|svg|png)\b/g
	);
	const missing = [...new Set([...named].map(([path]) => path))].filter(
		(path) => !existsSync(path) && !MADE.test(path)
	);
	expect(missing).toEqual([]);
});
