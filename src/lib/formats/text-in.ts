import { readFrontMatter } from './front-matter';
import type { Intake } from './intake';
import { isJrnlText, takeJrnlText } from './jrnl-in';
import { takeMarkdown } from './markdown-in';
import { takePlainText, type Origin } from './plain-in';
import { withLineFeeds } from './well-formed';

/** What kind of text a text is. */
export type TextKind = 'markdown' | 'jrnl-text' | 'plain-text';

/** Takes the pages of one text, whatever kind it is of, and returns that kind. */
export async function takeText(text: string, origin: Origin, intake: Intake): Promise<TextKind> {
	// A file whose lines end in another way has been through another program, or never was ours.
	const lines = text.startsWith('---\r') ? withLineFeeds(text) : text;
	const fronted = await readFrontMatter(lines);
	if (fronted) {
		takeMarkdown(fronted, origin, intake);
		return 'markdown';
	}
	if (isJrnlText(text)) {
		await takeJrnlText(text, intake);
		return 'jrnl-text';
	}
	await takePlainText(text, origin, intake);
	return 'plain-text';
}

/** What a text begins with that is text, and yet another program's. */
const foreign = [
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
	return foreign.some((sign) => sign.test(text.trimStart().slice(0, 100)));
}
