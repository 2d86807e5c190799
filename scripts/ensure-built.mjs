import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, Problem, projectRoot, run } from './run.mjs';

/** What a build is made from. */
export const SOURCES = [
	'src',
	'static',
	// Its words are in the app, and the version of the package.
	'CHANGELOG.md',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'scripts/bundled-workers-plugin.ts',
	'scripts/companion-plugin.ts',
	'scripts/ensure-built.mjs',
	'scripts/headers-file.mjs',
	'scripts/helplines-plugin.ts',
	'scripts/minify-static-plugin.ts',
	'scripts/worker-chunks-plugin.ts',
	// The build is refused by it.
	'scripts/page-graph.mjs',
	'scripts/page-weight.mjs',
	'scripts/script-imports.mjs',
	'scripts/static-files.mjs'
];

// It stands outside build/, which is published as it is.
const recordPath = (/** @type {string} */ root) => join(root, 'node_modules', '.own-voice-build');

/**
 * A fingerprint of files: it changes when a file's name or content does, and with nothing else.
 *
 * @param {string} root the folder that the paths start from
 * @param {string[]} [paths] files and folders, with `/` between the parts; a missing one counts as nothing
 * @returns {string} a SHA-256 in hex
 */
export function fingerprint(root, paths = SOURCES) {
	const hash = createHash('sha256');
	for (const path of paths.flatMap((path) => filesUnder(root, path))) {
		const content = readFileSync(join(root, path));
		// The length keeps two files apart: no content can pass for the next file's name.
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} in an order that no file system decides
 */
function filesUnder(root, path) {
	if (!existsSync(join(root, path))) return [];
	if (!statSync(join(root, path)).isDirectory()) return [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/**
 * What the record says when build/ came from the sources as they are now. It covers build/ itself too,
 * so that a half-written build, or one made by hand from other sources, is not taken for this one.
 *
 * @param {string} root
 */
const currentState = (root) => `${fingerprint(root)} ${fingerprint(root, ['build'])}\n`;

/**
 * Whether build/ was made from the sources as they are now.
 *
 * @param {string} root the project's folder
 * @returns {boolean}
 */
export function isBuilt(root) {
	if (!existsSync(join(root, 'build')) || !existsSync(recordPath(root))) return false;
	return readFileSync(recordPath(root), 'utf8') === currentState(root);
}

/**
 * Notes that build/ was just made from the sources as they are now.
 *
 * @param {string} root the project's folder; node_modules has to be there
 * @returns {void}
 */
export function recordBuild(root) {
	writeFileSync(recordPath(root), currentState(root));
}

/**
 * Builds the app unless build/ is already made from the sources as they are now.
 *
 * @param {string} root the project's folder, with its dependencies installed
 * @returns {Promise<void>}
 * @throws {Problem} when the build fails
 */
export async function ensureBuilt(root) {
	if (isBuilt(root)) return;
	console.log('Building the app (npm run build); this takes about a minute.');
	if ((await run('npm', ['run', 'build'], { cwd: root, quietly: true })) !== 0) {
		throw new Problem('The build failed; the lines above say why.');
	}
	recordBuild(root);
}

await main(import.meta.url, () => ensureBuilt(projectRoot(import.meta.url)));
