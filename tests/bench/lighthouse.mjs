/*
 * Lighthouse on every page of the build, as a phone meets it: simulated slow network and processor, an empty browser.
 *
 *   node tests/bench/lighthouse.mjs [--once] [addresses]     all pages unless some are given, such as /read/1/
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
import { main, Problem, run } from '../../scripts/run.mjs';
import { startServer } from '../../scripts/serve.mjs';
import { launch } from './browser.mjs';
import { median, rounded } from './numbers.mjs';
import { visitable } from './pages.mjs';

const VERSION = '12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** A page whose performance is below 100 is looked at so many times, and the median counts: a machine has other work. */
const TIMES = 3;
/** A browser on a busy machine now and then fails to record a page; then it is looked at again. */
const FAILURES = 3;

/**
 * The scores of a page from 0 to 100 by category, the load of the machine meanwhile, and what kept it from 100.
 *
 * @typedef {object} Looked
 * @property {string} page
 * @property {Record<string, number>} scores
 * @property {number} load
 * @property {string[]} found the audits that were not passed, by name
 */

/**
 * @param {object} [about]
 * @param {string[]} [about.only] addresses; all pages without them
 * @param {number} [about.times] looks at a page that is not as fast as it can be
 * @returns {Promise<Looked[]>}
 * @throws {Problem} when Lighthouse is not there and cannot be fetched
 */
export async function lighthouse({ only = [], times = TIMES } = {}) {
	const audit = await fetched();
	const root = new URL('../../build', import.meta.url).pathname;
	const server = await startServer({ root, port: 0 });
	const profile = await mkdtemp(join(tmpdir(), 'own-voice-lighthouse-profile-'));
	const browser = await launch(profile);
	const port = Number(new URL(browser.wsEndpoint()).port);
	/** @type {Looked[]} */
	const all = [];
	try {
		for (const page of visitable(root, only)) {
			const one = await look(audit, new URL(page, server.url).href, port, times);
			all.push({ page, ...one });
			console.error(`Lighthouse ${page} ${Object.values(one.scores).join(' ')}`);
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
			throw new Problem(
				`Lighthouse ${VERSION} could not be fetched; that needs the network, once.`
			);
		}
	}
	return (await import(pathToFileURL(entry).href)).default;
}

/**
 * @param {Function} audit
 * @param {string} url
 * @param {number} port of the browser
 * @param {number} times
 * @returns {Promise<Omit<Looked, 'page'>>}
 */
async function look(audit, url, port, times) {
	const first = await once(audit, url, port);
	const turns = [first];
	while (first.scores.performance !== 100 && turns.length < times) {
		turns.push(await once(audit, url, port));
	}
	// Speed swings with the machine. The other categories are exact, so there the worst look counts.
	const scores = Object.fromEntries(
		CATEGORIES.map((name) => {
			const all = turns.map((turn) => turn.scores[name] ?? 0);
			return [name, name === 'performance' ? median(all) : Math.min(...all)];
		})
	);
	return {
		scores,
		load: rounded(Math.max(...turns.map(({ load }) => load)), 1),
		found: [...new Set(turns.flatMap(({ found }) => found))]
	};
}

/**
 * @param {Function} audit
 * @param {string} url
 * @param {number} port
 * @returns {Promise<Omit<Looked, 'page'>>}
 */
async function once(audit, url, port) {
	let failure = '';
	for (let turn = 0; turn < FAILURES; turn += 1) {
		const load = loadavg()[0] ?? 0;
		const { lhr } = await audit(url, { port, logLevel: 'silent', onlyCategories: CATEGORIES });
		failure = lhr.runtimeError?.message ?? '';
		if (failure) continue;
		const scores = Object.fromEntries(CATEGORIES.map((name) => [name, scoreOf(lhr, name)]));
		return { scores, load, found: CATEGORIES.flatMap((name) => failed(lhr, name)) };
	}
	const scores = Object.fromEntries(CATEGORIES.map((name) => [name, 0]));
	return { scores, load: loadavg()[0] ?? 0, found: [failure] };
}

/** @param {any} lhr @param {string} category */
const scoreOf = (lhr, category) => Math.round((lhr.categories[category].score ?? 0) * 100);

/** @param {any} lhr @param {string} category */
function failed(lhr, category) {
	return lhr.categories[category].auditRefs
		.filter((/** @type {any} */ { weight }) => weight > 0)
		.map((/** @type {any} */ { id }) => lhr.audits[id])
		.filter((/** @type {any} */ { score }) => score !== null && score < 1)
		.map((/** @type {any} */ { id }) => id);
}

/**
 * @param {Looked[]} all
 * @returns {import('./report.mjs').Line[]} one for each category
 */
export const lighthouseLines = (all) =>
	CATEGORIES.map((category) => {
		const below = all.filter(({ scores }) => (scores[category] ?? 0) < 100);
		const least = Math.min(...all.map(({ scores }) => scores[category] ?? 0));
		return {
			name: `Lighthouse, ${category}`,
			budget: '100, every page',
			said: `${all.length - below.length} of ${all.length} pages (the least ${least})`,
			within: below.length === 0
		};
	});

/**
 * The scores of each page as a table of Markdown.
 *
 * @param {Looked[]} all
 */
export const scoresOf = (all) =>
	[
		['page', ...CATEGORIES, 'load', 'not passed'],
		Array(CATEGORIES.length + 3).fill('---'),
		...all.map(({ page, scores, load, found }) => [
			page,
			...CATEGORIES.map((name) => scores[name]),
			load,
			found.join('; ')
		])
	]
		.map((row) => `| ${row.join(' | ')} |`)
		.join('\n');

await main(import.meta.url, async () => {
	await ensureBuilt(new URL('../..', import.meta.url).pathname);
	const args = process.argv.slice(2);
	const only = args.filter((arg) => arg !== '--once');
	const all = await lighthouse({ only, times: only.length < args.length ? 1 : TIMES });
	console.log(scoresOf(all));
	return lighthouseLines(all).every(({ within }) => within) ? 0 : 1;
});
