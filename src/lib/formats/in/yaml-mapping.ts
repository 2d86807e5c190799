import {
	Composer,
	isMap,
	isScalar,
	isSeq,
	Lexer,
	Parser,
	type CST,
	type Document,
	type ParsedNode
} from 'yaml';
import { formatLimits } from '$lib/formats/limits';

/** The value of a key: a text, a list of texts, or null for anything else, such as a mapping or an alias. */
export type FrontMatterValue = string | string[] | null;

/** A key in lower case, null if it cannot be one, and its value. */
type Pair = [key: string | null, value: FrontMatterValue];

/** A longer key is the beginning of a sentence with a colon in it. */
const MAX_KEY_LENGTH = 100;

/**
 * Reads a block of YAML 1.2 that is a mapping, and returns its values by their keys in lower case. Returns null if it
 * is not such a mapping, if a key is there twice, or if it exceeds the limits.
 *
 * Values come from the failsafe schema, in which every scalar is a string: nothing becomes a number, a date or a
 * boolean. Anchors, aliases and tags are not resolved, so nothing grows; a value that has one is null.
 *
 * A value that is not YAML costs its own key alone, which is then null: many notes have a title such as `a: b`.
 */
export function parseMapping(block: string): Map<string, FrontMatterValue> | null {
	const parsed = parse(block);
	if (!parsed) return null;
	const isBroken = parsed.errors.length > 0;
	const pairs = isBroken ? splitTopLevel(block).flatMap(parsePiece) : pairsOf(parsed);
	if (!pairs) return null;
	const keys = new Map<string, FrontMatterValue>();
	for (const [key, value] of pairs) {
		if (key === null || keys.has(key)) return null;
		keys.set(key, value);
	}
	return keys;
}

/**
 * Parses a block; null if it is more than one document, or exceeds the limits. They are checked token by token: the
 * parser and the composer call themselves for each level, and a full stack can end the process.
 */
function parse(block: string): Document.Parsed | null {
	const parser = new Parser();
	const tokens: CST.Token[] = [];
	let count = 0;
	for (const lexeme of new Lexer().lex(block)) {
		count += 1;
		if (count > formatLimits.frontMatterTokens || parser.stack.length > formatLimits.nestingDepth) {
			return null;
		}
		tokens.push(...parser.next(lexeme));
	}
	tokens.push(...parser.end());
	// Comparing each key with all others takes the square of their number; `readMapping` does it with a map.
	const composer = new Composer({ schema: 'failsafe', uniqueKeys: false });
	const [document, ...others] = composer.compose(tokens, true, block.length);
	return document && others.length === 0 ? document : null;
}

/** The pairs of a document; none if it is empty, null if it is not a mapping. */
function pairsOf({ contents }: Document.Parsed): Pair[] | null {
	if (contents === null) return [];
	return isMap(contents)
		? contents.items.map(({ key, value }) => [parseKey(key), parseValue(value)])
		: null;
}

/** The parts of a block that begin with a line that is not indented, and that is not an item, a comment or a bracket. */
function splitTopLevel(block: string): string[] {
	return block.split(/\n(?![ \t\n#\]}]|-(?:[ \t\n]|$)|$)/);
}

/** The pair in a part of a broken block: without its value if the part is broken, and without a key if it has none. */
function parsePiece(piece: string): Pair[] {
	// YAML forbids tabs as indentation, and some editors write them.
	const document = parse(piece.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  ')));
	const { contents = null, errors = [] } = document ?? {};
	if (contents === null && document && errors.length === 0) return [];
	const [first, ...others] = isMap(contents) ? contents.items : [];
	const keyEnd = first?.key.range[1] ?? Infinity;
	if (errors.some(({ pos: [at] }) => at < keyEnd)) return [[null, null]];
	const isWhole = errors.length === 0 && others.length === 0;
	return [[parseKey(first?.key ?? null), isWhole ? parseValue(first?.value ?? null) : null]];
}

function parseKey(node: ParsedNode | null): string | null {
	const key = scalarText(node)?.toLowerCase() ?? '';
	return key === '' || key.length > MAX_KEY_LENGTH ? null : key;
}

function parseValue(node: ParsedNode | null): FrontMatterValue {
	const text = scalarText(node);
	if (text !== null || !isSeq(node) || !isPlain(node)) return text;
	const items = node.items.map(scalarText);
	const texts = items.filter((item) => item !== null);
	return texts.length === items.length ? texts.filter((item) => item !== '') : null;
}

/** What a scalar, a wiki link or nothing at all says; null for every other node. */
function scalarText(node: ParsedNode | null): string | null {
	if (node === null) return '';
	return isScalar(node) && isPlain(node) ? String(node.value) : parseWikiLink(node);
}

/** A wiki link without quotes, such as `[[a page]]`, which to YAML is a list in a list. */
function parseWikiLink(node: ParsedNode): string | null {
	const [inner, ...more] = isSeq(node) && node.flow ? node.items : [];
	const [page, ...others] = isSeq(inner) && inner.flow ? inner.items : [];
	const isLink = isScalar(page) && isPlain(page) && more.length === 0 && others.length === 0;
	return isLink ? `[[${String(page.value)}]]` : null;
}

/** Whether a node has neither an anchor nor a tag. */
function isPlain({ anchor, tag }: ParsedNode): boolean {
	return anchor === undefined && tag === undefined;
}
