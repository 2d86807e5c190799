import type { JournalSnapshot, SnapshotPart } from '$lib/model/snapshot';

/** How many characters go at once between a page and its worker, so that neither waits long. */
const PART_SIZE = 500_000;

/** Divides a snapshot into parts. */
export function* splitSnapshot(snapshot: JournalSnapshot): Generator<SnapshotPart> {
	const { settings, prompts, library } = snapshot;
	yield { settings, prompts };
	for (const one of library) yield { library: [one] };
	yield* splitByLength(snapshot.entries, (entries) => ({ entries }));
	yield* splitByLength(snapshot.versions, (versions) => ({ versions }));
}

function* splitByLength<T extends { text: string }>(
	all: readonly T[],
	toPart: (part: T[]) => SnapshotPart
): Generator<SnapshotPart> {
	let part: T[] = [];
	let size = 0;
	for (const one of all) {
		part.push(one);
		size += one.text.length + 500;
		if (size < PART_SIZE) continue;
		yield toPart(part);
		part = [];
		size = 0;
	}
	if (part.length > 0) yield toPart(part);
}
