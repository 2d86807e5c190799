import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { drawnElsewhere } from '../tests/pictures/drawn-with.mjs';
import { findFirefox } from './find-firefox.mjs';
import { npmScript, playwright, vitest } from './test-commands.mjs';

/** @typedef {import('./test-commands.mjs').Command} Command */

/**
 * A piece of the whole run: a command that can be run by itself, on a machine of its own if need be.
 *
 * @typedef {Command & { minutes: number, lacking?: () => string | null | Promise<string | null> }} Piece `minutes` is what it takes on two quiet
 *   cores, about, by which the pieces are dealt out to machines; `lacking` says what it needs and is not here, and gives
 *   null when all is
 */

/** How many journals are backed up and brought back, and how many backups go through `age`. */
const [JOURNALS, BACKUPS] = ['100', '100'];
/** How often each browser is killed, in so many pieces. */
const [KILLS, KILL_PIECES] = [100, 4];

/**
 * Everything that is proven, each in its whole form.
 *
 * @param {string} reports the folder for the counts
 * @returns {Piece[]} in the order in which they run: what says most, soonest, comes first
 */
export function wholeRun(reports) {
	/** @type {(project: string) => (name: string, shard: string) => Command} */
	const inVitest = (project) => (name, shard) =>
		vitest(reports, name, [`--project=${project}`, shard]);
	/** @type {(project: string) => (name: string, shard: string) => Command} */
	const onTheApp = (project) => (name, shard) =>
		playwright(reports, name, [`--project=${project}`, shard]);
	return [
		{ ...npmScript('check'), minutes: 0.5 },
		{ ...npmScript('lint:uncached'), minutes: 1 },
		{ ...npmScript('unused'), minutes: 0.5 },
		...inParts('node', 2, 4, inVitest('node')),
		...inParts('browser', 6, 18, inVitest('browser')),
		...inParts('audit', 2, 4, onTheApp('audit')),
		...inParts('journeys', 6, 15, onTheApp('journeys')),
		...inParts('timed', 2, 4, onTheApp('timed')),
		...inParts('disk', 8, 30, onTheApp('disk')),
		...inParts('mutants', 8, 16, (name, shard) => ({
			...npmScript('test:mutants', [shard]),
			name
		})),
		...fromOutside(),
		{
			...playwright(reports, 'pictures', ['--config=tests/pictures/playwright.config.ts']),
			minutes: 6,
			lacking: drawnElsewhere
		},
		{ ...npmScript('bench'), minutes: 15 }
	];
}

/**
 * A command in parts, which can be resumed and dealt out one by one.
 *
 * @param {string} name
 * @param {number} count of the parts
 * @param {number} minutes all of it takes
 * @param {(name: string, shard: string) => Command} command a part of it, given its name and `--shard=…`
 * @returns {Piece[]}
 */
function inParts(name, count, minutes, command) {
	return Array.from({ length: count }, (_, index) => {
		const part = `${index + 1}/${count}`;
		return { ...command(`${name} ${part}`, `--shard=${part}`), minutes: minutes / count };
	});
}

/**
 * What is done to the app and its files from outside, by programs that need not be there.
 *
 * @returns {Piece[]}
 */
function fromOutside() {
	const browsers = [
		{ browser: 'chromium', lacking: () => null },
		{ browser: 'firefox', lacking: noFirefox }
	];
	return [
		...browsers.flatMap(({ browser, lacking }) => [
			...Array.from({ length: KILL_PIECES }, (_, index) => ({
				...npmScript('test:durability', [String(KILLS / KILL_PIECES), browser]),
				name: `durability, ${browser} ${index + 1}/${KILL_PIECES}`,
				minutes: 3,
				lacking
			})),
			{
				...script('full-disk', [browser]),
				name: `full disk, ${browser}`,
				minutes: 1,
				lacking: () => noSmallDisk() ?? lacking()
			},
			{
				...script('restore-equal', [browser, JOURNALS]),
				name: `restored, ${browser}`,
				minutes: 2,
				lacking
			}
		]),
		{
			...script('age-both-ways', [BACKUPS]),
			name: 'age, both ways',
			minutes: 3,
			lacking: () => noPrograms(['age', 'unzip', 'script'])
		},
		...['chromium', 'firefox', 'webkit'].map((engine) => ({
			...npmScript('test:engines'),
			name: `engines, ${engine}`,
			env: { OWN_VOICE_ENGINES: engine },
			minutes: 3,
			lacking: () => noEngine(engine)
		}))
	];
}

/**
 * A script of tests/durability.
 *
 * @param {string} name
 * @param {string[]} args
 * @returns {Command}
 */
function script(name, args) {
	return { name, args: ['exec', '--', 'node', `tests/durability/${name}.mjs`, ...args] };
}

/**
 * @param {string} name
 * @returns {Promise<string | null>}
 */
async function noEngine(name) {
	// What drives the engines is no part of what the compiler reads.
	const path = new URL('../tests/engines/which-engines.mjs', import.meta.url).href;
	const { whichEngines } = await import(path);
	const [engine] = whichEngines({ ...process.env, OWN_VOICE_ENGINES: name }).wanted;
	return engine.missing === '' ? null : engine.missing;
}

/** @returns {string | null} */
function noFirefox() {
	return findFirefox() ? null : 'no Firefox is installed; OWN_VOICE_FIREFOX can name one';
}

/** @returns {string | null} */
function noSmallDisk() {
	const may = process.platform === 'linux' && process.getuid?.() === 0;
	return may ? null : 'only root, and only on Linux, can mount a small disk';
}

/**
 * @param {string[]} programs
 * @returns {string | null}
 */
function noPrograms(programs) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const missing = programs.filter(
		(program) => !folders.some((folder) => existsSync(join(folder, program)))
	);
	return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`;
}
