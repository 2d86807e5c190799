import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	dynamicImports,
	importCalls,
	reach,
	resolveFrom,
	staticImports
} from './script-imports.mjs';

/**
 * What a page loads, as addresses such as `/_app/immutable/chunks/x.js`.
 *
 * @typedef {object} PageLoad
 * @property {string[]} atOnce scripts that run before anyone does anything
 * @property {string[]} later scripts that only a dynamic import or a worker brings
 * @property {string[]} styles
 * @property {string[]} fonts those of the usual typeface that the styles offer for Latin text
 */

// SvelteKit fetches the outermost layout and the error page as it starts, on every page.
const ALWAYS_LOADED_NODE = /\/nodes\/[01]\.[^/]+$/;

/**
 * Lists the prerendered pages of a build.
 *
 * @param {string} root the build
 * @returns {{ pathname: string, file: string }[]} sorted by address
 */
export function findPages(root) {
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.map((file) => file.replaceAll('\\', '/'))
		.map((file) => ({ pathname: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, file }))
		.sort((a, b) => a.pathname.localeCompare(b.pathname, 'en', { numeric: true }));
}

/**
 * Follows a page to every script, style and font it loads.
 *
 * The app's entry can import every page of the app. Those are other pages' weight, so of the
 * dynamic imports of the entries only the two that every page fetches are followed.
 *
 * @param {string} root the build
 * @param {{ pathname: string, file: string }} page
 * @returns {PageLoad}
 * @throws {Error} when the page names a script that is not in the build
 */
export function pageLoad(root, { pathname, file }) {
	const html = readFileSync(join(root, file), 'utf8');
	const tags = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
	const own = tags
		.flatMap(([, attributes = '']) => /\bsrc="([^"]+)"/.exec(attributes)?.[1] ?? [])
		.map((source) => resolveFrom(pathname, source));
	const entries = tags.flatMap(([, , code = '']) => importCalls(code, pathname));
	const started = entries
		.flatMap((entry) => dynamicImports(root, entry))
		.filter((script) => ALWAYS_LOADED_NODE.test(script));

	const first = [...own, ...entries, ...linked(html, 'modulepreload', pathname), ...started];
	const atOnce = reach(first, (script) => staticImports(root, script));
	const broughtLater = atOnce
		.filter((script) => !entries.includes(script))
		.flatMap((script) => dynamicImports(root, script));
	const later = reach(broughtLater, (script) => [
		...staticImports(root, script),
		...dynamicImports(root, script)
	]).filter((script) => !atOnce.includes(script));

	const styles = linked(html, 'stylesheet', pathname);
	const fonts = new Set(styles.flatMap((style) => latinFonts(root, style)));
	return { atOnce, later, styles, fonts: [...fonts] };
}

/**
 * @param {string} html
 * @param {string} relation
 * @param {string} pathname
 * @returns {string[]} the addresses of the page's links of one kind
 */
function linked(html, relation, pathname) {
	return [...html.matchAll(/<link\b[^>]*>/g)]
		.map(([tag]) => tag)
		.filter((tag) => new RegExp(`\\brel="?${relation}["\\s>]`).test(tag))
		.flatMap((tag) => /\bhref="([^"]+)"/.exec(tag)?.[1] ?? [])
		.map((href) => resolveFrom(pathname, href));
}

/**
 * @param {string} root
 * @param {string} style
 * @returns {string[]}
 */
function latinFonts(root, style) {
	const css = readFileSync(join(root, style), 'utf8');
	// Other typefaces come only where a person has chosen them.
	const usual = /--serif:\s*["']?([\w ]+)/.exec(css)?.[1];
	return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face = '']) => {
		// A face without a range is for everything.
		const range = /unicode-range:([^;]+)/i.exec(face)?.[1] ?? 'U+0-10FFFF';
		const font = /url\(["']?([^"')]+\.woff2)/.exec(face)?.[1];
		const family = /font-family:\s*["']?([\w ]+)/.exec(face)?.[1];
		if (usual && family !== usual) return [];
		return font && hasLetterA(range) ? [resolveFrom(style, font)] : [];
	});
}

/**
 * Whether a CSS range such as `U+??,U+131,U+2000-206F` holds the letter a, as the Latin one does.
 *
 * @param {string} range
 */
function hasLetterA(range) {
	return [...range.matchAll(/U\+([\da-f?]+)(?:-([\da-f]+))?/gi)].some(
		([, first = '', last = first]) => {
			const from = parseInt(first.replaceAll('?', '0'), 16);
			const to = parseInt(last.replaceAll('?', 'F'), 16);
			return from <= 0x61 && 0x61 <= to;
		}
	);
}
