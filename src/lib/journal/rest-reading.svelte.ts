import type { FromDisk } from './from-disk';
import { PAGES, type Damage } from './inventory';
import type { Stored } from './newest-first';
import { nextPaint } from './next-paint';
import type { SealedRecords } from './sealed-records';
import type { StoredEntries } from './stored-entries.svelte';

/** How many entries are taken in at once, at least, while the rest is opened. */
const AT_ONCE = 1_000;

/** Opens all that the first screen did without, a page of the inventory at a time. */
export class RestReading {
	readonly #records: SealedRecords;
	readonly #disk: FromDisk;
	readonly #stored: StoredEntries;
	readonly #done: (damage: readonly Damage[]) => void;
	#progress = $state<'reading' | 'whole' | 'stopped'>('whole');
	#reading: Promise<void> = Promise.resolve();
	#ended = false;

	/** `done` is called when all was read, with what of it is not as it was left. */
	constructor(
		records: SealedRecords,
		disk: FromDisk,
		stored: StoredEntries,
		done: (damage: readonly Damage[]) => void
	) {
		this.#records = records;
		this.#disk = disk;
		this.#stored = stored;
		this.#done = done;
	}

	/**
	 * - `reading`: older entries are still being opened
	 * - `whole`: all are there
	 * - `stopped`: some could not be read; `read` tries again
	 */
	get progress(): 'reading' | 'whole' | 'stopped' {
		return this.#progress;
	}

	/** Resolves when every record was opened, or when that had to stop. */
	get over(): Promise<void> {
		return this.#reading;
	}

	/** Opens what is not open yet; resolves when that is over, however it went. */
	read(): Promise<void> {
		this.#progress = 'reading';
		this.#reading = this.#readPages().then(
			() => void (this.#progress = 'whole'),
			() => void (this.#progress = 'stopped')
		);
		return this.#reading;
	}

	/** All was read in another way. */
	skip(): void {
		this.#progress = 'whole';
	}

	/** Reads no more. */
	end(): void {
		this.#ended = true;
	}

	async #readPages(): Promise<void> {
		const damage: Damage[] = [];
		let waiting: Stored[] = [];
		// The first screen comes first: reading would hold up what draws it.
		await nextPaint();
		for (let number = 0; number < PAGES; number += 1) {
			const page = await this.#records.readPage(number);
			if (this.#isEnded()) return;
			damage.push(...page.damage);
			waiting.push(...this.#disk.read(page.records));
			// Each taking-in makes every list anew, so the next one waits for as many as are there already.
			const enough = Math.max(AT_ONCE, this.#stored.size);
			if (waiting.length < enough && number < PAGES - 1) continue;
			this.#stored.takeIn(waiting);
			waiting = [];
		}
		if (!this.#isEnded()) this.#done(damage);
	}

	#isEnded(): boolean {
		return this.#ended;
	}
}
