/* What Chromium and Firefox need to be started on a profile of their own, and killed over it. */
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

/** How Chromium is started: as root, and in a container, it would not start otherwise. */
export const CHROMIUM = [
	'--disable-dev-shm-usage',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/**
 * Makes a profile ready for puppeteer to start Firefox on: a killed one leaves puppeteer's copies of these files
 * behind, and it stumbles over them.
 *
 * @param {string} profile
 */
export async function readyForFirefox(profile) {
	for (const name of ['user.js', 'prefs.js']) {
		await rm(join(profile, `${name}.puppeteer`), { force: true });
		await appendFile(join(profile, name), '');
	}
}

/**
 * Whether a browser's process has ended, or none was started.
 *
 * @param {import('puppeteer-core').Browser | null | undefined} browser
 */
function hasEnded(browser) {
	const child = browser?.process();
	return !child || child.exitCode !== null || child.signalCode !== null;
}

/**
 * Waits until its process has ended.
 *
 * @param {import('puppeteer-core').Browser | null | undefined} browser
 * @returns {Promise<void>}
 */
export async function ended(browser) {
	if (hasEnded(browser)) return;
	await new Promise((resolve) => browser?.process()?.once('exit', resolve));
}

/**
 * SIGKILL to the whole process group; returns when it is dead.
 *
 * @param {import('puppeteer-core').Browser | null | undefined} browser
 */
export async function killWhole(browser) {
	const pid = browser?.process()?.pid;
	if (pid === undefined || hasEnded(browser)) return;
	const gone = ended(browser);
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		process.kill(pid, 'SIGKILL');
	}
	await gone;
}
