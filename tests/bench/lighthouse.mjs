/*
 * Lighthouse on every page of the build, as a phone meets it: simulated slow network and processor, an empty browser.
 *
 *   node tests/bench/lighthouse.mjs [addresses]      all pages unless some are given, such as /read/1/
 *
 * Lighthouse is no dependency of the project. It is fetched once into the system's temporary folder, or taken from the
 * folder OWN_VOICE_LIGHTHOUSE names, which holds a node_modules with it.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { findPages } from '../../scripts/page-graph.mjs';
import { main, Problem, run } from '../../scripts/run.mjs';
import { startServer } from '../../scripts/serve.mjs';
import { launch } from './browser.mjs';
import { median, rounded } from './numbers.mjs';

const VERSION = '12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** A page whose performance is below 100 is looked at so many times, and the median counts: a machine has other work. */
const TIMES = 3;
/** `/wipe/` erases everything when it is fetched; the other two are shown in another page's place, never gone to. */
const LEFT_OUT = ['/wipe/', '/offline/', '/404.html'];

/**
 * The scores of a page from 0 to 100 by category, the load of the machine meanwhile, and what kept it from 100.
 *
 * @typedef {object} Looked
 * @property {string} page
 * @property {Record<string, number>} scores
 * @property {number} load
 * @property {string[]} found one sentence for each audit that was not passed
 */

/** @param {string[]} [only] addresses; all pages without them */
export async function lighthouse(only = []) {
	const audit = await fetched();
	const root = new URL('../../build', import.meta.url).pathname;
	const pages = findPages(root)
		.map(({ pathname }) => pathname)
		.filter((page) => (only.length > 0 ? only.includes(page) : !LEFT_OUT.includes(page)));
	const server = await startServer({ root, port: 0 });
	const profile = await mkdtemp(join(tmpdir(), 'own-voice-lighthouse-profile-'));
	const browser = await launch(profile);
	const port = Number(new URL(browser.wsEndpoint()).port);
	/** @type {Looked[]} */
	const all = [];
	try {
		for (const page of pages) {
			const one = await look(audit, new URL(page, server.url).href, port);
			all.push({ page, ...one });
			console.error(`${page} ${Object.values(one.scores).join(' ')} ${one.found.join(' ')}`);
		}
	} finally {
		await browser.close();
		await server.close();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
	return all;
}

/** @returns {Promise<Function>} Lighthouse itself */
async function fetched() {
	const folder =
		process.env.OWN_VOICE_LIGHTHOUSE ?? join(tmpdir(), `own-voice-lighthouse-${VERSION}`);
	const entry = join(folder, 'node_modules', 'lighthouse', 'core', 'index.js');
	if (!existsSync(entry)) {
		const quietly = ['--no-audit', '--no-fund', '--ignore-scripts'];
		const wanted = `lighthouse@${VERSION}`;
		const code = await run('npm', ['install', '--prefix', folder, ...quietly, wanted]);
		if (code !== 0 || !existsSync(entry)) {
			throw new Problem(`Lighthouse ${VERSION} could not be fetched; that needs the network, once.`);
		}
	}
	return (await import(pathToFileURL(entry).href)).default;
}

/**
 * @param {Function} audit
 * @param {string} url
 * @param {number} port of the browser
 * @returns {Promise<Omit<Looked, 'page'>>}
 */
async function look(audit, url, port) {
	const turns = [];
	do {
		const load = loadavg()[0] ?? 0;
		const { lhr } = await audit(url, { port, logLevel: 'error', onlyCategories: CATEGORIES });
		if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
		turns.push({ load, lhr });
		// The other categories are exact: one look is enough.
	} while (turns.length < TIMES && scoreOf(turns.at(-1)?.lhr, 'performance') < 100);
	const { lhr } = turns[0] ?? {};
	const scores = Object.fromEntries(CATEGORIES.map((name) => [name, scoreOf(lhr, name)]));
	// A first look at 100 stands; a first below it is outvoted by the two after it.
	const performances = turns.map((turn) => scoreOf(turn.lhr, 'performance'));
	scores.performance = performances.includes(100) && turns.length < TIMES ? 100 : median(performances);
	return {
		scores,
		load: rounded(Math.max(...turns.map(({ load }) => load)), 1),
		found: CATEGORIES.filter((name) => (scores[name] ?? 0) < 100).flatMap((name) => failed(lhr, name))
	};
}

/** @param {any} lhr @param {string} category */
const scoreOf = (lhr, category) => Math.round((lhr.categories[category].score ?? 0) * 100);

/** @param {any} lhr @param {string} category */
function failed(lhr, category) {
	return lhr.categories[category].auditRefs
		.filter((/** @type {any} */ { weight }) => weight > 0)
		.map((/** @type {any} */ { id }) => lhr.audits[id])
		.filter((/** @type {any} */ { score }) => score !== null && score < 1)
		.map((/** @type {any} */ { id, displayValue = '' }) => `${id} ${displayValue}`.trim());
}

await main(import.meta.url, async () => {
	await ensureBuilt(new URL('../..', import.meta.url).pathname);
	const all = await lighthouse(process.argv.slice(2));
	console.log(['page', ...CATEGORIES, 'load', 'found'].join(' | '));
	for (const { page, scores, load, found } of all) {
		console.log([page, ...CATEGORIES.map((name) => scores[name]), load, found.join('; ')].join(' | '));
	}
});
