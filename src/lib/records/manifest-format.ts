/*
 * The manifest lists the records of a journal, so that one that is lost, added or rolled back is noticed and
 * can be named. It consists of encrypted records itself:
 *
 *   root ──► up to 64 shards ──► every other record: id, revision, label
 *
 * The first six bits of a record's random id choose its shard, so a save rewrites one short shard and the
 * root, whatever the size of the journal. Whoever rolls the whole database back to an earlier
 * state rolls the root back with it; that cannot be noticed.
 */

/** An item of the manifest: what is known of a record without decrypting it. */
export interface ManifestItem {
	rev: number;
	/** A name for people, should the record be missing: `entry 2026-11-22`. */
	label: string;
}

/** Whether an item is an entry or an earlier text. All other records are few, and are kept in memory. */
export function isEntryOrVersion({ label }: ManifestItem): boolean {
	return label.startsWith('entry ') || label.startsWith('version ');
}

/** One shard: its items, by the id of their record. */
export type Shard = ReadonlyMap<string, ManifestItem>;

/** The root: the shards by number, each with the record that holds it. */
export type ManifestRoot = ReadonlyMap<number, { id: string; rev: number }>;

/** The number of a record's shard, from 0 to 63, by its id in hex. */
export function shardOf(id: string): number {
	return Number.parseInt(id.slice(0, 2), 16) >> 2;
}

/** The range of ids of a shard: from the first, up to the second, which is not in it. */
export function shardIdRange(shard: number): [from: string, to: string] {
	const start = (number: number): string =>
		number === SHARD_COUNT ? 'g' : (number << 2).toString(16).padStart(2, '0');
	return [start(shard), start(shard + 1)];
}

/** The number of shards. */
export const SHARD_COUNT = 64;

/** A difference between the manifest and the stored records. */
export interface Damage {
	id: string;
	/**
	 * - `unreadable`: there, and cannot be decrypted
	 * - `missing`: no longer there
	 * - `rolled-back`: there in another revision than the last one saved
	 * - `unexpected`: there, though no longer (or not yet) part of the journal
	 */
	code: 'unreadable' | 'missing' | 'rolled-back' | 'unexpected';
	label: string;
}

/**
 * Compares the manifest with the records that were found (by id: the revision, and whether it can be decrypted), and
 * returns every difference.
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

/** Returns the unreadable records: all that can be named without a complete manifest. */
export function findUnreadable(
	found: ReadonlyMap<string, { rev: number; opens: boolean }>
): Damage[] {
	return [...found]
		.filter(([, { opens }]) => !opens)
		.map(([id]) => ({ id, code: 'unreadable', label: '' }) as const);
}

/** The ids whose items differ in two states of a shard, without entries and earlier texts. */
export function diffShards(before: Shard, after: Shard): string[] {
	const all = new Map([...before, ...after]);
	return [...all].flatMap(([id, item]) =>
		isEntryOrVersion(item) || before.get(id)?.rev === after.get(id)?.rev ? [] : [id]
	);
}

/** Encodes the root as it is stored. */
export function encodeRoot(root: ManifestRoot): unknown {
	return { kind: 'root', pages: [...root].map(([shard, { id, rev }]) => [shard, id, rev]) };
}

/** Encodes a shard as it is stored. */
export function encodeShard(shard: Shard): unknown {
	return { kind: 'inventory', records: [...shard].map(([id, { rev, label }]) => [id, rev, label]) };
}

/** Decodes a stored root; null for anything else. */
export function decodeRoot(value: unknown): ManifestRoot | null {
	const { kind, pages } = value as { kind?: unknown; pages?: [number, string, number][] };
	if (kind !== 'root' || !Array.isArray(pages)) return null;
	return new Map(pages.map(([shard, id, rev]) => [shard, { id, rev }]));
}

/** Decodes a stored shard; null for anything else. */
export function decodeShard(value: unknown): Shard | null {
	const { kind, records } = value as { kind?: unknown; records?: [string, number, string][] };
	if (kind !== 'inventory' || !Array.isArray(records)) return null;
	return new Map(records.map(([id, rev, label]) => [id, { rev, label }]));
}
