import type { Entry } from '$lib/model/entry';
import type { Moment } from '$lib/model/moment';
import type { FrontMatter, FrontMatterValue } from './front-matter';
import type { ImportCollector } from './import-collector';
import { isZoneName, parseZone } from '$lib/formats/dates/moment-text';
import { parseMetadata } from '$lib/formats/metadata-keys';
import { FORMAT_ID } from '$lib/formats/format-id';
import { parsePathDate } from '$lib/formats/dates/path-date';
import { fallbackMoment, type FileOrigin } from './plain-text';
import { questionHeading } from '$lib/formats/question-heading';
import { idFromUuid } from '$lib/formats/stable-id';
import { toMoment, parseIsoDate } from '$lib/formats/dates/parsed-date';
import { trimBlankEdges } from '$lib/formats/sanitise';

/** The names under which programs keep what a page here has, the surest first. */
const KEY_ALIASES = {
	id: ['id', 'uuid'],
	created: [
		...['created', 'created_at', 'date_created', 'date created', 'creation_date', 'creation date'],
		...['date', 'datetime', 'day']
	],
	modified: [
		...['modified', 'changed', 'updated', 'updated_at', 'last_modified', 'date_modified'],
		...['date modified', 'modification date', 'lastmod']
	],
	zone: ['timezone', 'time_zone', 'tz'],
	title: ['title'],
	tags: ['tags', 'tag'],
	starred: ['starred', 'favorite', 'favourite']
} as const;
const KNOWN_KEYS: ReadonlySet<string> = new Set(Object.values(KEY_ALIASES).flat());

/** Takes a Markdown file with front matter. */
export function collectMarkdown(
	{ values, body }: FrontMatter,
	origin: FileOrigin,
	collector: ImportCollector
): void {
	const isOwn = values.get('format') === FORMAT_ID;
	const metadata = isOwn ? parseMetadata((key) => values.get(key)) : null;
	const valueFor = (of: keyof typeof KEY_ALIASES): FrontMatterValue =>
		firstValue(values, KEY_ALIASES[of]);
	const zoneName = valueFor('zone');
	const zone = parseZone(zoneName) ?? collector.context.zone;
	const pathDate = parsePathDate(origin.path);
	const written =
		parseMoment(valueFor('created'), zone, isOwn ? zoneName : null) ??
		(pathDate && toMoment(pathDate, collector.context.zone));
	const modifiedZoneName = values.get('modified_timezone') ?? zoneName;
	const id = valueFor('id');
	const title = valueFor('title');
	if (!isOwn) reportUnknownKeys(values, collector);
	collector.add({
		name: origin.path,
		id: typeof id === 'string' ? idFromUuid(id) : null,
		text: metadata ? stripOwnHeading(body, metadata) : trimBlankEdges(body),
		written: written ?? fallbackMoment(origin, collector),
		isUndated: written === null,
		changed: parseMoment(
			valueFor('modified'),
			parseZone(modifiedZoneName) ?? zone,
			isOwn ? modifiedZoneName : null
		),
		starred: valueFor('starred') === 'true',
		tags: isOwn ? [valueFor('tags') ?? []].flat() : parseTags(valueFor('tags')),
		label: typeof title === 'string' ? title : '',
		...(metadata ? { own: metadata } : {})
	});
}

function firstValue(keys: FrontMatter['values'], aliases: readonly string[]): FrontMatterValue {
	const name = aliases.find((one) => keys.get(one));
	return (name !== undefined && keys.get(name)) || null;
}

/** The moment in a value; a page of ours keeps a zone that this browser does not know. */
function parseMoment(
	value: FrontMatterValue,
	zone: string,
	zoneName: FrontMatterValue
): Moment | null {
	const parsed =
		typeof value === 'string' ? parseIsoDate(value.replace(/^\[\[(.*)\]\]$/, '$1')) : null;
	if (!parsed) return null;
	const moment = toMoment(parsed, zone);
	return typeof zoneName === 'string' && isZoneName(zoneName)
		? { ...moment, zone: zoneName }
		: moment;
}

/** A list, or as many programs write it one line with commas or spaces between. */
function parseTags(value: FrontMatterValue): string[] {
	const items = typeof value === 'string' ? value.split(value.includes(',') ? ',' : /\s+/) : value;
	return (items ?? []).map((item) => item.trim().replace(/^#/, ''));
}

/** The text of a page of ours below its front matter and its question, to the letter. */
function stripOwnHeading(body: string, { question }: Partial<Entry>): string {
	const text = body.replace(/^\n/, '').replace(/\n$/, '');
	const heading = question ? questionHeading(question.text) : '';
	return text.startsWith(heading) ? text.slice(heading.length) : text;
}

/** Names the keys that say nothing to this journal. */
function reportUnknownKeys(keys: FrontMatter['values'], collector: ImportCollector): void {
	for (const [key, value] of keys) {
		const isKnown = KNOWN_KEYS.has(key) && value !== null;
		const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
		if (!isKnown && !isEmpty) collector.count(key, 'property');
	}
}
