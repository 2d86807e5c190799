import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const inDocs = readdirSync('docs')
	.filter((name) => name.endsWith('.md'))
	.map((name) => `docs/${name}`);
const documents = [...readdirSync('.').filter((name) => name.endsWith('.md')), ...inDocs];

/** What only a command makes. */
const MADE = /^tests\/bench\/results\//;

/** The targets of all links and pictures of a document that lead to files of the project. */
function linksOf(document: string): string[] {
	const text = readFileSync(document, 'utf8').replaceAll(/^```[^]*?^```|`[^`\n]+`(?!\])/gm, '');
	return [...text.matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)]
		.map(([, link, source]) => link ?? source ?? '')
		.filter((link) => !/^[a-z]+:/.test(link));
}

/** The anchors that a document's headings make: in lower case, without signs, hyphens for spaces. */
function anchorsOf(document: string): string[] {
	return [...readFileSync(document, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
			.replaceAll(' ', '-')
	);
}

test.each(documents)('every file that %s names is there', (document) => {
	const named = readFileSync(document, 'utf8').matchAll(
		/\b(?:tests|src|static|scripts|docs)\/[\w./+[\]-]+\.(?:ts|mjs|js|svelte|css|json|md|svg|png)\b/g
	);
	const missing = [...new Set([...named].map(([path]) => path))].filter(
		(path) => !existsSync(path) && !MADE.test(path)
	);
	expect(missing).toEqual([]);
});

test.each(documents)('every link of %s leads somewhere', (document) => {
	const broken = linksOf(document).filter((link) => {
		const [path = '', anchor] = link.split('#');
		const target = path === '' ? document : join(dirname(document), path);
		if (!existsSync(target)) return true;
		return anchor !== undefined && !anchorsOf(target).includes(anchor);
	});
	expect(broken).toEqual([]);
});

test('a newcomer finds every document from the README', () => {
	const linked = linksOf('README.md').map((link) => link.split('#')[0]);
	expect(inDocs.filter((document) => !linked.includes(document))).toEqual([]);
});

test('the README is short enough to be read', () => {
	expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(110);
});
