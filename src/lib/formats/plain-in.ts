import type { Moment } from '$lib/model/moment';
import { readDateLine, type DateLine } from './date-words';
import type { Intake } from './intake';
import { readPathDate } from './path-date';
import type { Source } from './source';
import { isPlausible, momentOf } from './stamp';
import { withLineFeeds, withoutEdges } from './well-formed';
import { momentIn } from './zone-clock';

/** Where a text comes from. */
export type Origin = Pick<Source, 'path' | 'changed'>;

/** When a page was written that does not say so itself: its file's date, or now. */
export function fileMoment({ changed }: Origin, { context }: Intake): Moment {
	const at = changed !== null && isPlausible(changed) ? changed : context.now;
	return momentIn(at, context.zone);
}

/**
 * Takes a plain text: as one page, of the day in its file's name; or, if its first line is a date and nothing
 * else, as a page for each such line that is written like it.
 */
export async function takePlainText(whole: string, origin: Origin, intake: Intake): Promise<void> {
	const text = withLineFeeds(whole);
	const inPath = readPathDate(origin.path);
	const first = readDateLine(firstLineOf(text));
	if (first) {
		await takeDays(text, first.style, intake);
		return;
	}
	intake.take({
		name: origin.path,
		text: withoutEdges(text),
		written: inPath ? momentOf(inPath, intake.context.zone) : fileMoment(origin, intake),
		undated: !inPath
	});
}

function firstLineOf(text: string): string {
	const start = Math.max(text.search(/\S/), 0);
	return text.slice(start, start + 200).split('\n', 1)[0] ?? '';
}

async function takeDays(text: string, style: string, intake: Intake): Promise<void> {
	let head: DateLine | null = null;
	/** Where the words below the head begin, and the line that is looked at. */
	let start = 0;
	let at = 0;
	for (let count = 0; at < text.length; count += 1) {
		// A rest at every line would take longer than the lines.
		if (count % 500 === 0) await intake.context.pace.rest(at / text.length);
		const found = text.indexOf('\n', at);
		const end = found < 0 ? text.length : found;
		const date = end - at > 200 ? null : readDateLine(text.slice(at, end));
		if (date?.style === style) {
			if (head) takeDay(head, text.slice(start, at), intake);
			head = date;
			start = end + 1;
		}
		at = end + 1;
	}
	if (head) takeDay(head, text.slice(start), intake);
}

/** What Day One's plain text puts between the date and the words. */
const noted = /^\t(Weather|Location|Tags?|Activity|Music|Photo):\t.*(?:\n|$)/;

function takeDay({ stamp }: DateLine, below: string, intake: Intake): void {
	// The line below a heading that makes it one.
	let text = below.replace(/^(?:=+|-+)[ \t]*(?:\n|$)/, '');
	for (let found = noted.exec(text); found; found = noted.exec(text)) {
		intake.tally((found[1] ?? '').toLowerCase(), 'detail');
		text = text.slice(found[0].length);
	}
	const written = momentOf(stamp, intake.context.zone);
	intake.take({ name: written.day, text: withoutEdges(text), written });
}
