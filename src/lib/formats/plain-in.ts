import type { Moment } from '$lib/journal/moment';
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
	let lines: string[] = [];
	let done = 0;
	const put = (): void => {
		if (head) takeDay(head, lines, intake);
		lines = [];
	};
	for (const line of text.split('\n')) {
		await intake.context.pace.rest(done / text.length);
		done += line.length + 1;
		const date = readDateLine(line);
		if (date?.style === style) {
			put();
			head = date;
		} else lines.push(line);
	}
	put();
}

/** What Day One's plain text puts between the date and the words. */
const noted = /^\t(Weather|Location|Tags?|Activity|Music|Photo):\t/;

function takeDay({ stamp }: DateLine, lines: readonly string[], intake: Intake): void {
	const own = lines.filter((line, index) => {
		const [, what] = noted.exec(line) ?? [];
		if (what !== undefined && index < 8) {
			intake.tally(what.toLowerCase(), 'detail');
			return false;
		}
		// The line below a heading that makes it one.
		return !(index === 0 && /^(?:=+|-+)\s*$/.test(line));
	});
	const written = momentOf(stamp, intake.context.zone);
	intake.take({ name: written.day, text: withoutEdges(own.join('\n')), written });
}
