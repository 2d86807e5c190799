import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import tsdoc from 'eslint-plugin-tsdoc';
import globals from 'globals';
import process from 'node:process';
import ts from 'typescript-eslint';

/** The folders of `src/lib` that pages use, and the parts that pages share. */
const belowPages = [
	'id',
	'text',
	'passphrase',
	'session',
	'journal',
	'draft',
	'queries',
	'merge',
	'records',
	'model',
	'formats',
	'essay',
	'backup',
	'folder',
	'companion',
	'work',
	'ui',
	'styles'
];

/**
 * Who may import whom: each folder of `src/lib` with the folders it may see beside its own. A folder
 * that is not named here may import nothing of ours, and nothing of ours may import it. The map in README.md has
 * the same table.
 *
 * `storage` cannot see plain text because it cannot see `vault`.
 *
 * @type {Record<string, string[]>}
 */
export const mayImport = {
	id: [],
	bytes: [],
	text: [],
	work: [],
	passphrase: [],
	json: [],
	zip: ['bytes'],
	worker: [],
	ui: [],
	companion: [],
	storage: ['bytes'],
	vault: ['id', 'bytes', 'worker'],
	search: ['text', 'worker'],
	model: ['id', 'companion'],
	records: ['id', 'model', 'vault', 'storage', 'work'],
	merge: ['id', 'model'],
	queries: ['model', 'companion', 'search', 'text', 'work'],
	journal: ['id', 'model', 'records', 'merge', 'vault', 'storage', 'work'],
	draft: ['id', 'model', 'records', 'journal'],
	formats: ['companion', 'model', 'bytes', 'json', 'zip', 'work', 'worker'],
	essay: ['formats', 'text'],
	backup: ['companion', 'model', 'formats', 'bytes', 'json', 'zip', 'vault', 'work', 'worker'],
	folder: ['model', 'backup'],
	session: ['id', 'bytes', 'model', 'records', 'journal', 'draft', 'vault', 'storage'],
	app: belowPages
};
export const routesMayImport = ['app', ...belowPages];

/**
 * Folders of which others see these files alone.
 *
 * @type {Record<string, string[]>}
 */
export const doors = {
	vault: ['vault'],
	storage: ['storage'],
	worker: ['worker'],
	search: ['search'],
	json: ['json'],
	zip: ['zip'],
	backup: ['backup'],
	folder: ['folder', 'folder-error'],
	essay: ['essay', 'essay-error']
};

/** @typedef {{ regex: string, message: string }} Forbidden */

/**
 * What `who` must not import, given the folders of `src/lib` it may.
 *
 * @param {string} who
 * @param {string[]} allowed
 * @returns {Forbidden[]}
 */
function outside(who, allowed) {
	const others = allowed.length > 0 ? `(?!(${allowed.join('|')})/)` : '';
	return [
		{
			regex: `^\\$lib(/${others}|$)`,
			message: `Of src/lib ${who} may import ${allowed.join(', ') || 'nothing'} (and its own by ./).`
		},
		{
			regex: '^/|^\\$lib/.*\\.\\.',
			message: 'Name a file of ours by $lib/ or from the file that imports it.'
		},
		...allowed
			.filter((folder) => folder in doors)
			.map((folder) => ({
				regex: `^\\$lib/${folder}/(?!(${doors[folder]?.join('|')})(\\.ts)?$)`,
				message: `From outside, ${folder} is reached through ${doors[folder]?.join(' or ')} alone.`
			}))
	];
}

/**
 * The same list for `import`, `export … from`, `import()` and `import('…')` as a type: the rule
 * `no-restricted-imports` knows only the first two.
 *
 * @param {Forbidden[]} forbidden
 * @returns {import('eslint').Linter.RulesRecord}
 */
function importRules(forbidden) {
	return {
		'no-restricted-imports': ['error', { patterns: forbidden }],
		'no-restricted-syntax': [
			'error',
			...forbidden.flatMap(({ regex, message }) => {
				// A selector's regular expression ends at the first slash.
				const value = `[source.value=/${regex.replaceAll('/', '\\x2F')}/]`;
				return ['ImportExpression', 'TSImportType'].map((node) => ({
					selector: node + value,
					message
				}));
			}),
			{
				selector: "ImportExpression:not([source.type='Literal'])",
				message: 'Write what is imported as a plain string, so that the import rules can read it.'
			}
		]
	};
}

const upwards = {
	regex: '(^|/)\\.\\.(/|$)',
	message: 'In src/lib another folder is reached through $lib/, never through “../”.'
};
const relativeIntoLib = {
	regex: '(^|/)\\.\\./(.*/)?lib/',
	message: 'From outside, src/lib is reached through $lib/.'
};

/** Folders that are divided into rooms. */
const withRooms = ['app', 'formats', 'model'];

const layering = [
	{
		files: ['src/lib/**/*'],
		rules: importRules([upwards, ...outside('a folder without rules', [])])
	},
	...Object.entries(mayImport).map(([folder, allowed]) => ({
		files: [`src/lib/${folder}/**/*`],
		// Rooms within a folder see each other.
		rules: importRules([
			upwards,
			...outside(folder, withRooms.includes(folder) ? [folder, ...allowed] : allowed)
		])
	})),
	{
		files: ['src/routes/**/*', 'src/*.ts'],
		rules: importRules([relativeIntoLib, ...outside('a page', routesMayImport)])
	},
	{
		files: ['src/service-worker/**/*'],
		rules: importRules([
			{
				regex: '^(?!\\$service-worker$|\\./(?!.*\\.\\.))',
				message: 'The service worker imports $service-worker and its own folder alone.'
			}
		])
	},
	{
		// A test may look behind a door; that is what it is for.
		files: ['tests/unit/**/*', 'tests/browser/**/*'],
		rules: importRules([relativeIntoLib])
	},
	{
		files: ['tests/e2e/**/*'],
		rules: importRules([
			{
				regex: '(^|/)src/|^\\$(lib|app|env)(/|$)',
				message: 'An end-to-end test knows the built app alone, as a person does.'
			}
		])
	}
];

/**
 * What the linter asks no types about in the gate, because types cost it most of its time: components, a third of a second
 * each, which svelte-check checks too, and tests. In the whole run (`THOROUGH=1`, `npm run test:all`) it asks about all.
 */
const untyped =
	process.env.THOROUGH === '1'
		? []
		: [
				{
					files: ['**/*.svelte', 'tests/**/*.ts'],
					extends: [ts.configs.disableTypeChecked],
					// It tells a resolved address by its type.
					linterOptions: { reportUnusedDisableDirectives: false },
					rules: { 'svelte/no-navigation-without-resolve': /** @type {const} */ ('off') }
				}
			];

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'playwright-report/']),
	js.configs.recommended,
	{
		rules: { eqeqeq: 'error', curly: ['error', 'multi-line'] }
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		extends: [ts.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidOperator: true }
			],
			// `const { kind: _, ...rest } = value` is how a key is left out.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			// TypeScript knows every name, also those of Svelte.
			'no-undef': 'off'
		}
	},
	{
		// It stands in no tsconfig, so there are no types to ask.
		files: ['playwright.config.ts'],
		extends: [ts.configs.disableTypeChecked]
	},
	svelte.configs.recommended,
	...untyped,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				parser: ts.parser,
				// What svelte.config.js says by a function, which cannot be handed to the linter's threads or kept in its cache.
				svelteConfig: { compilerOptions: { runes: true } }
			}
		},
		rules: {
			// A Map or Set of ours is made anew and never changed; what changes is the `$state.raw` it is in.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['**/*.svelte'],
		rules: {
			// Of what another component exports or hands to a snippet the linter sees no types, and takes
			// it for `any`; svelte-check sees them.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		files: ['src/lib/ui/**/*.svelte'],
		rules: {
			// A component knows no routes: the addresses it is given are resolved by the page.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// Doc comments are written for typedoc (`npm run docs`).
		files: ['src/**/*.ts', 'tests/**/*.ts'],
		plugins: { tsdoc },
		rules: { 'tsdoc/syntax': 'error' }
	},
	{
		files: ['src/**/*', 'static/**/*'],
		rules: { 'no-console': 'error' }
	},
	{
		files: ['src/**/*.ts'],
		ignores: ['src/**/*.d.ts'],
		rules: {
			'no-restricted-exports': [
				'error',
				{
					restrictDefaultExports: {
						direct: true,
						named: true,
						defaultFrom: true,
						namedFrom: true,
						namespaceFrom: true
					}
				}
			]
		}
	},
	{
		files: ['*.js', 'scripts/**/*.mjs', 'tests/**/*.mjs'],
		languageOptions: { globals: globals.node }
	},
	{
		files: ['static/**/*.js'],
		languageOptions: { globals: globals.browser, sourceType: 'script' }
	},
	{
		files: ['tests/**/*.ts'],
		rules: {
			// `expect(object.method)` is a usual way to name a mock.
			'@typescript-eslint/unbound-method': 'off'
		}
	},
	layering
);
