import type { Intake } from './intake';
import { idFromUuid } from './stable-id';
import { momentOf, readStamp, stampOf, type Stamp } from './stamp';
import { withLineFeeds, withoutEdges } from './well-formed';

/** Whether an entry of a JSON file is one of jrnl's. */
export function isJrnlEntry(value: Record<string, unknown>): boolean {
	const { title, body, date } = value;
	return typeof title === 'string' && typeof body === 'string' && typeof date === 'string';
}

/** Takes one entry of a JSON file of jrnl's: its times are those of a wall, without a zone, to the minute. */
export function takeJrnlEntry(value: Record<string, unknown>, intake: Intake): void {
	const { title, body, date, time, tags, starred, uuid } = value;
	const [day, clock] = [asText(date), asText(time)];
	const stamp = readStamp(`${day} ${clock}`) ?? (clock === '' ? readStamp(day) : null);
	const text = [asText(title), asText(body)].map(withoutEdges).filter((part) => part !== '');
	intake.take({
		name: `${day} ${clock}`.trim() || 'entry',
		// jrnl names those that it keeps in the files of an old Day One.
		id: idFromUuid(asText(uuid)),
		text: text.join('\n'),
		written: stamp && momentOf(stamp, intake.context.zone),
		starred: starred === true,
		tags: (Array.isArray(tags) ? tags : [])
			.filter((tag) => typeof tag === 'string')
			.map((tag) => tag.replace(/^[@#]/, ''))
	});
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** `[2020-07-01 20:00] `, `[2020-07-01 08:00:12 PM] `, and before version 2 the same without brackets. */
const written = String.raw`(\d{4}-\d\d-\d\d) (\d\d?):(\d\d)(?::(\d\d))?(?: ?([AaPp])\.?[Mm]\.?)?`;
const bracketed = new RegExp(String.raw`^\[${written}\](?: |$)`, 'gm');
const bare = new RegExp(String.raw`^${written} (?=\S)`, 'gm');

/** The heads of the entries in a text of jrnl's, in the form of its first line; none if it is no such text. */
function headsIn(text: string): RegExpExecArray[] {
	for (const form of [bracketed, bare]) {
		const heads = [...text.matchAll(form)];
		if (heads[0]?.index === text.search(/\S/)) return heads;
	}
	return [];
}

/** Whether a text is one of jrnl's: its first line begins with a date as jrnl writes them. */
export function isJrnlText(text: string): boolean {
	const start = withLineFeeds(text.trimStart().slice(0, 200));
	const head = headsIn(start)[0];
	return head !== undefined && stampOfHead(head) !== null;
}

/** Takes the entries of a text of jrnl's. */
export async function takeJrnlText(whole: string, intake: Intake): Promise<void> {
	const text = withLineFeeds(whole);
	// What only looks like a date, such as the 31st of February, belongs to the entry in which it stands.
	const heads = headsIn(text).filter((head) => stampOfHead(head) !== null);
	for (const [index, head] of heads.entries()) {
		await intake.context.pace.rest(head.index / text.length);
		const end = heads[index + 1]?.index ?? text.length;
		takeBlock(text.slice(head.index + head[0].length, end), head, intake);
	}
}

function takeBlock(block: string, head: RegExpExecArray, intake: Intake): void {
	const stamp = stampOfHead(head);
	const lines = block.split('\n');
	const title = lines[0]?.trimEnd() ?? '';
	// jrnl writes a star behind a first line; one that stands at a word is the writer's.
	const starred = /(?:^|\s)\*$/.test(title);
	if (starred) lines[0] = title.slice(0, -1).trimEnd();
	const text = withoutEdges(lines.join('\n'));
	intake.take({
		name: head[0].replace(/[[\]]/g, ''),
		text,
		written: stamp && momentOf(stamp, intake.context.zone),
		starred,
		tags: tagsIn(text)
	});
}

function stampOfHead([
	,
	day = '',
	hour = '',
	minute = '',
	second = '0',
	half
]: RegExpExecArray): Stamp | null {
	const date = readStamp(day);
	if (!date || (half !== undefined && (Number(hour) < 1 || Number(hour) > 12))) return null;
	const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
	return stampOf({
		...date.wall,
		hour: half === undefined ? Number(hour) : (Number(hour) % 12) + afternoon,
		minute: Number(minute),
		second: Number(second)
	});
}

/** The words that jrnl takes for tags: `@` and letters, at the beginning of a word. */
function tagsIn(text: string): string[] {
	const found = text.matchAll(/(?:^|\s)@([-+*#/\p{L}\p{N}_]+)/gu);
	return [...new Set([...found].map(([, tag]) => (tag ?? '').toLowerCase()))];
}
