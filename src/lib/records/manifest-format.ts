/*
 * The manifest says which records a journal consists of, so that one that is lost, added or rolled back
 * is noticed and can be named. It is itself made of sealed records:
 *
 *   root ──► up to 64 pages ──► every other record: id, revision, what it is
 *
 * A record stands on the page that the first six bits of its random id name, so a save rewrites one short
 * page and the root, whatever the size of the journal. Whoever rolls the whole database back to an earlier
 * state rolls the root back with it; that cannot be noticed.
 */

/** A line of the manifest: what is known of a record without opening it. */
export interface ManifestItem {
	rev: number;
	/** What a person would call it, should it be missing: `entry 2026-11-22`. */
	label: string;
}

/** Whether a line is of an entry or an earlier text. All else is little, and is held as a whole while a journal is open. */
export function isEntryOrVersion({ label }: ManifestItem): boolean {
	return label.startsWith('entry ') || label.startsWith('version ');
}

/** One page: the records on it, by id. */
export type Shard = ReadonlyMap<string, ManifestItem>;

/** The pages there are, by number, each with the record that holds it. */
export type ManifestRoot = ReadonlyMap<number, { id: string; rev: number }>;

/** Which page a record stands on, from 0 to 63, by its id in hex. */
export function shardOf(id: string): number {
	return Number.parseInt(id.slice(0, 2), 16) >> 2;
}

/** The ids that stand on a page lie from the first of these up to, and without, the second. */
export function shardIdRange(shard: number): [from: string, to: string] {
	const start = (number: number): string =>
		number === SHARD_COUNT ? 'g' : (number << 2).toString(16).padStart(2, '0');
	return [start(shard), start(shard + 1)];
}

/** How many pages there can be. */
export const SHARD_COUNT = 64;

/** What of a journal is not as the manifest says. */
export interface Damage {
	id: string;
	/**
	 * - `unreadable`: there, and does not open
	 * - `missing`: no longer there
	 * - `rolled-back`: there in another revision than the last one saved
	 * - `unexpected`: there, though no longer (or not yet) part of the journal
	 */
	code: 'unreadable' | 'missing' | 'rolled-back' | 'unexpected';
	label: string;
}

/**
 * Takes what the manifest says and what is there (by id: the revision, and whether it opens), and returns
 * every difference.
 */
export function findDamage(
	expected: ReadonlyMap<string, ManifestItem>,
	found: ReadonlyMap<string, { rev: number; opens: boolean }>
): Damage[] {
	const damage: Damage[] = [];
	for (const [id, { rev, label }] of expected) {
		const actual = found.get(id);
		if (!actual) damage.push({ id, code: 'missing', label });
		else if (!actual.opens) damage.push({ id, code: 'unreadable', label });
		else if (actual.rev !== rev) damage.push({ id, code: 'rolled-back', label });
	}
	for (const [id, { opens }] of found) {
		if (expected.has(id)) continue;
		damage.push({ id, code: opens ? 'unexpected' : 'unreadable', label: '' });
	}
	return damage;
}

/** Without a whole manifest only what does not open can be named. */
export function findUnreadable(
	found: ReadonlyMap<string, { rev: number; opens: boolean }>
): Damage[] {
	return [...found]
		.filter(([, { opens }]) => !opens)
		.map(([id]) => ({ id, code: 'unreadable', label: '' }) as const);
}

/** The ids of what two states of a page say differently, but for entries and earlier texts. */
export function diffShards(before: Shard, after: Shard): string[] {
	const all = new Map([...before, ...after]);
	return [...all].flatMap(([id, item]) =>
		isEntryOrVersion(item) || before.get(id)?.rev === after.get(id)?.rev ? [] : [id]
	);
}

/** The stored form of the root. */
export function encodeRoot(root: ManifestRoot): unknown {
	return { kind: 'root', pages: [...root].map(([shard, { id, rev }]) => [shard, id, rev]) };
}

/** The stored form of a page. */
export function encodeShard(shard: Shard): unknown {
	return { kind: 'inventory', records: [...shard].map(([id, { rev, label }]) => [id, rev, label]) };
}

/** Reads the stored form of the root; null for anything else. */
export function decodeRoot(value: unknown): ManifestRoot | null {
	const { kind, pages } = value as { kind?: unknown; pages?: [number, string, number][] };
	if (kind !== 'root' || !Array.isArray(pages)) return null;
	return new Map(pages.map(([shard, id, rev]) => [shard, { id, rev }]));
}

/** Reads the stored form of a page; null for anything else. */
export function decodeShard(value: unknown): Shard | null {
	const { kind, records } = value as { kind?: unknown; records?: [string, number, string][] };
	if (kind !== 'inventory' || !Array.isArray(records)) return null;
	return new Map(records.map(([id, rev, label]) => [id, { rev, label }]));
}
