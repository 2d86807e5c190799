import { posix, win32 } from 'node:path';

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
	const folders = (env.PATH ?? '').split(':').filter(posix.isAbsolute);
	const onPath = inFolders([...folders, ...LINUX_FOLDERS]);
	return [...new Set(platform === 'darwin' ? [...onMac(env), ...onPath] : onPath)];
}

/** @param {string[]} folders */
const inFolders = (folders) =>
	LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));

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
