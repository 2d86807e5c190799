/**
 * One block of a headers file.
 *
 * @typedef {object} Rule
 * @property {RegExp} pattern the addresses it is for
 * @property {Set<string>} detach header names to take away first, in lower case
 * @property {Record<string, string>} set header values by name, in lower case
 */

/**
 * Reads a `_headers` file, the format in which Netlify and Cloudflare Pages take response headers:
 * an address pattern at the start of a line, then indented `Name: value` lines. `*` stands for
 * anything, `:name` for one part of the address, `! Name` takes away what an earlier block gave,
 * and `#` begins a comment.
 *
 * Where two blocks give the same header, one host joins the values with a comma and the other keeps
 * the last. Joining is done here, since a file that is right when joined, with `! Name` before each
 * value that replaces another, is right on both.
 *
 * @param {string} text the file
 * @returns {(pathname: string) => Record<string, string>} the headers for an address, names in lower case
 * @throws {Error} that names the line, when a header stands before any pattern or has no name or value
 */
export function parseHeaders(text) {
	const rules = readRules(text);
	return function headersFor(pathname) {
		/** @type {Map<string, string>} */
		const headers = new Map();
		for (const rule of rules.filter(({ pattern }) => pattern.test(pathname))) {
			for (const name of rule.detach) headers.delete(name);
			for (const [name, value] of Object.entries(rule.set)) {
				headers.set(name, joined(headers.get(name), value));
			}
		}
		return Object.fromEntries(headers);
	};
}

/**
 * @param {string} text
 * @returns {Rule[]}
 */
function readRules(text) {
	/** @type {Rule[]} */
	const rules = [];
	for (const [index, raw] of text.split(/\r?\n/).entries()) {
		const line = raw.trim();
		if (line === '' || line.startsWith('#')) continue;
		if (line.startsWith('/')) {
			rules.push({ pattern: toPattern(line), detach: new Set(), set: {} });
			continue;
		}
		const rule = rules.at(-1);
		if (!rule) throw new Error(`_headers, line ${index + 1}: a header stands before any address`);
		readHeaderLine(line, rule, index + 1);
	}
	return rules;
}

/**
 * @param {string} line
 * @param {Rule} rule
 * @param {number} number
 */
function readHeaderLine(line, rule, number) {
	const detached = /^!\s*([\w-]+)$/.exec(line)?.[1];
	if (detached) {
		rule.detach.add(detached.toLowerCase());
		return;
	}
	const [, name, value] = /^([\w-]+)\s*:\s*(.+)$/.exec(line) ?? [];
	if (!name || !value) {
		throw new Error(`_headers, line ${number}: this is not "Name: value": ${line}`);
	}
	rule.set[name.toLowerCase()] = joined(rule.set[name.toLowerCase()], value);
}

/**
 * @param {string | undefined} earlier
 * @param {string} value
 */
const joined = (earlier, value) => (earlier === undefined ? value : `${earlier}, ${value}`);

/** @param {string} pattern */
function toPattern(pattern) {
	const source = pattern
		.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
		.replace(/\*/g, '.*')
		.replace(/:[a-z]\w*/gi, '[^/]+');
	return new RegExp(`^${source}$`);
}
