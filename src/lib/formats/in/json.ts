import { JOURNAL_FORMAT } from '$lib/formats/format-id';
import type { JsonValue } from '$lib/json/json';
import { isDayOneEntry, collectDayOneEntry } from './day-one';
import type { ImportCollector } from './import-collector';
import { isJrnlEntry, collectJrnlEntry } from './jrnl';
import { createJournalStream, readJsonValues } from './json-values';
import { isMiniDiaryEntry, collectMiniDiaryEntry } from './mini-diary';
import type { Source } from './source';

/** What kind of journal a JSON file is. */
export type JsonKind = 'day-one' | 'jrnl-json' | 'mini-diary';

function detectEntryKind({ key, value }: JsonValue): JsonKind | null {
	if (!isObject(value)) return null;
	if (key === null && isJrnlEntry(value)) return 'jrnl-json';
	if (key === null && isDayOneEntry(value)) return 'day-one';
	return isMiniDiaryEntry(key, value) ? 'mini-diary' : null;
}

/** How many entries may be none before the file is taken for another program's. */
const MAX_UNKNOWN_ENTRIES = 20;

/**
 * The kind of journal that a JSON file is, by its first entries; `empty` if it has a place for them and none in it,
 * `own` for what a backup of ours holds. Null for any other JSON. Reads no further than it needs to. Throws a
 * FormatError where it is no JSON.
 */
export async function detectJsonKind(source: Source): Promise<JsonKind | 'empty' | 'own' | null> {
	const stream = createJournalStream();
	let unknownCount = 0;
	let isOtherFormat = false;
	for await (const one of readJsonValues(source.chunks(), stream)) {
		if (!one.isElement) {
			if (one.field === 'format' && one.value === JOURNAL_FORMAT) return 'own';
			isOtherFormat ||= one.field === 'entries' && one.value !== null;
			continue;
		}
		const kind = detectEntryKind(one);
		if (kind) return kind;
		unknownCount += 1;
		if (unknownCount >= MAX_UNKNOWN_ENTRIES) return null;
	}
	return unknownCount === 0 && stream.has('entries') && !isOtherFormat ? 'empty' : null;
}

/** Takes the entries of a JSON file of this kind. Throws a FormatError where it breaks off; then nothing counts. */
export async function collectJson(
	source: Source,
	kind: JsonKind,
	collector: ImportCollector
): Promise<void> {
	const { yielder } = collector.context;
	let bytesRead = 0;
	const chunks = withByteCount(source.chunks(), (length) => (bytesRead += length));
	for await (const { isElement, key, value } of readJsonValues(chunks, createJournalStream())) {
		await yielder.yieldIfDue(bytesRead / source.size);
		if (!isElement) continue;
		if (!isObject(value)) collector.reportBroken(key ?? 'entry');
		else if (kind === 'day-one') collectDayOneEntry(value, collector);
		else if (kind === 'jrnl-json') collectJrnlEntry(value, collector);
		else collectMiniDiaryEntry(key, value, collector);
	}
}

async function* withByteCount(
	chunks: AsyncIterable<Uint8Array>,
	onBytes: (length: number) => void
): AsyncGenerator<Uint8Array, void> {
	for await (const chunk of chunks) {
		onBytes(chunk.length);
		yield chunk;
	}
}

/** Whether the beginning of a text is that of a JSON object, or of a list of them. */
export function looksLikeJson(text: string): boolean {
	return /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
