import type { Entry } from '$lib/model/entry';
import type { Moment } from '$lib/model/moment';
import type { Fronted, FrontValue } from './front-matter';
import type { Intake } from './intake';
import { isZoneName, zoneNamed } from './moment-text';
import { readOwnKeys } from './own-keys';
import { OWN_FORMAT } from './own-format';
import { readPathDate } from './path-date';
import { fileMoment, type Origin } from './plain-in';
import { questionHeading } from './question-line';
import { idFromUuid } from './stable-id';
import { momentOf, readStamp } from './stamp';
import { withoutEdges } from './well-formed';

/** The names under which programs keep what a page here has, the surest first. */
const names = {
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
const taken: ReadonlySet<string> = new Set(Object.values(names).flat());

/** Takes a Markdown file with front matter. */
export function takeMarkdown({ keys, body }: Fronted, origin: Origin, intake: Intake): void {
	const isOwn = keys.get('format') === OWN_FORMAT;
	const own = isOwn ? readOwnKeys((key) => keys.get(key)) : null;
	const said = (of: keyof typeof names): FrontValue => valueOf(keys, names[of]);
	const named = said('zone');
	const zone = zoneNamed(named) ?? intake.context.zone;
	const inPath = readPathDate(origin.path);
	const written =
		readMomentIn(said('created'), zone, isOwn ? named : null) ??
		(inPath && momentOf(inPath, intake.context.zone));
	const otherZone = keys.get('modified_timezone') ?? named;
	const id = said('id');
	const title = said('title');
	if (!isOwn) noteTheRest(keys, intake);
	intake.take({
		name: origin.path,
		id: typeof id === 'string' ? idFromUuid(id) : null,
		text: own ? ownText(body, own) : withoutEdges(body),
		written: written ?? fileMoment(origin, intake),
		undated: written === null,
		changed: readMomentIn(said('modified'), zoneNamed(otherZone) ?? zone, isOwn ? otherZone : null),
		starred: said('starred') === 'true',
		tags: isOwn ? [said('tags') ?? []].flat() : tagsIn(said('tags')),
		label: typeof title === 'string' ? title : '',
		...(own ? { own } : {})
	});
}

function valueOf(keys: Fronted['keys'], among: readonly string[]): FrontValue {
	const name = among.find((one) => keys.get(one));
	return (name !== undefined && keys.get(name)) || null;
}

/** The moment in a value; a page of ours keeps a zone that this browser does not know. */
function readMomentIn(value: FrontValue, zone: string, named: FrontValue): Moment | null {
	const stamp = typeof value === 'string' ? readStamp(value.replace(/^\[\[(.*)\]\]$/, '$1')) : null;
	if (!stamp) return null;
	const moment = momentOf(stamp, zone);
	return typeof named === 'string' && isZoneName(named) ? { ...moment, zone: named } : moment;
}

/** A list, or as many programs write it one line with commas or spaces between. */
function tagsIn(value: FrontValue): string[] {
	const items = typeof value === 'string' ? value.split(value.includes(',') ? ',' : /\s+/) : value;
	return (items ?? []).map((item) => item.trim().replace(/^#/, ''));
}

/** The text of a page of ours below its front matter and its question, to the letter. */
function ownText(body: string, { question }: Partial<Entry>): string {
	const text = body.replace(/^\n/, '').replace(/\n$/, '');
	const heading = question ? questionHeading(question.text) : '';
	return text.startsWith(heading) ? text.slice(heading.length) : text;
}

/** Names the keys that say nothing to this journal. */
function noteTheRest(keys: Fronted['keys'], intake: Intake): void {
	for (const [key, value] of keys) {
		const isKnown = taken.has(key) && value !== null;
		const saysNothing = value === '' || (Array.isArray(value) && value.length === 0);
		if (!isKnown && !saysNothing) intake.tally(key, 'property');
	}
}
