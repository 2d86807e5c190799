import type { CheckIn } from '$lib/journal/check-in';
import type { Entry } from '$lib/journal/entry';
import type { Moment } from '$lib/journal/moment';
import { wallClock } from './wall-clock';

/** A moment as the properties of notes hold it: `2026-03-04T08:12:05`, by the clock of its zone. */
function local(moment: Moment): string {
	return `${moment.day}T${wallClock(moment)}`;
}

/** Every JSON string is a string of YAML too. */
function quoted(text: string): string {
	return JSON.stringify(text);
}

function listOf(values: readonly string[]): string {
	return `[${values.map(quoted).join(', ')}]`;
}

function checkIn(one: CheckIn): string {
	return `{ feel: ${one.feel ?? 'null'}, stir: ${one.stir ?? 'null'} }`;
}

/**
 * One page as a Markdown file with front matter, for other programs to read: what it answers, when it was written,
 * what was said of it, its text, and the notes beside it. Its earlier texts stand in the journal file alone.
 */
export function pageFile(entry: Entry): string {
	const { section, question, letter, before, after } = entry;
	const properties: [name: string, value: string | null][] = [
		['id', entry.id],
		['created', local(entry.written)],
		['timezone', quoted(entry.written.zone)],
		['modified', local(entry.changed)],
		['companion', quoted(entry.companion)],
		['section', section && quoted(section.name)],
		['prompt_id', question && quoted(question.promptId)],
		['prompt', question && quoted(question.text)],
		['letter', letter],
		['label', entry.label === '' ? null : quoted(entry.label)],
		['tags', entry.tags.length > 0 ? listOf(entry.tags) : null],
		['starred', entry.starred ? 'true' : null],
		['feelings', entry.words.length > 0 ? listOf(entry.words) : null],
		['before', before && checkIn(before)],
		['after', after && checkIn(after)],
		['unfinished', entry.finished ? null : 'true'],
		['hidden', entry.hidden ? 'true' : null],
		['sealed_until', entry.sealedUntil],
		['threshold', entry.threshold === '' ? null : quoted(entry.threshold)],
		['in_bin_since', entry.binned && local(entry.binned)],
		['copy_of', entry.copyOf]
	];
	const said = properties.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
	const notes = entry.margin.map(
		({ text, written }) => `\n## Noted on ${written.day}\n\n${text}\n`
	);
	return `---\n${said.join('\n')}\n---\n\n${entry.text}\n${notes.join('')}`;
}

/** Names the files of pages by their days and times; two of one minute are told apart by a number. */
export class PageNames {
	readonly #given = new Map<string, number>();

	nameOf({ written }: Entry): string {
		const name = `${written.day}-${wallClock(written).slice(0, 5).replace(':', '')}`;
		const number = (this.#given.get(name) ?? 0) + 1;
		this.#given.set(name, number);
		return `pages/${name}${number === 1 ? '' : `-${number}`}.md`;
	}
}
