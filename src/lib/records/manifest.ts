import { randomId } from '$lib/id/random-id';
import { type DecryptResult } from '$lib/vault/vault';
import {
	diffShards,
	shardOf,
	encodeShard,
	decodeShard,
	decodeRoot,
	encodeRoot,
	type Damage,
	type ManifestItem,
	type Shard,
	type ManifestRoot
} from './manifest-format';
import { JournalError } from './journal-error';
import { parseValue, type RecordValue } from './record-value';

/** A record to write. `baseRev` is the revision it replaces, null for a new one; `label` names it for people. */
export interface RecordWrite {
	id: string;
	baseRev: number | null;
	label: string;
	value: RecordValue;
}

/** A record of the manifest to write. */
export interface ManifestWrite extends Omit<RecordWrite, 'value'> {
	value: unknown;
}

/** A decrypted and validated record. */
export interface DecryptedRecord {
	id: string;
	rev: number;
	value: RecordValue;
}

/** Validates a record as the vault has decrypted it. Null for one that is unreadable, or breaks its schema. */
export function validateRecord(record: DecryptResult): DecryptedRecord | null {
	const value = 'damaged' in record ? null : parseValue(record.value);
	return value && { id: record.id, rev: record.rev, value };
}

/** A manifest as it was read. */
export interface LoadedManifest {
	/** Its items, by the id of their record. */
	items: Map<string, ManifestItem>;
	/** The ids of the records that it consists of. */
	ownIds: Set<string>;
	damage: Damage[];
}

/**
 * The manifest of a journal as this tab last read or wrote it: the records by shard, and the revisions of the shards
 * and the root. It reads and writes nothing by itself.
 */
export class Manifest {
	rootId: string;
	#rootRev = 0;
	#root: ManifestRoot = new Map();
	#shards = new Map<number, { rev: number; shard: Shard }>();
	#isComplete = true;

	constructor(rootId: string) {
		this.rootId = rootId;
	}

	/** Throws `damaged-manifest` while a part of it is damaged: a write would hide what is missing. */
	assertComplete(): void {
		if (this.#isComplete) return;
		throw new JournalError('damaged-manifest', 'the inventory must be taken anew first');
	}

	get isComplete(): boolean {
		return this.#isComplete;
	}

	/** The ids of the records that it consists of, as far as they are known. */
	get ownIds(): string[] {
		return [this.rootId, ...[...this.#root.values()].map(({ id }) => id)];
	}

	/** The id of the record that holds a shard; null for an empty shard. */
	shardId(number: number): string | null {
		return this.#root.get(number)?.id ?? null;
	}

	/** Loads the root alone, to learn which records the manifest consists of; false if it cannot be decrypted. */
	loadRoot(record: DecryptResult | undefined): boolean {
		const root = record && 'value' in record ? decodeRoot(record.value) : null;
		if (root) this.#root = root;
		return root !== null;
	}

	/** Loads the manifest from all decrypted records. It is incomplete where a part of it is damaged. */
	load(byId: ReadonlyMap<string, DecryptResult>): LoadedManifest {
		this.#shards = new Map();
		const items = new Map<string, ManifestItem>();
		const ownIds = new Set([this.rootId]);
		const damage: Damage[] = [];
		const rootRecord = byId.get(this.rootId);
		const root = rootRecord && 'value' in rootRecord ? decodeRoot(rootRecord.value) : null;
		if (!rootRecord || !root) {
			this.#isComplete = false;
			const code = rootRecord ? 'unreadable' : 'missing';
			return { items, ownIds, damage: [{ id: this.rootId, code, label: 'inventory' }] };
		}
		this.#root = root;
		this.#rootRev = rootRecord.rev;
		for (const [number, { id, rev }] of root) {
			ownIds.add(id);
			const record = byId.get(id);
			const shard = record && 'value' in record ? decodeShard(record.value) : null;
			if (!record || !shard || record.rev !== rev) {
				const code = !record ? 'missing' : shard ? 'rolled-back' : 'unreadable';
				damage.push({ id, code, label: 'inventory' });
				continue;
			}
			this.#shards.set(number, { rev, shard });
			for (const [key, item] of shard) items.set(key, item);
		}
		this.#isComplete = damage.length === 0;
		return { items, ownIds, damage };
	}

	/**
	 * Plans the manifest after these records are written and those removed: its changed shards and root, and what to
	 * call once they are stored.
	 */
	prepareUpdate(
		writes: readonly RecordWrite[],
		removed: readonly { id: string }[] = []
	): { writes: ManifestWrite[]; commit(): void } {
		const changed = new Map<number, Map<string, ManifestItem>>();
		for (const { id, baseRev, label } of writes) {
			const number = shardOf(id);
			const shard = changed.get(number) ?? new Map(this.#shards.get(number)?.shard);
			changed.set(number, shard.set(id, { rev: (baseRev ?? 0) + 1, label }));
		}
		for (const { id } of removed) {
			const number = shardOf(id);
			const shard = changed.get(number) ?? new Map(this.#shards.get(number)?.shard);
			shard.delete(id);
			changed.set(number, shard);
		}
		const root = new Map(this.#root);
		const shardWrites = [...changed].map(([number, shard]) => {
			const before = this.#root.get(number);
			const id = before?.id ?? randomId();
			root.set(number, { id, rev: (before?.rev ?? 0) + 1 });
			return { id, baseRev: before?.rev ?? null, label: '', value: encodeShard(shard) };
		});
		const rootRecord = {
			id: this.rootId,
			baseRev: this.#rootRev,
			label: '',
			value: encodeRoot(root)
		};
		return {
			writes: [...shardWrites, rootRecord],
			commit: () => {
				this.#root = root;
				this.#rootRev += 1;
				for (const [number, shard] of changed) {
					this.#shards.set(number, { rev: root.get(number)?.rev ?? 1, shard });
				}
			}
		};
	}

	/**
	 * Loads the root, which may be a new one, and the shards that another tab has changed. Returns the ids of the records
	 * that changed in them, without entries and earlier texts.
	 */
	async reload(read: (ids: string[]) => Promise<DecryptResult[]>): Promise<string[]> {
		const [rootRecord] = await read([this.rootId]);
		const root = rootRecord && 'value' in rootRecord ? decodeRoot(rootRecord.value) : null;
		if (!rootRecord || !root) {
			throw new JournalError('damaged-vault', 'the inventory does not open');
		}
		const stale = [...root].filter(([number, { id, rev }]) => {
			return this.#shards.get(number)?.rev !== rev || this.#root.get(number)?.id !== id;
		});
		const changed: string[] = [];
		const decrypted = new Map(
			(await read(stale.map(([, { id }]) => id))).map((record) => [record.id, record])
		);
		for (const [number, { id }] of stale) {
			const record = decrypted.get(id);
			const shard = record && 'value' in record ? decodeShard(record.value) : null;
			if (!record || !shard) {
				throw new JournalError('damaged-vault', 'a page of the inventory does not open');
			}
			changed.push(
				...diffShards(this.#shards.get(number)?.shard ?? new Map<string, ManifestItem>(), shard)
			);
			this.#shards.set(number, { rev: record.rev, shard });
		}
		this.#root = new Map(
			[...root].map(([number, { id }]) => [number, { id, rev: this.#shards.get(number)?.rev ?? 0 }])
		);
		this.#rootRev = rootRecord.rev;
		return changed;
	}
}

/** Whether a record is part of a manifest, this one or an earlier one. */
export function isManifestRecord(value: unknown): boolean {
	return decodeRoot(value) !== null || decodeShard(value) !== null;
}
