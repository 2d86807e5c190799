import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

const PLACES = [
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox',
	'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
];

/**
 * The Firefox that OWN_VOICE_FIREFOX names, or an installed one that starts. None is ever fetched.
 *
 * @returns {string | null} its path; null if there is none
 */
export function findFirefox() {
	const named = process.env['OWN_VOICE_FIREFOX'];
	if (named) return named;
	return (
		PLACES.find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0) ?? null
	);
}
