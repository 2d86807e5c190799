/**
 * The tests, tested: faults put into the source on purpose, each of which must turn the tests red that are named for it.
 *
 * Works in a copy in a temporary folder and leaves the project as it is. A fault whose text is not found exactly once, a
 * test that is not green without the fault, and a test that stays green with it all make the run fail.
 *
 * `npm run test:mutants` runs them all; with words behind `--` only those whose names have one of them in it, and with
 * `--shard 1/4` every fourth.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findBrowser, findShell } from '../../scripts/find-browser.mjs';
import { main, Problem } from '../../scripts/run.mjs';
import { shardFrom } from '../../scripts/shard.mjs';
import { copyOf } from './copy.mjs';
import { mutants } from './list.mjs';
import { lostIn } from './mutant.mjs';
import { build, outcomesOf } from './outcomes.mjs';

/** @typedef {import('./list.mjs').Mutant} Mutant */
/** @typedef {import('./outcomes.mjs').Named} Named */
/** @typedef {ReturnType<typeof copyOf>} Copy */

const kinds = /** @type {const} */ (['node', 'browser', 'built', 'whole']);
/** @param {Named['in']} kind */
const needsBuild = (kind) => kind === 'built' || kind === 'whole';

/**
 * Refuses to begin where the text of a fault is not in the source exactly once.
 *
 * @param {Copy} copy
 * @param {readonly Mutant[]} chosen
 */
function checkFound(copy, chosen) {
	const lost = lostIn(chosen, copy.read);
	if (lost.length === 0) return;
	const lines = lost.map(({ name, file }) => `  ${name}: ${file}`);
	throw new Problem(`The text to change is not there exactly once:\n${lines.join('\n')}`);
}

/**
 * Refuses to go on where a named test is not green as things are: then its going red would say nothing.
 *
 * @param {Copy} copy
 * @param {readonly Mutant[]} chosen
 */
async function checkGreen(copy, chosen) {
	for (const kind of kinds) {
		const named = chosen.flatMap(({ red }) => red).filter((one) => one.in === kind);
		if (named.length === 0) continue;
		if (needsBuild(kind) && !(await build(copy.folder))) throw new Problem('It does not build.');
		const outcomes = await outcomesOf(copy.folder, kind, named);
		const not = named.filter((_, index) => outcomes[index] !== 'green');
		if (not.length === 0) continue;
		const lines = not.map(({ file, name }) => `  ${file}: ${name}`);
		throw new Problem(`Not green without any fault:\n${lines.join('\n')}`);
	}
}

/**
 * Puts one fault into the copy, runs what must go red, and takes it out again.
 *
 * @param {Copy} copy
 * @param {Mutant} mutant
 * @returns {Promise<{ test: Named, said: string }[]>} each test with what became of it
 */
async function tried(copy, { file, find, put, red }) {
	const text = copy.read(file);
	copy.write(file, text.split(find).join(put));
	try {
		const all = [];
		for (const kind of kinds) {
			const named = red.filter((one) => one.in === kind);
			if (named.length === 0) continue;
			if (needsBuild(kind) && !(await build(copy.folder))) {
				all.push(...named.map((test) => ({ test, said: 'DOES NOT BUILD' })));
				continue;
			}
			const outcomes = await outcomesOf(copy.folder, kind, named);
			const words = { red: 'red', green: 'STILL GREEN', 'did not run': 'DID NOT RUN' };
			all.push(...named.map((test, at) => ({ test, said: words[outcomes[at] ?? 'did not run'] })));
		}
		return all;
	} finally {
		copy.write(file, text);
	}
}

/** @param {number} since */
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

await main(import.meta.url, async () => {
	const root = fileURLToPath(new URL('../..', import.meta.url));
	const { shard, rest: words } = shardFrom(process.argv.slice(2));
	const chosen = mutants.filter(
		({ name }, at) =>
			(words.length === 0 || words.some((word) => name.includes(word))) &&
			(shard === null || at % shard.count === shard.index - 1)
	);
	if (chosen.length === 0) throw new Problem('No fault has such a name.');
	const browser = await findBrowser(root);
	process.env.OWN_VOICE_SHELL = (await findShell(root, browser)).executablePath;
	process.env.OWN_VOICE_BROWSER = browser.executablePath;
	const begun = performance.now();
	const copy = copyOf(root);
	process.once('exit', copy.remove);
	process.once('SIGINT', () => process.exit(130));
	checkFound(copy, chosen);
	await checkGreen(copy, chosen);
	console.log(`Green without a fault after ${seconds(begun)} s.\n`);
	let missed = 0;
	for (const mutant of chosen) {
		const since = performance.now();
		for (const { test, said } of await tried(copy, mutant)) {
			if (said !== 'red') missed += 1;
			console.log(
				`${said.padEnd(14)} ${seconds(since).padStart(5)} s  ${mutant.name}\n${' '.repeat(24)}${test.file}: ${test.name}`
			);
		}
	}
	console.log(`\n${chosen.length} faults in ${seconds(begun)} s; ${missed} not noticed.`);
	return missed === 0 ? 0 : 1;
});
