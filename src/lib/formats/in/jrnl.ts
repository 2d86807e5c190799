import type { ImportCollector } from './import-collector';
import { idFromUuid } from '$lib/formats/stable-id';
import {
	toMoment,
	parseIsoDate,
	toParsedDate,
	type ParsedDate
} from '$lib/formats/dates/parsed-date';
import { normaliseNewlines, trimBlankEdges } from '$lib/formats/sanitise';

/** Whether an entry of a JSON file is one of jrnl's. */
export function isJrnlEntry(value: Record<string, unknown>): boolean {
	const { title, body, date } = value;
	return typeof title === 'string' && typeof body === 'string' && typeof date === 'string';
}

/** Takes one entry of a JSON file of jrnl's: its times are those of a wall, without a zone, to the minute. */
export function collectJrnlEntry(value: Record<string, unknown>, collector: ImportCollector): void {
	const { title, body, date, time, tags, starred, uuid } = value;
	const [day, clock] = [asText(date), asText(time)];
	const parsed = parseIsoDate(`${day} ${clock}`) ?? (clock === '' ? parseIsoDate(day) : null);
	const text = [asText(title), asText(body)].map(trimBlankEdges).filter((part) => part !== '');
	collector.add({
		name: `${day} ${clock}`.trim() || 'entry',
		// jrnl names those that it keeps in the files of an old Day One.
		id: idFromUuid(asText(uuid)),
		text: text.join('\n'),
		written: parsed && toMoment(parsed, collector.context.zone),
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
const TIMESTAMP = String.raw`(\d{4}-\d\d-\d\d) (\d\d?):(\d\d)(?::(\d\d))?(?: ?([AaPp])\.?[Mm]\.?)?`;
const BRACKETED_HEAD = new RegExp(String.raw`^\[${TIMESTAMP}\](?: |$)`, 'gm');
const BARE_HEAD = new RegExp(String.raw`^${TIMESTAMP} (?=\S)`, 'gm');

/** The heads of the entries in a text of jrnl's, in the form of its first line; none if it is no such text. */
function findHeads(text: string): RegExpExecArray[] {
	for (const form of [BRACKETED_HEAD, BARE_HEAD]) {
		const heads = [...text.matchAll(form)];
		if (heads[0]?.index === text.search(/\S/)) return heads;
	}
	return [];
}

/** Whether a text is one of jrnl's: its first line begins with a date as jrnl writes them. */
export function isJrnlText(text: string): boolean {
	const start = normaliseNewlines(text.trimStart().slice(0, 200));
	const head = findHeads(start)[0];
	return head !== undefined && parseHead(head) !== null;
}

/** Takes the entries of a text of jrnl's. */
export async function collectJrnlText(rawText: string, collector: ImportCollector): Promise<void> {
	const text = normaliseNewlines(rawText);
	// What only looks like a date, such as the 31st of February, belongs to the entry in which it stands.
	const heads = findHeads(text).filter((head) => parseHead(head) !== null);
	for (const [index, head] of heads.entries()) {
		await collector.context.yielder.yieldIfDue(head.index / text.length);
		const end = heads[index + 1]?.index ?? text.length;
		collectBlock(text.slice(head.index + head[0].length, end), head, collector);
	}
}

function collectBlock(block: string, head: RegExpExecArray, collector: ImportCollector): void {
	const parsed = parseHead(head);
	const lines = block.split('\n');
	const title = lines[0]?.trimEnd() ?? '';
	// jrnl writes a star behind a first line; one that stands at a word is the writer's.
	const starred = /(?:^|\s)\*$/.test(title);
	if (starred) lines[0] = title.slice(0, -1).trimEnd();
	const text = trimBlankEdges(lines.join('\n'));
	collector.add({
		name: head[0].replace(/[[\]]/g, ''),
		text,
		written: parsed && toMoment(parsed, collector.context.zone),
		starred,
		tags: findTags(text)
	});
}

function parseHead([
	,
	day = '',
	hour = '',
	minute = '',
	second = '0',
	meridiem
]: RegExpExecArray): ParsedDate | null {
	const date = parseIsoDate(day);
	if (!date || (meridiem !== undefined && (Number(hour) < 1 || Number(hour) > 12))) return null;
	const offsetHours = meridiem?.toLowerCase() === 'p' ? 12 : 0;
	return toParsedDate({
		...date.dateTime,
		hour: meridiem === undefined ? Number(hour) : (Number(hour) % 12) + offsetHours,
		minute: Number(minute),
		second: Number(second)
	});
}

/** The words that jrnl takes for tags: `@` and letters, at the beginning of a word. */
function findTags(text: string): string[] {
	const found = text.matchAll(/(?:^|\s)@([-+*#/\p{L}\p{N}_]+)/gu);
	return [...new Set([...found].map(([, tag]) => (tag ?? '').toLowerCase()))];
}
