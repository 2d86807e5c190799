import type { RecordRouter } from './record-router';
import { SHARD_COUNT, type Damage } from '$lib/records/manifest-format';
import type { StoredEntry } from './sorted-entries';
import { nextPaint } from '$lib/work/next-paint';
import type { RecordStore } from '$lib/records/record-store';
import type { EntryCache } from './entry-cache.svelte';

/** The least number of entries that are added at once while the rest is loaded. */
const MIN_BATCH_SIZE = 1_000;

/** Loads the records that the first screen does not need, a shard of the manifest at a time. */
export class BackgroundLoader {
	readonly #records: RecordStore;
	readonly #router: RecordRouter;
	readonly #entryCache: EntryCache;
	readonly #onDone: (damage: readonly Damage[]) => void;
	#status = $state<'reading' | 'whole' | 'stopped'>('whole');
	#loading: Promise<void> = Promise.resolve();
	#stopped = false;

	/** `onDone` is called when everything was read, with the damage that was found. */
	constructor(
		records: RecordStore,
		router: RecordRouter,
		entryCache: EntryCache,
		onDone: (damage: readonly Damage[]) => void
	) {
		this.#records = records;
		this.#router = router;
		this.#entryCache = entryCache;
		this.#onDone = onDone;
	}

	/**
	 * - `reading`: older entries are still being loaded
	 * - `whole`: all are there
	 * - `stopped`: some could not be read; `load` tries again
	 */
	get status(): 'reading' | 'whole' | 'stopped' {
		return this.#status;
	}

	/** Resolves when every record was loaded, or when that had to stop. */
	get done(): Promise<void> {
		return this.#loading;
	}

	/** Loads what is not loaded yet; resolves when that has ended, also where it failed. */
	load(): Promise<void> {
		this.#status = 'reading';
		this.#loading = this.#loadShards().then(
			() => void (this.#status = 'whole'),
			() => void (this.#status = 'stopped')
		);
		return this.#loading;
	}

	/** Marks everything as loaded, where it was read in another way. */
	skip(): void {
		this.#status = 'whole';
	}

	/** Stops loading. */
	stop(): void {
		this.#stopped = true;
	}

	async #loadShards(): Promise<void> {
		const damage: Damage[] = [];
		let pending: StoredEntry[] = [];
		// The first screen comes first: reading would hold up what draws it.
		await nextPaint();
		for (let number = 0; number < SHARD_COUNT; number += 1) {
			const shard = await this.#records.readShard(number);
			if (this.#isStopped()) return;
			damage.push(...shard.damage);
			pending.push(...this.#router.route(shard.records));
			// Each addition rebuilds every list, so the next one waits for as many entries as are there already.
			const batchSize = Math.max(MIN_BATCH_SIZE, this.#entryCache.size);
			if (pending.length < batchSize && number < SHARD_COUNT - 1) continue;
			this.#entryCache.merge(pending);
			pending = [];
		}
		if (!this.#isStopped()) this.#onDone(damage);
	}

	#isStopped(): boolean {
		return this.#stopped;
	}
}
