import type { Entry } from '$lib/model/entry';
import type { Moment } from '$lib/model/moment';
import { richTextWords } from './day-one-rich-text';
import { escaped, unescaped, withQuestion, withoutMoments } from './day-one-text';
import type { Intake, SkipReason } from './intake';
import { isZoneName, zoneNamed } from './moment-text';
import { readOwnKeys } from './own-keys';
import { oneSpaced, questionHeading } from './question-line';
import { idFromUuid, derivedId } from './stable-id';
import { instantMoment, readStamp, type Stamp } from './stamp';
import { withoutEdges } from './well-formed';

/** Whether an entry of a JSON file is one of Day One's. */
export function isDayOneEntry(value: Record<string, unknown>): boolean {
	return typeof value['creationDate'] === 'string' && !('title' in value && 'body' in value);
}

/** The lists of an entry that name what is not text, with the folder each lies in and why it is not taken. */
const media: readonly [list: string, folder: string, type: string, why: SkipReason][] = [
	['photos', 'photos', 'jpeg', 'photo'],
	['videos', 'videos', 'mov', 'video'],
	['audios', 'audios', 'm4a', 'audio'],
	['pdfAttachments', 'pdfs', 'pdf', 'document']
];

/** What Day One notes of a page beside its text, and a page here does not have. */
const details = ['location', 'weather', 'userActivity', 'music'] as const;

/** Takes one entry of a Day One file. */
export function takeDayOneEntry(value: Record<string, unknown>, intake: Intake): void {
	const { zone: here } = intake.context;
	const { uuid, creationDate, modifiedDate, tags } = value;
	const own = ownObject(value['ownVoice']);
	const said = typeof creationDate === 'string' ? readStamp(creationDate) : null;
	const zone = zoneNamed(value['timeZone']) ?? zoneOfPlace(value['location']) ?? here;
	const written = said && precise(instantMoment(said, zone), own?.['written'], value['timeZone']);
	const name = `${written?.day ?? ''} ${wordOf(uuid)}`.trim() || 'entry';
	noteTheRest(value, written?.day ?? name, intake);

	const changedAt = typeof modifiedDate === 'string' ? readStamp(modifiedDate) : null;
	const notes = own && readOwnKeys((key) => own[key]);
	const { text, question } = wordsOf(value, notes);
	intake.take({
		name,
		id: typeof uuid === 'string' ? idOf(uuid, intake.context.secret) : null,
		text,
		written,
		changed: changedAt && changedMoment(changedAt, zone, own, value['timeZone']),
		starred: value['starred'] === true,
		tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
		label: wordOf(own?.['title']),
		question,
		...(notes ? { own: notes } : {})
	});
}

/** An id of the form that a page here has stays as it is, so that a page of ours is known when it comes back. */
function idOf(uuid: string, secret: string): string | null {
	if (uuid.trim() === '') return null;
	return idFromUuid(uuid) ?? derivedId(secret, 'day-one', uuid);
}

function wordsOf(
	value: Record<string, unknown>,
	notes: Partial<Entry> | null
): { text: string; question: string | null } {
	const markdown = wordOf(value['text']);
	if (notes) return { text: ownAnswer(markdown, notes.question?.text), question: null };
	const words = withoutMoments(markdown);
	const bare = words.trim() === '' ? richTextWords(value['richText']) : null;
	const { question, answer } = withQuestion(bare ?? words);
	const plain = (text: string): string => (bare === null ? unescaped(text) : text);
	return {
		text: withoutEdges(plain(answer).replaceAll('\ufffc', '')),
		question: question === null ? null : plain(question)
	};
}

/** The text of a page of ours below its question, to the letter; also where the app has moved its empty lines. */
function ownAnswer(markdown: string, asked: string | undefined): string {
	if (asked === undefined) return unescaped(markdown);
	const heading = questionHeading(asked, escaped);
	if (markdown.startsWith(heading)) return unescaped(markdown.slice(heading.length));
	const { question, answer } = withQuestion(markdown);
	const isHeading = question !== null && unescaped(question) === oneSpaced(asked);
	return unescaped(isHeading ? answer : markdown);
}

/** Names what an entry has and a page does not. */
function noteTheRest(value: Record<string, unknown>, day: string, intake: Intake): void {
	for (const [list, folder, type, why] of media) {
		const items = value[list];
		for (const item of Array.isArray(items) ? (items as unknown[]) : []) {
			const { md5, identifier, type: kind } = ownObject(item) ?? {};
			const file = wordOf(md5) || wordOf(identifier) || '?';
			intake.named.add(file);
			intake.skip(`${day}: ${folder}/${file}.${wordOf(kind) || type}`, why);
		}
	}
	for (const key of details) if (ownObject(value[key])) intake.tally(key, 'detail');
	if (value['isPinned'] === true || value['pinned'] === true) intake.tally('isPinned', 'detail');
}

/** Day One writes whole seconds; a page of ours says the rest of it, and keeps a zone that this browser does not know. */
function precise(moment: Moment, at: unknown, zone: unknown): Moment {
	const exact = typeof at === 'number' && Math.floor(at / 1_000) === Math.floor(moment.at / 1_000);
	const named = exact && typeof zone === 'string' && isZoneName(zone);
	return { ...moment, at: exact ? at : moment.at, zone: named ? zone : moment.zone };
}

function changedMoment(
	stamp: Stamp,
	zone: string,
	own: Record<string, unknown> | null,
	named: unknown
): Moment {
	const other = own?.['changed_zone'];
	const there = zoneNamed(other) ?? zone;
	return precise(instantMoment(stamp, there), own?.['changed'], other ?? named);
}

function zoneOfPlace(location: unknown): string | null {
	return zoneNamed(ownObject(location)?.['timeZoneName']);
}

function ownObject(value: unknown): Record<string, unknown> | null {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as Record<string, unknown>) : null;
}

function wordOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
