import type { Entry } from '$lib/model/entry';
import type { Yielder } from '$lib/work/yielder';

/** Writes one text of all entries, `between` them what is to part them; `write` says what stands for each. */
export async function writeText(
	entries: readonly Entry[],
	formatEntry: (entry: Entry) => string,
	separator: string,
	yielder: Yielder
): Promise<Blob> {
	const parts: string[] = [];
	for (const [index, entry] of entries.entries()) {
		await yielder.yieldIfDue(index / entries.length);
		parts.push(`${index > 0 ? separator : ''}${formatEntry(entry)}\n`);
	}
	return new Blob(parts, { type: 'text/plain;charset=utf-8' });
}
