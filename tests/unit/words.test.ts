import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/* What the app says, and what of a person's words its code may touch. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(svelte|ts|md|html)$/.test(name))
	// Lists of words that are looked for, and the review that quotes them.
	.filter((name) => !/lint-words\.ts$|\.review\.md$/.test(name))
	.map((name) => ({ name, text: readFileSync(`${root}src/${name}`, 'utf8') }));

/** The lines of the sources in which a word stands, by file. */
function linesWith(word: RegExp): string[] {
	return sources.flatMap(({ name, text }) =>
		text.split('\n').flatMap((line) => (word.test(line) ? [`${name}: ${line.trim()}`] : []))
	);
}

test('S18: the app promises nothing that nobody can keep', () => {
	const promises = linesWith(
		/\b(secure|securely|safe space|100 ?% private|untraceable|anonymously|guaranteed?)\b/i
	);
	expect(promises).toEqual([]);
	// The one thing of that name is an attribute of links and fonts.
	const named = linesWith(/\banonymous\b/i).filter((line) => !line.includes('crossorigin='));
	expect(named).toEqual([]);
});

test('S24: no example or placeholder stands in any field', () => {
	expect(linesWith(/\bplaceholder\s*=/)).toEqual([]);
});

test('S25: nothing is counted for or against a person', () => {
	const words =
		/\b(streaks?|scores?|badges?|ranking|percent|progress bar|achievements?|congratulat\w*|well done|keep it up|you have not|you haven['’]t)\b/i;
	// That there are none may be said.
	const counted = linesWith(words).filter((line) => !/\bno streaks and no scores\b/i.test(line));
	expect(counted).toEqual([]);
});

test('no sentence of the app has an exclamation mark', () => {
	const said = sources
		.filter(({ name }) => name.endsWith('.svelte'))
		.flatMap(({ name, text }) => {
			const markup = text.replace(
				/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|\{[^}]*\}|<[^>]*>/g,
				' '
			);
			return /\w!(\s|$)/.test(markup) ? [name] : [];
		});
	expect(said).toEqual([]);
});

/**
 * S26: the files that touch the text of a page. Each shows it, saves it, or asks whether there is any, and one
 * counts its words when its writer asks how many there are; none looks at what it says. A new one is a question to its author, and belongs here once it is answered.
 */
const touchText = [
	// Counts its letters, so that no batch for the page is too large.
	'lib/formats/in/read-batches.ts',
	// Each writes it into a file that its writer asked for.
	'lib/formats/out/day-one.ts',
	'lib/formats/out/html.ts',
	'lib/formats/out/jrnl.ts',
	'lib/formats/out/markdown-entry.ts',
	'lib/formats/out/plain-text.ts',
	'lib/draft/draft.svelte.ts',
	// Gives it to the search, which compares it with what its writer looks for, when they do.
	'lib/queries/searchable-text.ts',
	'lib/draft/resolve-conflict.ts',
	'lib/draft/saved-state.svelte.ts',
	// Writes it into the copy that its writer takes out.
	// Compare it with the same page of a file that is brought in.
	'lib/merge/import-plan.ts',
	'lib/merge/compare-revisions.ts',
	'lib/queries/word-count.ts',
	'routes/compare/SideBySide.svelte',
	'lib/app/entry-list/EntryRow.svelte',
	// Shows it, and hands it over to be compared with the next one when its writer asks what changed.
	'routes/journal/entry/VersionView.svelte',
	'routes/journal/entry/VersionList.svelte',
	'routes/journal/entry/EntryView.svelte',
	'routes/print/PrintedEntry.svelte',
	'routes/write/DraftStatus.svelte',
	'routes/write/Sitting.svelte',
	'routes/write/EntryEditor.svelte',
	'routes/write/+page.svelte'
];

test('S26: only what shows or saves a page touches its text', () => {
	const touching = sources
		.filter(({ text }) => /\b(entry|draft|version)\.text\b/.test(text))
		.map(({ name }) => name);
	expect(touching.toSorted()).toEqual(touchText.toSorted());
});

test('S26: nothing that could analyse a text is shipped', () => {
	const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
		dependencies: Record<string, string>;
	};
	expect(Object.keys(dependencies).toSorted()).toEqual([
		'@fontsource-variable/atkinson-hyperlegible-next',
		'@fontsource-variable/literata',
		'@noble/hashes',
		'@zip.js/zip.js',
		'age-encryption',
		'd3-scale',
		'date-fns',
		'dequal',
		'dexie',
		'diff',
		'fflate',
		'hash-wasm',
		'htmlparser2',
		'valibot',
		'virtua',
		'yaml'
	]);
});
