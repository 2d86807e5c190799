import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { findFirefox, firefoxPlaces } from '../../scripts/find-firefox.mjs';
import { installedBrowsers } from '../../scripts/installed-browsers.mjs';
import { Problem } from '../../scripts/run.mjs';
import { startInspected } from './driven-by-inspector.mjs';
import { startDriven } from './driven-by-puppeteer.mjs';
import { startWebKit } from './driven-by-webdriver.mjs';

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} missing what was not found, and what would say where it is; empty when it is all here
 * @property {(home: string) => Promise<import('./engines.mjs').Browser>} start on a folder of its own
 * @property {(home: string) => Promise<import('./engines.mjs').Browser>} startKeeping the same, so that it finds
 *   there what it kept when it was last started
 */

const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const LIBRARIES = '/usr/lib';

/** The engines by the names that OWN_VOICE_ENGINES has for them. */
const engines = { chromium: chromiumHere, firefox: firefoxHere, webkit: webKitHere };

/**
 * The engines to go through: those that OWN_VOICE_ENGINES names, between commas, or else all.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ wanted: Engine[], named: boolean }} missing ones among them, and whether they were named
 * @throws {Problem} when a name is none of an engine
 */
export function whichEngines(env) {
	const names = (env.OWN_VOICE_ENGINES ?? '').split(',').flatMap((name) => name.trim() || []);
	for (const name of names) {
		if (Object.hasOwn(engines, name)) continue;
		const known = Object.keys(engines).join(', ');
		throw new Problem(`OWN_VOICE_ENGINES names ${name}; what it can name is ${known}.`);
	}
	const wanted = Object.entries(engines).filter(
		([name]) => names.length === 0 || names.includes(name)
	);
	return { wanted: wanted.map(([, here]) => here(env)), named: names.length > 0 };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Engine}
 */
function chromiumHere(env) {
	const named = env.OWN_VOICE_BROWSER;
	const usual = [chromium.executablePath(), ...installedBrowsers(process.platform, env)];
	const program = (named ? [named] : usual).find((path) => runs(path));
	const chrome = (home) => startDriven('chrome', program ?? '', home);
	return {
		name: 'Chromium',
		missing: program ? '' : missing([named ?? 'a browser of this kind'], 'OWN_VOICE_BROWSER'),
		start: chrome,
		startKeeping: chrome
	};
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Engine}
 */
function firefoxHere(env) {
	const program = findFirefox(env);
	const firefox = (home) => startDriven('firefox', program ?? '', home);
	return {
		name: 'Firefox',
		missing: program ? '' : missing(firefoxPlaces(env), 'OWN_VOICE_FIREFOX'),
		start: firefox,
		startKeeping: firefox
	};
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Engine}
 */
function webKitHere(env) {
	const driver = env.OWN_VOICE_WEBKIT_DRIVER ?? WEBKIT_DRIVER;
	const usual = env.OWN_VOICE_MINIBROWSER ? [env.OWN_VOICE_MINIBROWSER] : miniBrowsers();
	const browser = usual.find((path) => existsSync(path));
	const lacking = [
		existsSync(driver) ? '' : missing([driver], 'OWN_VOICE_WEBKIT_DRIVER'),
		browser ? '' : missing([`MiniBrowser below ${LIBRARIES}`], 'OWN_VOICE_MINIBROWSER'),
		env.DISPLAY || runs('xvfb-run', '--help') ? '' : 'no screen (DISPLAY), and no xvfb-run for one'
	];
	return {
		name: 'WebKitGTK',
		missing: lacking.filter(Boolean).join('; '),
		start: (home) => startWebKit({ driver, browser: browser ?? '' }, home),
		startKeeping: (home) => startInspected(browser ?? '', home)
	};
}

/** Where distributions put WebKitGTK's own browser, which is in no PATH. */
function miniBrowsers() {
	if (!existsSync(LIBRARIES)) return [];
	const folders = [LIBRARIES, ...readdirSync(LIBRARIES).map((name) => join(LIBRARIES, name))];
	return ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].flatMap((version) =>
		folders.map((folder) => join(folder, version, 'MiniBrowser'))
	);
}

/**
 * @param {string[]} paths
 * @param {string} variable
 */
const missing = (paths, variable) => `none at ${paths.join(', ')}; ${variable} can name one`;

/**
 * @param {string} program
 * @param {string} question
 */
function runs(program, question = '--version') {
	return spawnSync(program, [question], { stdio: 'ignore' }).status === 0;
}
