import { FORMAT, OLDEST_FORMAT, type Database, type Header, type Row } from './database';
import { StorageError } from './storage-error';

/* The checks of a write inside its transaction. A check that fails aborts the transaction without a trace. */

/** A record to write, and the revision it replaces: null for one that must not be there yet. */
export interface Change {
	row: Row;
	baseRev: number | null;
}

/** A record to remove, and the revision it must have. */
export interface Removal {
	id: string;
	baseRev: number;
}

/** The header as the writer knows it. */
export type Expected = Pick<Header, 'vaultId' | 'epoch' | 'root'>;

/** Thrown inside a transaction to abort it without a trace; `ids` are the records whose revisions differ. */
export class RevisionConflict extends Error {
	readonly ids: string[];
	constructor(ids: string[]) {
		super('records have moved on');
		this.ids = ids;
	}
}

/**
 * Aborts the transaction unless the header is the expected one, and every record to write or to remove has the revision
 * that is to be replaced or removed. Returns the header. Throws a StorageError, or a `RevisionConflict`.
 */
export async function checkWrite(
	db: Database,
	changes: readonly Change[],
	removed: readonly Removal[],
	expected: Expected
): Promise<Header> {
	const [header, stored, leaving] = await Promise.all([
		db.meta.get('vault'),
		db.r.bulkGet(changes.map(({ row }) => row.id)),
		db.r.bulkGet(removed.map(({ id }) => id))
	]);
	checkHeader(header, expected);
	const moved = changes.filter((change, index) => isStale(change, stored[index]));
	// A missing one was removed already, by this write or by another tab.
	const kept = removed.filter(({ baseRev }, index) => (leaving[index]?.rev ?? baseRev) !== baseRev);
	const all = [...moved.map(({ row }) => row.id), ...kept.map(({ id }) => id)];
	if (all.length > 0) throw new RevisionConflict(all);
	return header;
}

/** Aborts the transaction unless the records are exactly these, in these revisions. */
export async function checkUnchanged(
	db: Database,
	all: ReadonlyMap<string, number>
): Promise<void> {
	const stored = await db.r.toArray();
	const same = stored.every(({ id, rev }) => all.get(id) === rev);
	if (!same || stored.length !== all.size) throw new RevisionConflict([]);
}

/** Aborts the transaction unless the header is the one the writer knows. Throws a StorageError that says why. */
export function checkHeader(
	header: Header | undefined,
	expected: Expected
): asserts header is Header {
	if (!header) throw new StorageError('gone', 'the journal is no longer there');
	if (!(header.format >= OLDEST_FORMAT && header.format <= FORMAT)) {
		throw new StorageError('newer-format', `the data is of format ${header.format}`);
	}
	if (header.vaultId !== expected.vaultId) {
		throw new StorageError('gone', 'another vault is there');
	}
	if (header.epoch !== expected.epoch) {
		throw new StorageError('other-key', 'the key was changed in another tab');
	}
	// Another tab has rebuilt the manifest: read it from there.
	if (header.root !== expected.root) throw new RevisionConflict([expected.root]);
}

/** Whether a record has another revision by now than the one a change replaces. */
function isStale({ row, baseRev }: Change, stored: Row | undefined): boolean {
	// The same nonce means the same encryption: a write that was repeated because its answer got lost.
	if (stored && stored.rev === row.rev && sameBytes(stored.n, row.n)) return false;
	return (stored?.rev ?? null) !== baseRev;
}

/** Whether two arrays hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/**
 * Returns the `RevisionConflict` that aborted a transaction, wherever Dexie put it; null if it was aborted by something
 * else.
 */
export function conflictIn(error: unknown): RevisionConflict | null {
	for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
		if (cause instanceof RevisionConflict) return cause;
	}
	return null;
}
