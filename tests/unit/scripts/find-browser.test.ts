import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser, findShell } from '../../../scripts/find-browser.mjs';
import {
	installedBrowsers,
	installedShells,
	shellsBeside
} from '../../../scripts/installed-browsers.mjs';
import { folderWith } from './folder';

afterEach(() => {
	vi.unstubAllEnvs();
});

test('the browser that was named is taken as it is', async () => {
	const path = join(folderWith({ browser: '' }), 'browser');
	vi.stubEnv('OWN_VOICE_BROWSER', path);
	expect((await findBrowser('unused')).executablePath).toBe(path);
});

test('a named browser that is not there is an error with its name', async () => {
	vi.stubEnv('OWN_VOICE_BROWSER', '/nowhere/browser');
	await expect(findBrowser('unused')).rejects.toThrow('OWN_VOICE_BROWSER names /nowhere/browser');
});

test('looks on the path and in the usual folders of Linux', () => {
	const paths = installedBrowsers('linux', { PATH: '/custom:relative:/usr/bin' });
	expect(paths[0]).toBe('/custom/chromium');
	expect(paths).toContain('/usr/bin/google-chrome-stable');
	expect(paths).toContain('/snap/bin/chromium');
	expect(paths.every((path) => path.startsWith('/'))).toBe(true);
	expect(new Set(paths).size).toBe(paths.length);
});

test('looks among the apps of macOS', () => {
	const paths = installedBrowsers('darwin', { HOME: '/Users/a' });
	expect(paths).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
	expect(paths).toContain('/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium');
});

test('looks in the program folders of Windows', () => {
	const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Local' };
	const paths = installedBrowsers('win32', env);
	expect(paths[0]).toBe('C:\\Local\\Google\\Chrome\\Application\\chrome.exe');
	expect(paths).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
});

test('looks for the headless shell on the path and in the usual folders', () => {
	const paths = installedShells('linux', { PATH: '/custom' });
	expect(paths[0]).toBe('/custom/chromium-headless-shell');
	expect(paths).toContain('/usr/bin/chrome-headless-shell');
	expect(installedBrowsers('linux', { PATH: '/custom' }).join()).not.toContain('headless');
});

test('where a browser was named, the shell is that browser', async () => {
	const browser = { executablePath: '/named/browser', how: 'named' };
	vi.stubEnv('OWN_VOICE_BROWSER', browser.executablePath);
	vi.stubEnv('OWN_VOICE_SHELL', '');
	expect(await findShell('unused', browser)).toEqual(browser);
});

test('the shell that was named is taken as it is', async () => {
	const path = join(folderWith({ shell: '' }), 'shell');
	vi.stubEnv('OWN_VOICE_SHELL', path);
	const browser = { executablePath: '/named/browser', how: 'named' };
	expect((await findShell('unused', browser)).executablePath).toBe(path);
});

test('finds the headless shell that Playwright keeps beside its Chromium', () => {
	const folder = folderWith({
		'chromium_headless_shell-12/linux64/chrome-headless-shell': '',
		'chromium_headless_shell-12/linux64/LICENSE': '',
		'chromium_headless_shell-11/linux64/chrome-headless-shell': ''
	});
	const shell = join(folder, 'chromium_headless_shell-12/linux64/chrome-headless-shell');
	expect(shellsBeside(join(folder, 'chromium-12/linux64/chrome'))).toEqual([shell]);
	expect(shellsBeside(join(folder, 'chromium-13/linux64/chrome'))).toEqual([]);
	expect(shellsBeside('/usr/bin/chromium')).toEqual([]);
});
