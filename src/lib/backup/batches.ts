import type { Whole } from '$lib/journal/whole';

/** As many letters cross at once between a page and its worker, so that neither waits long. */
const LETTERS = 500_000;

/** A part of a journal. */
export type Batch = Partial<Whole>;

/** Divides a journal into parts. */
export function* batches(whole: Whole): Generator<Batch> {
	const { settings, prompts, library } = whole;
	yield { settings, prompts };
	for (const one of library) yield { library: [one] };
	yield* parts(whole.entries, (entries) => ({ entries }));
	yield* parts(whole.versions, (versions) => ({ versions }));
}

function* parts<T extends { text: string }>(
	all: readonly T[],
	as: (part: T[]) => Batch
): Generator<Batch> {
	let part: T[] = [];
	let letters = 0;
	for (const one of all) {
		part.push(one);
		letters += one.text.length + 500;
		if (letters < LETTERS) continue;
		yield as(part);
		part = [];
		letters = 0;
	}
	if (part.length > 0) yield as(part);
}
