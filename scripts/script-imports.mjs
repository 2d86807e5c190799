import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const STATIC_IMPORT = /\b(?:import|export)\s*(?:[\w$\s{},*]*?\bfrom\s*)?["'](\.{1,2}\/[^"']+)["']/g;
const DYNAMIC_IMPORT = /\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g;
const WORKER = /["'`](\/_app\/immutable\/workers\/[^"'`]+\.js)["'`]/g;

/**
 * The scripts that a built script cannot start without.
 *
 * @param {string} root the build
 * @param {string} script its address, for example `/_app/immutable/chunks/x.js`
 * @returns {string[]} addresses
 * @throws {Error} when the script is not in the build
 */
export function staticImports(root, script) {
	return inBuild(root, resolved(readScript(root, script), STATIC_IMPORT, script));
}

/**
 * The scripts that a built script may bring later, workers among them.
 *
 * @param {string} root the build
 * @param {string} script its address
 * @returns {string[]} addresses
 * @throws {Error} when the script is not in the build
 */
export function dynamicImports(root, script) {
	const code = readScript(root, script);
	return inBuild(root, [...importCalls(code, script), ...resolved(code, WORKER, script)]);
}

/**
 * The targets of the `import(…)` calls in a piece of code.
 *
 * @param {string} code
 * @param {string} base the address that the code came from
 * @returns {string[]} addresses
 */
export function importCalls(code, base) {
	return resolved(code, DYNAMIC_IMPORT, base);
}

/**
 * An address as another address names it.
 *
 * @param {string} base the address of the page, script or style that names it
 * @param {string} target
 * @returns {string} it from the root of the build
 */
export function resolveFrom(base, target) {
	return new URL(target, `http://localhost${base}`).pathname;
}

/**
 * Everything that can be reached by steps from a start.
 *
 * @param {string[]} from
 * @param {(script: string) => string[]} next one step
 * @returns {string[]} each once, the start among them
 */
export function reach(from, next) {
	const reached = new Set(from);
	// A set that grows while it is walked is walked to its new end.
	for (const script of reached) for (const found of next(script)) reached.add(found);
	return [...reached];
}

/**
 * @param {string} root
 * @param {string} script
 */
function readScript(root, script) {
	const path = join(root, script);
	if (!existsSync(path)) throw new Error(`A page loads ${script}, which is not in the build.`);
	return readFileSync(path, 'utf8');
}

/**
 * @param {string} code
 * @param {RegExp} pattern
 * @param {string} base
 * @returns {string[]}
 */
const resolved = (code, pattern, base) =>
	[...code.matchAll(pattern)].map(([, target = '']) => resolveFrom(base, target));

/**
 * Minified code may hold a string that only looks like an import.
 *
 * @param {string} root
 * @param {string[]} scripts
 */
const inBuild = (root, scripts) =>
	scripts.filter((script) => script.endsWith('.js') && existsSync(join(root, script)));
