import * as v from 'valibot';
import { customPromptSchema, type CustomPrompt } from '$lib/model/custom-prompt';
import { entrySchema, type Entry } from '$lib/model/entry';
import { libraryItemSchema, type LibraryItem } from '$lib/model/library-item';
import { momentSchema, type Moment } from '$lib/model/moment';
import { lineSchema } from '$lib/model/schema';
import { exportedSettingsSchema, type ExportedSettings } from '$lib/model/settings';
import { versionSchema, type Version } from '$lib/model/version';
import { JsonError, JsonStream, type JsonErrorCode } from '$lib/json/json';
import { BackupError, type BackupErrorCode } from './backup-error';
import type { Holds } from './holds';
import { FORMAT, VERSION } from './journal-file';
import { MAX_DEPTH, MAX_RECORD_SIZE, MAX_VALUES } from './limits';

/** Takes what is read, record by record, in the order of the file. */
export interface Sink {
	entry(one: Entry): void;
	version(one: Version): void;
	prompt(one: CustomPrompt): void;
	companion(one: LibraryItem): void;
	settings(all: ExportedSettings): void;
}

const namesSchema = v.array(lineSchema);
/** The fields that every file has; one of version 1 has no library. */
const FIELDS = [
	'format',
	'version',
	'made',
	'companions',
	'settings',
	'prompts',
	'entries',
	'versions'
];
/** Those that are read record by record. */
const LISTS = ['prompts', 'library', 'entries', 'versions'];

const codes: Record<JsonErrorCode, BackupErrorCode> = {
	'not-object': 'damaged',
	syntax: 'damaged',
	'duplicate-key': 'damaged',
	'too-deep': 'damaged',
	'too-large': 'too-large'
};

/**
 * Reads journal.json as it arrives, and hands over every record once it was looked at, made anew. Throws
 * `newer-format`, `not-a-backup`, `too-large`, and `damaged` for a field that is missing, of another type or out of
 * all bounds, for an id that stands twice, and for earlier texts that are not the ones that the pages name.
 */
export class JournalReading {
	readonly #sink: Sink;
	readonly #json = new JsonStream({
		limits: { bytes: MAX_RECORD_SIZE, values: MAX_VALUES, depth: MAX_DEPTH },
		arrays: LISTS
	});
	readonly #ids = new Set<string>();
	/** The earlier texts that pages name, and those that are there: each id with the page it belongs to. */
	readonly #named = new Map<string, string>();
	readonly #versions = new Map<string, string>();
	readonly #holds: Omit<Holds, 'made' | 'size' | 'versions'> = {
		entries: 0,
		from: null,
		to: null,
		hidden: 0,
		sealed: 0,
		binned: 0,
		notes: 0,
		prompts: 0,
		library: 0,
		companions: []
	};
	#made: Moment | null = null;
	#version = VERSION;

	constructor(sink: Sink) {
		this.#sink = sink;
	}

	push(piece: Uint8Array): void {
		named(() => {
			for (const { field, isElement, value } of this.#json.push(piece)) {
				if (LISTS.includes(field) && !isElement) throw damaged('not a list');
				this.#take(field, value);
			}
		});
	}

	/** All has arrived: returns what the file holds. */
	end(): Omit<Holds, 'size'> {
		named(() => this.#json.end());
		if (!this.#json.has('format')) throw new BackupError('not-a-backup', 'not a journal of ours');
		const needed = this.#version > 1 ? [...FIELDS, 'library'] : FIELDS;
		const missing = needed.find((field) => !this.#json.has(field));
		if (missing !== undefined || !this.#made) throw damaged(`no ${missing ?? 'day'}`);
		for (const [id, of] of this.#named) {
			if (this.#versions.get(id) !== of) throw damaged('an earlier text is missing');
		}
		if (this.#versions.size !== this.#named.size) throw damaged('an earlier text of no page');
		return { ...this.#holds, made: this.#made, versions: this.#versions.size };
	}

	#take(field: string, value: unknown): void {
		if (field === 'format') {
			if (value !== FORMAT) throw new BackupError('not-a-backup', 'a journal of another kind');
		} else if (field === 'version') {
			if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
				throw damaged('an impossible version');
			}
			if (value > VERSION) throw new BackupError('newer-format', `version ${value}`);
			this.#version = value;
		} else if (field === 'made') this.#made = parse(momentSchema, value);
		else if (field === 'companions') this.#holds.companions = parse(namesSchema, value);
		else if (field === 'settings') {
			this.#sink.settings(parse(exportedSettingsSchema, value));
		} else if (field === 'prompts') this.#takePrompt(parse(customPromptSchema, value));
		else if (field === 'library' && this.#version > 1) {
			this.#takeCompanion(parse(libraryItemSchema, value));
		} else if (field === 'entries') this.#takeEntry(parse(entrySchema, value));
		else if (field === 'versions') this.#takeVersion(parse(versionSchema, value));
		else if (this.#json.has('format')) throw damaged('a field that does not belong');
		else throw new BackupError('not-a-backup', 'a file of another kind');
	}

	#takePrompt(one: CustomPrompt): void {
		this.#claim(one.id);
		this.#holds.prompts += 1;
		this.#sink.prompt(one);
	}

	#takeCompanion(one: LibraryItem): void {
		this.#claim(one.id);
		this.#holds.library += 1;
		this.#sink.companion(one);
	}

	#takeEntry(one: Entry): void {
		this.#claim(one.id);
		for (const id of one.versions) {
			if (this.#named.has(id)) throw damaged('an earlier text of two pages');
			this.#named.set(id, one.id);
		}
		const holds = this.#holds;
		const { day } = one.written;
		holds.entries += 1;
		holds.from = holds.from === null || day < holds.from ? day : holds.from;
		holds.to = holds.to === null || day > holds.to ? day : holds.to;
		holds.hidden += one.hidden ? 1 : 0;
		holds.sealed += one.sealedUntil === null ? 0 : 1;
		holds.binned += one.binned ? 1 : 0;
		holds.notes += one.margin.length;
		this.#sink.entry(one);
	}

	#takeVersion(one: Version): void {
		this.#claim(one.id);
		this.#versions.set(one.id, one.entry);
		this.#sink.version(one);
	}

	/** No two records have one id, of whatever kinds. */
	#claim(id: string): void {
		if (this.#ids.has(id)) throw damaged('one id for two records');
		this.#ids.add(id);
	}
}

/** Does some reading, and throws what is wrong with the JSON as a BackupError. */
function named(read: () => void): void {
	try {
		read();
	} catch (error) {
		if (!(error instanceof JsonError)) throw error;
		throw new BackupError(codes[error.code], error.message, { cause: error });
	}
}

/** Validates a value, and returns it made anew. Throws `damaged`; its message names the field, and nothing of its value. */
function parse<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
	const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw damaged(`${v.getDotPath(issue) ?? 'a record'} is no ${issue.expected ?? issue.type}`);
}

function damaged(message: string): BackupError {
	return new BackupError('damaged', message);
}
