import type { Entry } from '$lib/model/entry';
import type { Moment } from '$lib/model/moment';
import { richTextToMarkdown } from './day-one-rich-text';
import {
	escapeMarkdown,
	unescapeMarkdown,
	splitQuestion,
	stripMedia
} from '$lib/formats/day-one-text';
import type { ImportCollector, SkipReason } from './import-collector';
import { isZoneName, parseZone } from '$lib/formats/dates/moment-text';
import { parseMetadata } from '$lib/formats/metadata-keys';
import { collapseSpaces, questionHeading } from '$lib/formats/question-heading';
import { idFromUuid, deriveId } from '$lib/formats/stable-id';
import { toMomentInZone, parseIsoDate, type ParsedDate } from '$lib/formats/dates/parsed-date';
import { trimBlankEdges } from '$lib/formats/sanitise';

/** Whether an entry of a JSON file is one of Day One's. */
export function isDayOneEntry(value: Record<string, unknown>): boolean {
	return typeof value['creationDate'] === 'string' && !('title' in value && 'body' in value);
}

/** The lists of an entry that name what is not text, with the folder each lies in and why it is not taken. */
const MEDIA_LISTS: readonly [list: string, folder: string, type: string, why: SkipReason][] = [
	['photos', 'photos', 'jpeg', 'photo'],
	['videos', 'videos', 'mov', 'video'],
	['audios', 'audios', 'm4a', 'audio'],
	['pdfAttachments', 'pdfs', 'pdf', 'document']
];

/** What Day One notes of a page beside its text, and a page here does not have. */
const DETAIL_KEYS = ['location', 'weather', 'userActivity', 'music'] as const;

/** Takes one entry of a Day One file. */
export function collectDayOneEntry(
	value: Record<string, unknown>,
	collector: ImportCollector
): void {
	const { zone: defaultZone } = collector.context;
	const { uuid, creationDate, modifiedDate, tags } = value;
	const ownFields = asObject(value['ownVoice']);
	const created = typeof creationDate === 'string' ? parseIsoDate(creationDate) : null;
	const zone = parseZone(value['timeZone']) ?? zoneOfLocation(value['location']) ?? defaultZone;
	const written =
		created &&
		withPrecision(toMomentInZone(created, zone), ownFields?.['written'], value['timeZone']);
	const name = `${written?.day ?? ''} ${asText(uuid)}`.trim() || 'entry';
	reportUnsupported(value, written?.day ?? name, collector);

	const modified = typeof modifiedDate === 'string' ? parseIsoDate(modifiedDate) : null;
	const metadata = ownFields && parseMetadata((key) => ownFields[key]);
	const { text, question } = parseText(value, metadata);
	collector.add({
		name,
		id: typeof uuid === 'string' ? importedId(uuid, collector.context.secret) : null,
		text,
		written,
		changed: modified && modifiedMoment(modified, zone, ownFields, value['timeZone']),
		starred: value['starred'] === true,
		tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
		label: asText(ownFields?.['title']),
		question,
		...(metadata ? { own: metadata } : {})
	});
}

/** An id of the form that a page here has stays as it is, so that a page of ours is known when it comes back. */
function importedId(uuid: string, secret: string): string | null {
	if (uuid.trim() === '') return null;
	return idFromUuid(uuid) ?? deriveId(secret, 'day-one', uuid);
}

function parseText(
	value: Record<string, unknown>,
	metadata: Partial<Entry> | null
): { text: string; question: string | null } {
	const markdown = asText(value['text']);
	if (metadata) {
		return { text: stripOwnQuestion(markdown, metadata.question?.text), question: null };
	}
	const body = stripMedia(markdown);
	const richText = body.trim() === '' ? richTextToMarkdown(value['richText']) : null;
	const { question, answer } = splitQuestion(richText ?? body);
	const unescape = (text: string): string => (richText === null ? unescapeMarkdown(text) : text);
	return {
		text: trimBlankEdges(unescape(answer).replaceAll('\ufffc', '')),
		question: question === null ? null : unescape(question)
	};
}

/** The text of a page of ours below its question, to the letter; also where the app has moved its empty lines. */
function stripOwnQuestion(markdown: string, askedQuestion: string | undefined): string {
	if (askedQuestion === undefined) return unescapeMarkdown(markdown);
	const heading = questionHeading(askedQuestion, escapeMarkdown);
	if (markdown.startsWith(heading)) return unescapeMarkdown(markdown.slice(heading.length));
	const { question, answer } = splitQuestion(markdown);
	const isHeading =
		question !== null && unescapeMarkdown(question) === collapseSpaces(askedQuestion);
	return unescapeMarkdown(isHeading ? answer : markdown);
}

/** Names what an entry has and a page does not. */
function reportUnsupported(
	value: Record<string, unknown>,
	day: string,
	collector: ImportCollector
): void {
	for (const [list, folder, type, reason] of MEDIA_LISTS) {
		const items = value[list];
		for (const item of Array.isArray(items) ? (items as unknown[]) : []) {
			const { md5, identifier, type: kind } = asObject(item) ?? {};
			const file = asText(md5) || asText(identifier) || '?';
			collector.reportedFiles.add(file);
			collector.reportSkipped(`${day}: ${folder}/${file}.${asText(kind) || type}`, reason);
		}
	}
	for (const key of DETAIL_KEYS) if (asObject(value[key])) collector.count(key, 'detail');
	if (value['isPinned'] === true || value['pinned'] === true) collector.count('isPinned', 'detail');
}

/** Day One writes whole seconds; a page of ours says the rest of it, and keeps a zone that this browser does not know. */
function withPrecision(moment: Moment, exactAt: unknown, zone: unknown): Moment {
	const isSameSecond =
		typeof exactAt === 'number' && Math.floor(exactAt / 1_000) === Math.floor(moment.at / 1_000);
	const hasZoneName = isSameSecond && typeof zone === 'string' && isZoneName(zone);
	return {
		...moment,
		at: isSameSecond ? exactAt : moment.at,
		zone: hasZoneName ? zone : moment.zone
	};
}

function modifiedMoment(
	date: ParsedDate,
	zone: string,
	ownFields: Record<string, unknown> | null,
	zoneName: unknown
): Moment {
	const changedZoneName = ownFields?.['changed_zone'];
	const changedZone = parseZone(changedZoneName) ?? zone;
	return withPrecision(
		toMomentInZone(date, changedZone),
		ownFields?.['changed'],
		changedZoneName ?? zoneName
	);
}

function zoneOfLocation(location: unknown): string | null {
	return parseZone(asObject(location)?.['timeZoneName']);
}

function asObject(value: unknown): Record<string, unknown> | null {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as Record<string, unknown>) : null;
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
