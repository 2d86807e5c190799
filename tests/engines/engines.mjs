/*
 * The main journeys on the built app, in every engine that is here: Chromium, Firefox and WebKitGTK. Prints one
 * table. What an engine cannot do is named in it with the reason; a journey that fails ends the run with 1.
 *
 *   npm run test:engines
 *
 * OWN_VOICE_ENGINES=firefox,webkit names the engines to go through; one that was named and is not installed ends
 * the run with 1 too. OWN_VOICE_BROWSER, OWN_VOICE_FIREFOX, OWN_VOICE_WEBKIT_DRIVER and OWN_VOICE_MINIBROWSER say
 * where their programs are.
 */
import process from 'node:process';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { main } from '../../scripts/run.mjs';
import { goThrough } from './going-through.mjs';
import { printTable } from './table.mjs';
import { whichEngines } from './which-engines.mjs';

/**
 * What drives an engine, whatever protocol it speaks.
 *
 * @typedef {object} Browser
 * @property {string} version empty where it does not say
 * @property {string} downloads the folder in which what is saved from a page lands
 * @property {() => Promise<Tab>} newTab
 * @property {() => Promise<void>} close as a person closes it
 */

/**
 * @typedef {object} Tab
 * @property {(address: string) => Promise<void>} goto
 * @property {() => Promise<void>} reload
 * @property {(work: Function, ...args: unknown[]) => Promise<any>} evaluate runs in the page, sent there as text
 * @property {(selector: string, words: string) => Promise<void>} click with the pointer, on what `find` finds
 * @property {(text: string) => Promise<void>} type key by key, where the caret is
 * @property {(selector: string, path: string) => Promise<void>} give chooses a file for a field
 * @property {() => Promise<void>} toFront
 */

await main(import.meta.url, async () => {
	await ensureBuilt(process.cwd());
	const { wanted, named } = whichEngines(process.env);
	const columns = [];
	for (const engine of wanted) {
		if (engine.missing) console.error(`NOT HERE: ${engine.name}: ${engine.missing}`);
		columns.push(
			engine.missing ? { engine, version: '', took: 0, outcomes: null } : await goThrough(engine)
		);
	}
	printTable(columns);
	const failed = columns.some(({ outcomes }) => outcomes?.some(({ kind }) => kind === 'fails'));
	const lacking = named && columns.some(({ engine }) => engine.missing);
	return failed || lacking ? 1 : 0;
});
