import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fingerprint } from './ensure-built.mjs';
import { Problem } from './run.mjs';

/**
 * A fingerprint of everything in a checkout that a test may depend on: of each file that git tracks or would take in, as
 * it is now, committed or not.
 *
 * @param {string} root the project's folder
 * @returns {string} a SHA-256 in hex
 * @throws {Problem} where the folder is no git checkout
 */
export function sourceState(root) {
	return fingerprint(root, sourceFiles(root));
}

/**
 * Every file that git tracks or would take in.
 *
 * @param {string} root the project's folder
 * @returns {string[]} paths with `/` between the parts, without those that were removed and not committed yet
 * @throws {Problem} where the folder is no git checkout
 */
export function sourceFiles(root) {
	/** @type {string} */
	let listed;
	try {
		listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore']
		});
	} catch {
		throw new Problem('This needs a git checkout of the project, and git.');
	}
	return listed.split('\0').filter((path) => path !== '' && existsSync(`${root}/${path}`));
}
