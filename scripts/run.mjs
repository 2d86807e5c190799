import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** An error whose message is written for the person at the terminal, who needs no stack with it. */
export class Problem extends Error {}

const windows = process.platform === 'win32';

/** @param {string} part */
const quote = (part) => (/^[\w./:=@,-]+$/.test(part) ? part : `"${part}"`);

/**
 * Runs a command with this terminal's input and output.
 *
 * @param {string} command for example `npm`
 * @param {string[]} args plain words and paths; no shell characters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeLimit?: number, quietly?: boolean }} [options] `timeLimit` in
 *   milliseconds; `quietly`, and what it prints is shown only when it fails
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 * @throws {Problem} when the command cannot be started at all
 */
export function run(command, args, { cwd, env = process.env, timeLimit, quietly } = {}) {
	return new Promise((resolve, reject) => {
		/** @type {'pipe' | 'inherit'} */
		const stdio = quietly ? 'pipe' : 'inherit';
		const options = { cwd, env, stdio, timeout: timeLimit };
		// npm and npx are .cmd files on Windows, and Node starts those only through a shell.
		const child = windows
			? spawn([command, ...args].map(quote).join(' '), { ...options, shell: true })
			: spawn(command, args, options);
		child.on('error', (error) => {
			reject(new Problem(`Could not start ${command}: ${error.message}`));
		});
		/** @type {Buffer[]} */
		const printed = [];
		child.stdout?.on('data', (piece) => printed.push(piece));
		child.stderr?.on('data', (piece) => printed.push(piece));
		child.on('close', (code) => {
			if (code !== 0) for (const piece of printed) process.stderr.write(piece);
			resolve(code ?? 1);
		});
	});
}

/**
 * Runs a script's work when that script is what was started, and not when it was imported.
 *
 * @param {string} moduleUrl the script's `import.meta.url`
 * @param {() => Promise<number | void> | number | void} work may return an exit code; what it
 *   throws is printed, and the exit code is then 1
 * @returns {Promise<void>} settles when the work is done
 */
export async function main(moduleUrl, work) {
	const started = process.argv[1];
	if (!started || realpathSync(started) !== fileURLToPath(moduleUrl)) return;
	try {
		process.exitCode = (await work()) ?? 0;
	} catch (error) {
		process.exitCode = explain(error);
	}
}

/**
 * Prints what went wrong: a message for a person as it is, anything unforeseen with its stack.
 *
 * @param {unknown} error
 * @returns {number} the exit code that goes with it
 */
export function explain(error) {
	console.error(error instanceof Problem ? error.message : error);
	return 1;
}

/**
 * The project's own folder.
 *
 * @param {string} moduleUrl the `import.meta.url` of a file in `scripts/`
 * @returns {string} an absolute path without a closing slash
 */
export function projectRoot(moduleUrl) {
	return fileURLToPath(new URL('..', moduleUrl)).replace(/[\\/]$/, '');
}
