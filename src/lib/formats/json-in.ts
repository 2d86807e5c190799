import type { JsonValue } from '$lib/json/json';
import { isDayOneEntry, takeDayOneEntry } from './day-one-in';
import type { Intake } from './intake';
import { isJrnlEntry, takeJrnlEntry } from './jrnl-in';
import { journalStream, jsonValues } from './json-values';
import { isMiniDiaryEntry, takeMiniDiaryEntry } from './mini-diary-in';
import type { Source } from './source';

/** What kind of journal a JSON file is. */
export type JsonKind = 'day-one' | 'jrnl-json' | 'mini-diary';

function kindOfEntry({ key, value }: JsonValue): JsonKind | null {
	if (!isObject(value)) return null;
	if (key === null && isJrnlEntry(value)) return 'jrnl-json';
	if (key === null && isDayOneEntry(value)) return 'day-one';
	return isMiniDiaryEntry(key, value) ? 'mini-diary' : null;
}

/** How many entries may be none before the file is taken for another program's. */
const MAX_UNKNOWN = 20;

/** What the file of everything in a backup of ours calls itself. */
const OWN_JOURNAL = 'own-voice journal';

/**
 * The kind of journal that a JSON file is, by its first entries; `empty` if it has a place for them and none in it,
 * `own` for what a backup of ours holds. Null for any other JSON. Reads no further than it needs to. Throws a
 * FormatError where it is no JSON.
 */
export async function jsonKindOf(source: Source): Promise<JsonKind | 'empty' | 'own' | null> {
	const stream = journalStream();
	let strange = 0;
	let isAnother = false;
	for await (const one of jsonValues(source.chunks(), stream)) {
		if (!one.isElement) {
			if (one.field === 'format' && one.value === OWN_JOURNAL) return 'own';
			isAnother ||= one.field === 'entries' && one.value !== null;
			continue;
		}
		const kind = kindOfEntry(one);
		if (kind) return kind;
		strange += 1;
		if (strange >= MAX_UNKNOWN) return null;
	}
	return strange === 0 && stream.has('entries') && !isAnother ? 'empty' : null;
}

/** Takes the entries of a JSON file of this kind. Throws a FormatError where it breaks off; then nothing counts. */
export async function takeJson(source: Source, kind: JsonKind, intake: Intake): Promise<void> {
	const { pace } = intake.context;
	let seen = 0;
	const chunks = counted(source.chunks(), (length) => (seen += length));
	for await (const { isElement, key, value } of jsonValues(chunks, journalStream())) {
		await pace.rest(seen / source.size);
		if (!isElement) continue;
		if (!isObject(value)) intake.skipBroken(key ?? 'entry');
		else if (kind === 'day-one') takeDayOneEntry(value, intake);
		else if (kind === 'jrnl-json') takeJrnlEntry(value, intake);
		else takeMiniDiaryEntry(key, value, intake);
	}
}

async function* counted(
	chunks: AsyncIterable<Uint8Array>,
	count: (length: number) => void
): AsyncGenerator<Uint8Array, void> {
	for await (const chunk of chunks) {
		count(chunk.length);
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
