/*
 * Whether the `age` program opens what we seal, and we open what it seals: backups of journals that nobody wrote, each
 * opened by `age -d` and unpacked by `unzip`, every record and file compared; and, of every fifth, the same zip sealed
 * by `age -p` and opened here. Both programs must be installed (Debian: apt-get install age unzip).
 *
 *   node tests/durability/age-both-ways.mjs [backups] [seed]
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { createServer } from 'vite';

const [count = '20', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'own-voice-age-'));

const server = await createServer({
	configFile: false,
	root,
	cacheDir: join(folder, 'cache'),
	resolve: { alias: { $lib: join(root, 'src/lib') } },
	server: { middlewareMode: true },
	appType: 'custom',
	optimizeDeps: { noDiscovery: true },
	logLevel: 'error'
});
const { making } = await server.ssrLoadModule('/src/lib/backup/making.ts');
const { opening } = await server.ssrLoadModule('/src/lib/backup/opening.ts');
const { PageNames } = await server.ssrLoadModule('/src/lib/backup/file-names.ts');
const { markdownPage } = await server.ssrLoadModule('/src/lib/formats/markdown-page.ts');
const { momentAt } = await server.ssrLoadModule('/src/lib/journal/moment.ts');
const { writeCode } = await server.ssrLoadModule('/src/lib/vault/recovery-code.ts');
const { journals } = await server.ssrLoadModule('/tests/unit/backup/journals.ts');

/**
 * Runs age at a terminal, as it wants to be asked for a passphrase, and answers each question.
 *
 * @param {string[]} args
 * @param {string[]} answers
 */
function age(args, answers) {
	const command = ['age', ...args].map((one) => `'${one}'`).join(' ');
	const child = spawn('script', ['-qec', command, '/dev/null']);
	const left = [...answers];
	let said = '';
	child.stdout.on('data', (/** @type {Buffer} */ data) => {
		said += data.toString();
		// Each question is a line of its own that ends in a colon.
		const asked = said.match(/passphrase[^\n]*: /gi)?.length ?? 0;
		while (answers.length - left.length < asked && left.length > 0) {
			child.stdin.write(`${left.shift()}\n`);
		}
	});
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve(undefined);
			else reject(new Error(`age ended with ${code}: ${said}`));
		});
	});
}

/** @param {Blob} file @param {string} secret */
async function opened(file, secret) {
	/** @type {Record<'entries' | 'versions' | 'prompts' | 'library', unknown[]>} */
	const found = { entries: [], versions: [], prompts: [], library: [] };
	/** @type {unknown} */
	let settings = null;
	await opening(
		{ file, secrets: [secret], thorough: true, tell: () => undefined },
		{
			entry: (/** @type {unknown} */ one) => found.entries.push(one),
			version: (/** @type {unknown} */ one) => found.versions.push(one),
			prompt: (/** @type {unknown} */ one) => found.prompts.push(one),
			companion: (/** @type {unknown} */ one) => found.library.push(one),
			settings: (/** @type {unknown} */ all) => (settings = all)
		}
	);
	return { ...found, settings };
}

const words = [
	'harbour',
	'émigré',
	'søvn',
	'пять',
	'静かな',
	'boats',
	'7',
	"o'clock",
	'&',
	'naïve'
];
const secrets = fc.oneof(
	fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 7 }).map((all) => all.join(' ')),
	fc.uint8Array({ minLength: 16, maxLength: 16 })
);
const cases = fc.sample(fc.record({ whole: journals(20), secret: secrets }), {
	numRuns: Number(count),
	seed: Number(seed)
});

console.log(`${count} backups, seed ${seed}, ${execFileSync('age', ['--version'])}`.trim());
let [pages, back] = [0, 0];
for (const [index, { whole: sampled, secret: drawn }] of cases.entries()) {
	// Plain objects, as a journal has them.
	const whole = JSON.parse(JSON.stringify(sampled));
	const secret = typeof drawn === 'string' ? drawn.normalize('NFKC') : await writeCode(drawn);
	// The costs that the app has now and then; they take their time.
	const cost = index % 20 === 0 ? 17 : index % 10 === 5 ? 15 : 8;
	const made = momentAt(Date.UTC(2026, 10, 22, 21, index), 'Europe/Lisbon');
	const { file, name } = await making({ whole, secret, cost, made, tell: () => undefined });
	const here = mkdtempSync(join(folder, 'one-'));
	const [sealed, zip] = [join(here, name), join(here, 'journal.zip')];
	writeFileSync(sealed, Buffer.from(await file.arrayBuffer()));
	await age(['-d', '-o', zip, sealed], [secret]);
	const out = join(here, 'journal');
	execFileSync('unzip', ['-q', zip, '-d', out]);

	const journal = JSON.parse(readFileSync(join(out, 'journal.json'), 'utf8'));
	assert.deepEqual(journal.made, made);
	for (const part of /** @type {const} */ ([
		'entries',
		'versions',
		'prompts',
		'library',
		'settings'
	])) {
		assert.deepEqual(journal[part], whole[part]);
	}
	const names = new PageNames();
	const said = { questions: true, margin: true, checkIns: true };
	for (const entry of whole.entries) {
		const found = readFileSync(join(out, names.nameOf(entry)));
		assert.equal(Buffer.compare(found, Buffer.from(markdownPage(entry, said))), 0);
		assert.ok(found.includes(Buffer.from(entry.text)));
		pages += 1;
	}
	const expected = [
		'README.txt',
		'journal.json',
		'padding',
		whole.entries.length > 0 ? 'pages' : ''
	];
	assert.deepEqual(readdirSync(out).sort(), expected.filter(Boolean).sort());
	assert.ok(
		readFileSync(join(out, 'README.txt'), 'utf8').includes(`age -d -o journal.zip ${name}`)
	);

	if (index % 5 === 0) {
		const theirs = join(here, 'theirs.age');
		await age(['-p', '-o', theirs, zip], [secret, secret]);
		const { entries, versions, prompts, library, settings } = whole;
		assert.deepEqual(await opened(await openAsBlob(theirs), secret), {
			...{ entries, versions, prompts, library, settings }
		});
		back += 1;
	}
	rmSync(here, { recursive: true });
}
console.log(
	`${cases.length} opened by age, ${pages} pages equal; ${back} sealed by age opened here`
);
await server.close();
rmSync(folder, { recursive: true });
