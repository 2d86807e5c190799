import * as v from 'valibot';
import { customPromptSchema } from '$lib/model/schema/entry';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import { entrySchema } from '$lib/model/schema/entry';
import type { Entry } from '$lib/model/entry';
import { libraryItemSchema } from '$lib/model/schema/library-item';
import type { LibraryItem } from '$lib/model/library-item';
import { momentSchema } from '$lib/model/schema/values';
import type { Moment } from '$lib/model/moment';
import { lineSchema } from '$lib/model/schema/values';
import { exportedSettingsSchema } from '$lib/model/schema/settings';
import type { ExportedSettings } from '$lib/model/settings';
import { versionSchema, type Version } from '$lib/model/schema/entry';
import { JsonError, JsonStream, type JsonErrorCode } from '$lib/json/json';
import { BackupError, type BackupErrorCode } from './backup-error';
import type { BackupSummary } from './summary';
import { JOURNAL_FORMAT } from '$lib/formats/format-id';
import { FORMAT_VERSION } from './journal-file';
import { MAX_DEPTH, MAX_RECORD_SIZE, MAX_VALUES } from './limits';

/** Takes what is read, record by record, in the order of the file. */
export interface RecordSink {
	entry(one: Entry): void;
	version(one: Version): void;
	prompt(one: CustomPrompt): void;
	libraryItem(one: LibraryItem): void;
	settings(all: ExportedSettings): void;
}

const companionIdsSchema = v.array(lineSchema);
/** The fields that every file has; one of version 1 has no library. */
const REQUIRED_FIELDS = [
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
const LIST_FIELDS = ['prompts', 'library', 'entries', 'versions'];

const BACKUP_ERROR_CODES: Record<JsonErrorCode, BackupErrorCode> = {
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
export class JournalFileReader {
	readonly #sink: RecordSink;
	readonly #json = new JsonStream({
		limits: { bytes: MAX_RECORD_SIZE, values: MAX_VALUES, depth: MAX_DEPTH },
		arrays: LIST_FIELDS
	});
	readonly #ids = new Set<string>();
	/** The earlier texts that pages name, and those that are there: each id with the page it belongs to. */
	readonly #expectedVersions = new Map<string, string>();
	readonly #foundVersions = new Map<string, string>();
	readonly #summary: Omit<BackupSummary, 'created' | 'fileSize' | 'versions'> = {
		entries: 0,
		firstDay: null,
		lastDay: null,
		hidden: 0,
		timeLocked: 0,
		binned: 0,
		marginNotes: 0,
		prompts: 0,
		library: 0,
		companions: []
	};
	#created: Moment | null = null;
	#formatVersion = FORMAT_VERSION;

	constructor(sink: RecordSink) {
		this.#sink = sink;
	}

	push(piece: Uint8Array): void {
		withJsonErrors(() => {
			for (const { field, isElement, value } of this.#json.push(piece)) {
				if (LIST_FIELDS.includes(field) && !isElement) throw damagedError('not a list');
				this.#readField(field, value);
			}
		});
	}

	/** All has arrived: returns what the file holds. */
	end(): Omit<BackupSummary, 'fileSize'> {
		withJsonErrors(() => this.#json.end());
		if (!this.#json.has('format')) throw new BackupError('not-a-backup', 'not a journal of ours');
		const needed = this.#formatVersion > 1 ? [...REQUIRED_FIELDS, 'library'] : REQUIRED_FIELDS;
		const missing = needed.find((field) => !this.#json.has(field));
		if (missing !== undefined || !this.#created) throw damagedError(`no ${missing ?? 'day'}`);
		for (const [id, of] of this.#expectedVersions) {
			if (this.#foundVersions.get(id) !== of) throw damagedError('an earlier text is missing');
		}
		if (this.#foundVersions.size !== this.#expectedVersions.size) {
			throw damagedError('an earlier text of no page');
		}
		return { ...this.#summary, created: this.#created, versions: this.#foundVersions.size };
	}

	#readField(field: string, value: unknown): void {
		if (field === 'format') {
			if (value !== JOURNAL_FORMAT) {
				throw new BackupError('not-a-backup', 'a journal of another kind');
			}
		} else if (field === 'version') {
			if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
				throw damagedError('an impossible version');
			}
			if (value > FORMAT_VERSION) throw new BackupError('newer-format', `version ${value}`);
			this.#formatVersion = value;
		} else if (field === 'made') this.#created = parse(momentSchema, value);
		else if (field === 'companions') this.#summary.companions = parse(companionIdsSchema, value);
		else if (field === 'settings') {
			this.#sink.settings(parse(exportedSettingsSchema, value));
		} else if (field === 'prompts') this.#addPrompt(parse(customPromptSchema, value));
		else if (field === 'library' && this.#formatVersion > 1) {
			this.#addLibraryItem(parse(libraryItemSchema, value));
		} else if (field === 'entries') this.#addEntry(parse(entrySchema, value));
		else if (field === 'versions') this.#addVersion(parse(versionSchema, value));
		else if (this.#json.has('format')) throw damagedError('a field that does not belong');
		else throw new BackupError('not-a-backup', 'a file of another kind');
	}

	#addPrompt(one: CustomPrompt): void {
		this.#claimId(one.id);
		this.#summary.prompts += 1;
		this.#sink.prompt(one);
	}

	#addLibraryItem(one: LibraryItem): void {
		this.#claimId(one.id);
		this.#summary.library += 1;
		this.#sink.libraryItem(one);
	}

	#addEntry(one: Entry): void {
		this.#claimId(one.id);
		for (const id of one.versions) {
			if (this.#expectedVersions.has(id)) throw damagedError('an earlier text of two pages');
			this.#expectedVersions.set(id, one.id);
		}
		const summary = this.#summary;
		const { day } = one.written;
		summary.entries += 1;
		summary.firstDay = summary.firstDay === null || day < summary.firstDay ? day : summary.firstDay;
		summary.lastDay = summary.lastDay === null || day > summary.lastDay ? day : summary.lastDay;
		summary.hidden += one.hidden ? 1 : 0;
		summary.timeLocked += one.sealedUntil === null ? 0 : 1;
		summary.binned += one.binned ? 1 : 0;
		summary.marginNotes += one.margin.length;
		this.#sink.entry(one);
	}

	#addVersion(one: Version): void {
		this.#claimId(one.id);
		this.#foundVersions.set(one.id, one.entry);
		this.#sink.version(one);
	}

	/** No two records have one id, of whatever kinds. */
	#claimId(id: string): void {
		if (this.#ids.has(id)) throw damagedError('one id for two records');
		this.#ids.add(id);
	}
}

/** Does some reading, and throws what is wrong with the JSON as a BackupError. */
function withJsonErrors(read: () => void): void {
	try {
		read();
	} catch (error) {
		if (!(error instanceof JsonError)) throw error;
		throw new BackupError(BACKUP_ERROR_CODES[error.code], error.message, { cause: error });
	}
}

/** Validates a value, and returns it made anew. Throws `damaged`; its message names the field, and nothing of its value. */
function parse<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
	const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw damagedError(`${v.getDotPath(issue) ?? 'a record'} is no ${issue.expected ?? issue.type}`);
}

function damagedError(message: string): BackupError {
	return new BackupError('damaged', message);
}
