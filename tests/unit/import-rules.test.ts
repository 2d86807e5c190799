import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import ts from 'typescript-eslint';

const rules = ['no-restricted-imports', 'no-restricted-syntax'];

// The project's own configuration, without the types that its other rules ask for: the files linted
// here are not on the disk.
const eslint = new ESLint({
	cwd: fileURLToPath(new URL('../..', import.meta.url)),
	overrideConfig: [ts.configs.disableTypeChecked],
	ruleFilter: ({ ruleId }) => rules.includes(ruleId)
});

/** Returns what the import rules say of one statement in a file. */
async function findings(filePath: string, code: string): Promise<string[]> {
	const text = filePath.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>\n` : code;
	const [result] = await eslint.lintText(`${text}\n`, { filePath });
	return result?.messages.map(({ ruleId, message }) => `${ruleId ?? 'broken'}: ${message}`) ?? [];
}

const importing = (file: string): string => `import '${file}';`;

const refused: [filePath: string, file: string, why: string][] = [
	['src/lib/companion/a.ts', '$lib/model/entry', 'companion may import nothing'],
	['src/lib/storage/a.ts', '$lib/vault/vault', 'storage may import bytes'],
	['src/lib/storage/a.ts', '$lib/worker/worker', 'storage may import bytes'],
	['src/lib/vault/a.ts', '$lib/storage/storage', 'vault may import id, bytes, worker'],
	['src/lib/worker/a.ts', '$lib/vault/vault', 'worker may import nothing'],
	['src/lib/search/a.ts', '$lib/model/entry', 'search may import text, worker'],
	['src/lib/ui/A.svelte', '$lib/model/entry', 'ui may import nothing'],
	['src/lib/ui/A.svelte', '$lib/companion/companion', 'ui may import nothing'],
	['src/lib/journal/a.svelte.ts', '$lib/session/failure', 'journal may import id'],
	['src/lib/journal/a.ts', '$lib/backup/backup', 'journal may import id'],
	['src/lib/backup/a.ts', '$lib/storage/storage', 'backup may import companion, model'],
	['src/lib/session/a.ts', '$lib/ui/Stone.svelte', 'session may import id'],
	['src/lib/new-folder/a.ts', '$lib/worker/worker', 'a folder without rules may import nothing'],
	['src/lib/session/a.ts', '$lib/new-folder/a', 'session may import id'],
	['src/lib/session/a.ts', '$lib', 'session may import id'],
	['src/lib/session/a.ts', '$lib/session/failure', 'and its own by ./'],

	['src/routes/+page.svelte', '$lib/vault/vault', 'a page may import app'],
	['src/routes/+page.ts', '$lib/storage/storage', 'a page may import app'],
	['src/routes/a/A.svelte', '$lib/search/search', 'a page may import app'],
	['src/routes/a/a.ts', '$lib/worker/worker', 'a page may import app'],
	['src/hooks.client.ts', '$lib/vault/vault', 'a page may import app'],

	['src/lib/journal/a.ts', '$lib/vault/encryption', 'vault is reached through vault alone'],
	['src/lib/session/a.ts', '$lib/vault/vault-error', 'vault is reached through vault alone'],
	['src/lib/backup/a.ts', '$lib/vault/vault-worker?worker&url', 'reached through vault alone'],
	['src/lib/session/a.ts', '$lib/storage/database', 'storage is reached through storage alone'],
	['src/routes/a.ts', '$lib/backup/write-backup', 'backup is reached through backup alone'],
	['src/lib/formats/a.ts', '$lib/backup/backup', 'formats may import formats, companion'],
	['src/lib/formats/a.ts', '$lib/journal/journal.svelte', 'formats may import formats, companion'],
	['src/lib/backup/a.ts', '$lib/records/record-store', 'backup may import companion'],
	['src/lib/model/a.ts', '$lib/journal/journal.svelte', 'model may import model, id, companion'],
	['src/lib/merge/a.ts', '$lib/records/record-store', 'merge may import id, model'],

	['src/lib/storage/a.ts', '../vault/vault', 'never through “../”'],
	['src/lib/storage/a.ts', './../vault/vault.ts', 'never through “../”'],
	['src/lib/storage/deep/a.ts', '../storage', 'never through “../”'],
	['src/lib/storage/a.ts', '/src/lib/vault/vault.ts', 'Name a file of ours by $lib/'],
	['src/lib/session/a.ts', '$lib/companion/../ui/Stone.svelte', 'Name a file of ours by $lib/'],
	['src/routes/+page.ts', '$lib/companion/../vault/vault', 'Name a file of ours by $lib/'],
	['src/routes/+page.ts', '../lib/vault/vault', 'src/lib is reached through $lib/'],
	['src/routes/a/+page.ts', '../../lib/companion/companion', 'src/lib is reached through $lib/'],
	['tests/unit/a.test.ts', '../../src/lib/vault/vault', 'src/lib is reached through $lib/'],

	['src/service-worker/a.ts', '$lib/companion/companion', 'The service worker imports'],
	['src/service-worker/a.ts', '../lib/companion/companion', 'The service worker imports'],
	['src/service-worker/a.ts', './../lib/vault/vault', 'The service worker imports'],
	['src/service-worker/a.ts', 'dexie', 'The service worker imports'],

	['tests/e2e/a.test.ts', '$lib/model/entry', 'knows the built app alone'],
	['tests/e2e/a.test.ts', '$lib/app/words/wording', 'knows the built app alone']
];

const allowed: [filePath: string, file: string][] = [
	['src/lib/companion/a.ts', './vocabulary.ts'],
	['src/lib/storage/a.ts', 'dexie'],
	['src/lib/ui/A.svelte', './stones.svg'],
	['src/lib/ui/A.svelte', 'svelte'],
	['src/lib/vault/a.ts', '$lib/worker/worker'],
	['src/lib/vault/a.ts', './vault-worker?worker&url'],
	['src/lib/search/a.ts', '$lib/worker/worker'],
	['src/lib/journal/a.svelte.ts', '$lib/vault/vault'],
	['src/lib/journal/a.ts', '$lib/vault/vault.ts'],
	['src/lib/journal/a.ts', '$lib/storage/storage'],
	['src/lib/model/a.ts', '$lib/companion/companion'],
	['src/lib/backup/a.ts', '$lib/model/entry'],
	['src/lib/backup/a.ts', '$lib/formats/in/import-data'],
	['src/routes/a.ts', '$lib/backup/backup'],
	['src/lib/session/a.ts', '$lib/storage/storage'],
	['src/lib/session/a.ts', '$lib/draft/draft.svelte'],
	['src/routes/+layout.svelte', '$lib/styles/styles.css'],
	['src/routes/read/[section]/+page.svelte', '$lib/ui/PageLayout.svelte'],
	['src/routes/read/[section]/+page.ts', '../../companion-in-use'],
	['src/routes/a.ts', '$lib/companion/walking-away.companion.md'],
	['src/service-worker/a.ts', '$service-worker'],
	['src/service-worker/a.ts', './answer'],
	['tests/unit/vault/a.test.ts', '$lib/vault/encryption'],
	['tests/browser/a.test.ts', '$lib/storage/database'],
	['tests/unit/a.test.ts', '$lib/app/words/wording'],
	['tests/e2e/a.test.ts', './app'],
	['scripts/companion-plugin.ts', '../src/lib/companion/companion.ts']
];

test.each(refused)('%s does not import %s', async (filePath, file, why) => {
	const found = await findings(filePath, importing(file));
	expect(found.join('\n')).toContain('no-restricted-imports: ');
	expect(found.join('\n')).toContain(why);
});

test.each(allowed)('%s imports %s', async (filePath, file) => {
	expect(await findings(filePath, importing(file))).toEqual([]);
});

describe.each([
	['src/lib/storage/a.ts', '$lib/vault/vault', './storage'],
	['src/lib/journal/a.ts', '$lib/vault/encryption', '$lib/vault/vault'],
	['src/routes/+page.svelte', '$lib/vault/vault', '$lib/session/session.svelte'],
	['src/service-worker/a.ts', 'dexie', './answer'],
	['tests/e2e/a.test.ts', '../../src/lib/vault/vault', './app']
])('in %s', (filePath, forbidden, welcome) => {
	const forms: [name: string, write: (file: string) => string][] = [
		['the import of a name', (file) => `import { a } from '${file}';`],
		['the import of a type', (file) => `import type { A } from '${file}';`],
		['an export of a name', (file) => `export { a } from '${file}';`],
		['an export of everything', (file) => `export * from '${file}';`],
		['import()', (file) => `await import('${file}');`],
		['import() as a type', (file) => `const a: import('${file}').A | null = null;`],
		['typeof import()', (file) => `type A = typeof import('${file}');`]
	];
	test.each(forms)('a forbidden file is refused to %s', async (_, write) => {
		expect(await findings(filePath, write(forbidden))).toHaveLength(1);
	});

	test.each(forms)('an allowed file is open to %s', async (_, write) => {
		expect(await findings(filePath, write(welcome))).toEqual([]);
	});

	test('a file that is named only when the code runs is refused', async () => {
		const found = await findings(filePath, 'const name = "vault"; await import(`./${name}`);');
		expect(found).toEqual([expect.stringContaining('Write what is imported as a plain string')]);
	});
});
