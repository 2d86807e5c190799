import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { installedBrowsers, installedShells, shellsBeside } from './installed-browsers.mjs';
import { main, Problem, projectRoot, run } from './run.mjs';

const ANSWER_LIMIT = 20_000;
const INSTALL_LIMIT = 10 * 60_000;

/** @typedef {{ executablePath: string, how: string }} Browser */

/**
 * Finds a Chromium-family browser for the tests: the one OWN_VOICE_BROWSER names, Playwright's own,
 * an installed one, or else one that is installed now.
 *
 * @param {string} root the project's folder, with its dependencies installed
 * @returns {Promise<Browser>} the program, and where it came from in words
 * @throws {Problem} that says what to do, when there is none and none can be installed
 */
export async function findBrowser(root) {
	const named = namedBy('OWN_VOICE_BROWSER');
	if (named) return named;
	const found = (await playwrightsOwn(root)) ?? (await firstInstalled());
	if (found) return found;
	console.log('No Chromium was found, so one is installed now.');
	await run('npx', ['playwright', 'install', 'chromium'], { cwd: root, timeLimit: INSTALL_LIMIT });
	const installed = (await playwrightsOwn(root)) ?? (await fromSystemPackages());
	if (installed) return installed;
	throw new Problem(
		'The tests need a Chromium browser, and none could be found or installed.\n' +
			'Install Chromium or Chrome, or set OWN_VOICE_BROWSER to the path of one.'
	);
}

/**
 * Finds what most tests of the gate run in: Chromium's headless shell, which is the same engine without the browser
 * around it, and loads a page in half the time. Where there is none, or a browser was named, it is the browser.
 *
 * @param {string} root
 * @param {Browser} browser what `findBrowser` found
 * @returns {Promise<Browser>}
 * @throws {Problem} when OWN_VOICE_SHELL names what is not there
 */
export async function findShell(root, browser) {
	const named = namedBy('OWN_VOICE_SHELL');
	if (named) return named;
	if (process.env.OWN_VOICE_BROWSER) return browser;
	const paths = [
		...shellsBeside(playwrightsPath(root)),
		...installedShells(process.platform, process.env)
	];
	return (await firstThatRuns(paths, 'its headless shell')) ?? browser;
}

/**
 * @param {'OWN_VOICE_BROWSER' | 'OWN_VOICE_SHELL'} variable
 * @returns {Browser | null} null where it names none
 */
function namedBy(variable) {
	const named = process.env[variable];
	if (!named) return null;
	if (existsSync(named)) return { executablePath: named, how: `named by ${variable}` };
	throw new Problem(`${variable} names ${named}, and there is no such file.`);
}

/** @param {string} root */
function playwrightsPath(root) {
	const require = createRequire(join(root, 'package.json'));
	/** @type {import('@playwright/test')} */
	const { chromium } = require('@playwright/test');
	return chromium.executablePath();
}

/** @param {string} root */
const playwrightsOwn = (root) => firstThatRuns([playwrightsPath(root)], "Playwright's own");

const firstInstalled = () =>
	firstThatRuns(installedBrowsers(process.platform, process.env), 'installed on this computer');

/** @returns {Promise<Browser | null>} */
async function fromSystemPackages() {
	if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
	// -n: sudo fails at once instead of asking for a password in the middle of a test run.
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	for (const args of [
		['update'],
		['install', '-y', 'chromium'],
		// A package of its own on Debian, and unknown to others.
		['install', '-y', 'chromium-headless-shell']
	]) {
		const words = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
		const [command = '', ...rest] = words;
		// Where there is no sudo this cannot start; no browser is found then, and the caller says what to do.
		await run(command, rest, { timeLimit: INSTALL_LIMIT }).catch(() => 1);
	}
	return firstInstalled();
}

/**
 * @param {string[]} paths
 * @param {string} how
 * @returns {Promise<Browser | null>}
 */
async function firstThatRuns(paths, how) {
	for (const executablePath of paths) {
		if (await runs(executablePath)) return { executablePath, how };
	}
	return null;
}

/**
 * Whether a program is there and starts. A file alone proves little: some systems put a stub in a
 * browser's place, and a browser may lack the libraries it needs.
 *
 * @param {string} executablePath
 * @returns {Promise<boolean>}
 */
async function runs(executablePath) {
	if (!existsSync(executablePath)) return false;
	// On Windows a browser answers --version by opening a window.
	if (process.platform === 'win32') return true;
	try {
		const { stdout } = await promisify(execFile)(executablePath, ['--version'], {
			timeout: ANSWER_LIMIT
		});
		return /\d+\.\d+/.test(stdout);
	} catch {
		return false;
	}
}

await main(import.meta.url, async () => {
	const { executablePath, how } = await findBrowser(projectRoot(import.meta.url));
	console.log(`${executablePath} (${how})`);
});
