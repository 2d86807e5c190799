import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { installedBrowsers } from '../../../scripts/installed-browsers.mjs';
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
