import { parseFrontMatter } from './front-matter';
import type { ImportCollector } from './import-collector';
import { isJrnlText, collectJrnlText } from './jrnl';
import { collectMarkdown } from './markdown';
import { collectPlainText, type FileOrigin } from './plain-text';
import { normaliseNewlines } from '$lib/formats/sanitise';

/** What kind of text a text is. */
export type TextKind = 'markdown' | 'jrnl-text' | 'plain-text';

/** Takes the pages of one text, whatever kind it is of, and returns that kind. */
export async function collectText(
	text: string,
	origin: FileOrigin,
	collector: ImportCollector
): Promise<TextKind> {
	// A file whose lines end in another way has been through another program, or never was ours.
	const lines = text.startsWith('---\r') ? normaliseNewlines(text) : text;
	const frontMatter = await parseFrontMatter(lines);
	if (frontMatter) {
		collectMarkdown(frontMatter, origin, collector);
		return 'markdown';
	}
	if (isJrnlText(text)) {
		await collectJrnlText(text, collector);
		return 'jrnl-text';
	}
	await collectPlainText(text, origin, collector);
	return 'plain-text';
}

/** What a text begins with that is text, and yet another program's. */
const FOREIGN_PREFIXES = [
	/^%PDF-/,
	/^\{\\rtf/,
	/^<(?:!doctype|html|\?xml|plist|svg|en-export|opml)/i,
	/^-----BEGIN /,
	/^SQLite format 3/,
	/^full_date[,\t]date[,\t]/,
	/^BEGIN:V[A-Z]+/
];

/** Whether a text is one of a program that is not read here, although it is text. */
export function isForeignText(text: string): boolean {
	return FOREIGN_PREFIXES.some((sign) => sign.test(text.trimStart().slice(0, 100)));
}
