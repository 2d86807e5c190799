import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { main, Problem, projectRoot, run } from './run.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * Refuses a Node that is too old for the project.
 *
 * @param {string} root the project's folder; its package.json names the oldest Node that works
 * @param {string} [version] the running one's
 * @returns {void}
 * @throws {Problem} that names both versions
 */
export function checkNode(root, version = process.versions.node) {
	const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const oldest = String(engines.node).replace(/^>=\s*/, '');
	const [needMajor = 0, needMinor = 0] = oldest.split('.').map(Number);
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
	throw new Problem(
		`Own Voice needs Node ${oldest} or newer, and this is Node ${version}.\n` +
			'Install a newer one from https://nodejs.org and try again.'
	);
}

/**
 * Whether node_modules holds what package-lock.json asks for.
 *
 * npm leaves a lockfile of what it put into node_modules. The two are compared package by package:
 * file times change with a checkout or a copy, and a mark of our own would miss a later `npm install`.
 *
 * @param {string} root the project's folder
 * @returns {boolean} false too when either lockfile is missing
 */
export function isInstalled(root) {
	const wanted = readLockfile(join(root, 'package-lock.json'));
	const present = readLockfile(join(root, 'node_modules', '.package-lock.json'));
	if (!wanted || !present) return false;
	const same = Object.entries(wanted).every(([path, package_]) => {
		const found = present[path];
		// A package for another system is optional and was not installed here. The empty path is the project.
		if (!found) return path === '' || package_.optional === true;
		return found.version === package_.version && found.integrity === package_.integrity;
	});
	return same && Object.keys(present).every((path) => path in wanted);
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | null} null when there is none
 */
function readLockfile(path) {
	if (!existsSync(path)) return null;
	return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
}

/**
 * Installs the locked dependencies unless they are there already.
 *
 * @param {string} root the project's folder
 * @returns {Promise<void>}
 * @throws {Problem} when Node is too old, the lockfile is missing, or `npm ci` fails
 */
export async function ensureInstalled(root) {
	checkNode(root);
	if (isInstalled(root)) return;
	if (!existsSync(join(root, 'package-lock.json'))) {
		throw new Problem(
			'package-lock.json is missing. Get a whole copy of the project and try again.'
		);
	}
	console.log('Installing the dependencies (npm ci). This happens once.');
	if ((await run('npm', ['ci'], { cwd: root })) === 0) return;
	throw new Problem(
		'The dependencies could not be installed; the lines above say why.\n' +
			'This step needs the network, once. When you are online, start again.'
	);
}

await main(import.meta.url, () => ensureInstalled(projectRoot(import.meta.url)));
