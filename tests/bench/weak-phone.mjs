import { byItself, byPassphrase } from './opening.mjs';
import { searching } from './searching.mjs';
import { saving, typing } from './writing.mjs';

/** How many times as long a weak phone takes for the same work, about. */
export const SLOWER = 6;
const OPENINGS = 3;
const SAVES = 20;
/** From the passphrase to the list, in milliseconds, up to 10,000 entries. */
const UNLOCKED = 4_000;

/**
 * A browser whose new pages run on a processor slowed down. Chromium slows the page's own thread and not its workers,
 * so what the vault's worker does, deriving the key above all, takes as long as ever.
 *
 * @param {import('puppeteer-core').Browser} browser
 */
const slowed = (browser) => ({
	async newPage() {
		const page = await browser.newPage();
		await page.emulateCPUThrottling(SLOWER);
		return page;
	}
});

/**
 * What a weak phone would make of the same journal. The last of all measurements in a profile, since it ends with the
 * passphrase.
 *
 * @param {import('./opening.mjs').Place} place
 */
export async function weakPhone({ browser, url, filled }) {
	const place = {
		browser: /** @type {import('puppeteer-core').Browser} */ (slowed(browser)),
		url,
		filled
	};
	return {
		byItself: await byItself(place, OPENINGS),
		saving: await saving(place, SAVES),
		typing: await typing(place),
		searching: await searching(place),
		byPassphrase: await byPassphrase(place, OPENINGS)
	};
}

/**
 * @param {Awaited<ReturnType<typeof weakPhone>>} one
 * @returns {import('./report.mjs').Line[]}
 */
export function weakPhoneLines({ byItself, saving, typing, searching, byPassphrase }) {
	const unlocked = (byPassphrase.untilKey ?? NaN) + (byPassphrase.firstScreen ?? NaN);
	/** @param {string} name @param {string} said @returns {import('./report.mjs').Line} */
	const told = (name, said) => ({
		name: `×${SLOWER} slower: ${name}`,
		budget: '–',
		said,
		within: null
	});
	return [
		{
			...told('passphrase to list', `${unlocked} ms (${byPassphrase.firstScreen} from the key on)`),
			budget: `${UNLOCKED.toLocaleString('en')} ms`,
			within: unlocked <= UNLOCKED
		},
		told('key to first screen, by itself', `${byItself.firstScreen} ms`),
		told(
			'save',
			`p50 ${saving.p50} ms, p95 ${saving.p95} (bare put ${saving.bare50}, ${saving.bare95})`
		),
		told(
			'typing, p95',
			`${typing.whileOpening} ms while it opens, ${typing.whileSaving} while it saves`
		),
		told('search, letter to first lines, p95', `${searching.first95} ms (p50 ${searching.first50})`)
	];
}
