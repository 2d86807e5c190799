import { spawnSync } from 'node:child_process';
import process from 'node:process';

const USUAL = [
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox',
	'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
];

/**
 * Where a Firefox is looked for: where OWN_VOICE_FIREFOX says, or where one usually is. None is ever fetched.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]}
 */
export function firefoxPlaces(env = process.env) {
	return env['OWN_VOICE_FIREFOX'] ? [env['OWN_VOICE_FIREFOX']] : USUAL;
}

/**
 * The first of them that starts.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null} its path; null if there is none
 */
export function findFirefox(env = process.env) {
	return (
		firefoxPlaces(env).find(
			(path) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
		) ?? null
	);
}
