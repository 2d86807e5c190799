/*
 * The values of front matter, which is YAML: words, words in quotes, blocks of lines and lists of these. Nothing
 * becomes a number, a date or a truth here; what it is to be, its reader decides. Every scan goes once over a text.
 */

/** The value behind a key, with the lines below that belong to it; null for what is not read here. */
export function valueOf(value: string, below: readonly string[]): string | string[] | null {
	if (/^[|>]/.test(value)) return blockOf(value, below);
	const said = withoutComment(value);
	if (said === '') return below.length === 0 ? '' : listOf(below);
	if (below.length === 0) return said.startsWith('[') ? flowListOf(said) : scalarOf(said);
	// A plain value may go on in indented lines.
	const lines = [said, ...below.map((line) => line.trim())].filter((line) => line !== '');
	const plain = lines.every((line) => !line.startsWith('- ') && !line.startsWith('#'));
	return plain && !/^["']/.test(said) ? scalarOf(lines.join(' ')) : null;
}

/** What one value on one line says; null for what is not read here: anchors, types, maps, broken quotes. */
function scalarOf(text: string): string | null {
	if (text.startsWith('"')) return quotedEnd(text) === text.length ? unescaped(text) : null;
	if (text.startsWith("'")) {
		return quotedEnd(text) === text.length ? text.slice(1, -1).replaceAll("''", "'") : null;
	}
	return /^[&*!|>{}[\]%@`]/.test(text) || text.includes(': ') || text.endsWith(':') ? null : text;
}

/** Where the quote with which a text begins is closed: the place behind it; -1 if it is not. */
function quotedEnd(text: string): number {
	const quote = text[0];
	for (let at = 1; at < text.length; at += 1) {
		if (quote === '"' && text[at] === '\\') at += 1;
		else if (text[at] === quote) {
			if (quote === '"' || text[at + 1] !== quote) return at + 1;
			at += 1;
		}
	}
	return -1;
}

/** The letters behind a backslash, within double quotes, and below each what it means (YAML 1.2, 5.7). */
const behind = '0abtnvfre "/\\N_LP';
const meaning = '\0\x07\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029';
const escapes = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gs;

function unescaped(quoted: string): string | null {
	const unknown: string[] = [];
	const said = quoted.slice(1, -1).replace(escapes, (all: string, ...groups: unknown[]) => {
		const [x, u, long, letter] = groups;
		const hex = [x, u, long].find((one) => typeof one === 'string');
		const code = Number.parseInt(String(hex), 16);
		if (hex !== undefined && code <= 0x10ffff) return String.fromCodePoint(code);
		const meant = typeof letter === 'string' ? meaning[behind.indexOf(letter)] : undefined;
		if (meant === undefined) unknown.push(all);
		return meant ?? '';
	});
	return unknown.length === 0 ? said : null;
}

function listOf(lines: readonly string[]): string[] | null {
	const items: string[] = [];
	for (const line of lines.map((one) => one.trim())) {
		if (line === '' || line.startsWith('#')) continue;
		if (line !== '-' && !/^-\s/.test(line)) return null;
		const said = scalarOf(withoutComment(line.slice(1).trim()));
		if (said === null) return null;
		if (said !== '') items.push(said);
	}
	return items;
}

function flowListOf(text: string): string[] | null {
	const items: string[] = [];
	let rest = text.slice(1).trimStart();
	while (rest !== ']') {
		const quoted = /^["']/.test(rest);
		const end = quoted ? quotedEnd(rest) : rest.search(/[,\]]/);
		if (end < 0) return null;
		const said = scalarOf(rest.slice(0, end).trim());
		const behind = rest.slice(end).trimStart();
		if (said === null || !/^(?:,|\]$)/.test(behind)) return null;
		if (said !== '') items.push(said);
		rest = behind.startsWith(',') ? behind.slice(1).trimStart() : behind;
		if (items.length > 1_000) return null;
	}
	return items;
}

/** Lines as they stand (`|`), or folded into paragraphs (`>`); a `-` takes the last line end away. */
function blockOf(sign: string, lines: readonly string[]): string | null {
	const [, kind, ends] = /^([|>])([-+1-9]{0,2})(?:\s+#.*)?$/.exec(sign) ?? [];
	if (kind === undefined) return null;
	const indents = lines.map((line) => line.search(/\S/)).filter((indent) => indent >= 0);
	const indent = indents.reduce((least, one) => Math.min(least, one), Infinity);
	if (indent === 0) return null;
	const bare = lines.map((line) => line.slice(indent)).join('\n');
	const folded = bare.replace(/(\S)\n(?=\S)/g, '$1 ').replace(/\n(\n+)/g, '$1');
	const text = kind === '|' ? bare : folded;
	return ends?.includes('-') || text === '' ? text : `${text}\n`;
}

/** A value without the comment behind it; a `#` within quotes, or within a word, is none. */
function withoutComment(value: string): string {
	if (value.startsWith('#')) return '';
	const end = /^["']/.test(value) ? Math.max(quotedEnd(value), 0) : 0;
	const comment = value.slice(end).search(/\s#/);
	return comment < 0 ? value : value.slice(0, end + comment).trimEnd();
}
