import { existsSync, readdirSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';

/** Chromium's headless shell, as Debian and Chrome for Testing name it. */
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];
const LINUX_NAMES = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge',
	'microsoft-edge-stable',
	'msedge'
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];

const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const WINDOWS_PATHS = [
	'Google\\Chrome\\Application\\chrome.exe',
	'Chromium\\Application\\chrome.exe',
	'Microsoft\\Edge\\Application\\msedge.exe'
];

/**
 * Where a Chromium-family browser usually stands, likeliest first.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env for PATH and the system's folders
 * @returns {string[]} paths that may or may not exist, each once
 */
export function installedBrowsers(platform, env) {
	if (platform === 'win32') return [...new Set(onWindows(env))];
	const onPath = inFolders(LINUX_NAMES, searched(env));
	return [...new Set(platform === 'darwin' ? [...onMac(env), ...onPath] : onPath)];
}

/**
 * Where a system keeps Chromium's headless shell; for Windows none is known.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env for PATH
 * @returns {string[]} paths that may or may not exist, each once
 */
export function installedShells(platform, env) {
	return platform === 'win32' ? [] : [...new Set(inFolders(SHELL_NAMES, searched(env)))];
}

/**
 * Where Playwright's download of the headless shell stands, given the path of its Chromium: in a folder beside it that
 * carries the same number (`chromium-1255/…` and `chromium_headless_shell-1255/…`).
 *
 * @param {string} browser
 * @returns {string[]} paths of programs that exist
 */
export function shellsBeside(browser) {
	const folder = browser.replace(/([\\/])chromium-(\d+)[\\/].*$/, '$1chromium_headless_shell-$2');
	if (folder === browser || !existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => /(^|[\\/])(chrome-)?headless[-_]shell(\.exe)?$/.test(path))
		.map((path) => join(folder, path));
}

/** @param {NodeJS.ProcessEnv} env */
const searched = (env) => [
	...(env.PATH ?? '').split(':').filter(posix.isAbsolute),
	...LINUX_FOLDERS
];

/**
 * @param {string[]} names
 * @param {string[]} folders
 */
const inFolders = (names, folders) =>
	names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));

/** @param {NodeJS.ProcessEnv} env */
function onMac(env) {
	const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
	return MAC_APPS.flatMap((app) =>
		folders.map((folder) => posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app))
	);
}

/** @param {NodeJS.ProcessEnv} env */
function onWindows(env) {
	const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']];
	return WINDOWS_PATHS.flatMap((path) =>
		folders.flatMap((folder) => (folder ? [win32.join(folder, path)] : []))
	);
}
