import { equalBytes } from '$lib/bytes/bytes';
import {
	STORAGE_FORMAT,
	OLDEST_STORAGE_FORMAT,
	type DexieDatabase,
	type VaultHeader,
	type RecordRow
} from './database';
import { StorageError } from './storage-error';

/* The checks of a write inside its transaction. A check that fails aborts the transaction without a trace. */

/** A record to write, and the revision it replaces: null for one that must not be there yet. */
export interface RowWrite {
	row: RecordRow;
	baseRev: number | null;
}

/** A record to remove, and the revision it must have. */
export interface RowRemoval {
	id: string;
	baseRev: number;
}

/** The header as the writer knows it. */
export type ExpectedHeader = Pick<VaultHeader, 'vaultId' | 'epoch' | 'root'>;

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
	db: DexieDatabase,
	changes: readonly RowWrite[],
	removals: readonly RowRemoval[],
	expected: ExpectedHeader
): Promise<VaultHeader> {
	const [header, stored, storedRemovals] = await Promise.all([
		db.meta.get('vault'),
		db.r.bulkGet(changes.map(({ row }) => row.id)),
		db.r.bulkGet(removals.map(({ id }) => id))
	]);
	checkHeader(header, expected);
	const conflictingWrites = changes.filter((change, index) => isStale(change, stored[index]));
	// A missing one was removed already, by this write or by another tab.
	const conflictingRemovals = removals.filter(
		({ baseRev }, index) => (storedRemovals[index]?.rev ?? baseRev) !== baseRev
	);
	const conflictIds = [
		...conflictingWrites.map(({ row }) => row.id),
		...conflictingRemovals.map(({ id }) => id)
	];
	if (conflictIds.length > 0) throw new RevisionConflict(conflictIds);
	return header;
}

/** Aborts the transaction unless the records are exactly these, in these revisions. */
export async function checkUnchanged(
	db: DexieDatabase,
	expectedRevs: ReadonlyMap<string, number>
): Promise<void> {
	const stored = await db.r.toArray();
	const areSame = stored.every(({ id, rev }) => expectedRevs.get(id) === rev);
	if (!areSame || stored.length !== expectedRevs.size) throw new RevisionConflict([]);
}

/** Aborts the transaction unless the header is the one the writer knows. Throws a StorageError that says why. */
export function checkHeader(
	header: VaultHeader | undefined,
	expected: ExpectedHeader
): asserts header is VaultHeader {
	if (!header) throw new StorageError('gone', 'the journal is no longer there');
	if (!(header.format >= OLDEST_STORAGE_FORMAT && header.format <= STORAGE_FORMAT)) {
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
function isStale({ row, baseRev }: RowWrite, stored: RecordRow | undefined): boolean {
	// The same nonce means the same encryption: a write that was repeated because its answer got lost.
	if (stored && stored.rev === row.rev && equalBytes(stored.n, row.n)) return false;
	return (stored?.rev ?? null) !== baseRev;
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
