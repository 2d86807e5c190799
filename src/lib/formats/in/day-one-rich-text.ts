import { formatLimits } from '$lib/formats/limits';

/** What a line of rich text is; all of it may be missing. */
interface LineAttributes {
	header?: unknown;
	listStyle?: unknown;
	listIndex?: unknown;
	checked?: unknown;
	indentLevel?: unknown;
	quote?: unknown;
	codeBlock?: unknown;
}

/**
 * The words of an entry that Day One keeps as rich text alone: a JSON string, or what such a string says, whose
 * pieces stand in `contents` or, in its later description, in `nodes`. Headings, lists and quotes get the signs
 * that Markdown has for them. Null where there is none.
 */
export function richTextToMarkdown(richText: unknown): string | null {
	const tree = typeof richText === 'string' ? parseJson(richText) : richText;
	const { contents, nodes } = asObject(tree);
	const pieces: unknown = Array.isArray(contents) ? contents : nodes;
	if (!Array.isArray(pieces)) return null;
	let markdown = '';
	for (const piece of pieces.slice(0, 100_000) as unknown[]) {
		const { text, attributes } = asObject(piece);
		if (typeof text !== 'string') continue;
		const atStart = markdown === '' || markdown.endsWith('\n');
		markdown += (atStart ? linePrefix(asObject(asObject(attributes)['line'])) : '') + text;
		if (markdown.length > formatLimits.textLength) return markdown;
	}
	return markdown;
}

function linePrefix({
	header,
	listStyle,
	listIndex,
	checked,
	indentLevel,
	quote
}: LineAttributes): string {
	const level = typeof header === 'number' && header >= 1 && header <= 6 ? Math.trunc(header) : 0;
	if (level > 0) return `${'#'.repeat(level)} `;
	if (quote === true) return '> ';
	const depth = typeof indentLevel === 'number' ? Math.trunc(indentLevel) : 1;
	const indent = '  '.repeat(Math.min(Math.max(depth - 1, 0), 10));
	if (listStyle === 'bulleted') return `${indent}- `;
	if (listStyle === 'checkbox') return `${indent}- [${checked === true ? 'x' : ' '}] `;
	if (listStyle !== 'numbered') return '';
	const index = Number(listIndex);
	return `${indent}${Number.isInteger(index) && index > 0 && index < 100_000 ? index : 1}. `;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return null; // SyntaxError: it says nothing then
	}
}

function asObject(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
