import { PAGES, type Damage } from './inventory';
import type { Stored } from './newest-first';
import { nextPaint } from './next-paint';
import type { Read, SealedRecords } from './sealed-records';

/** How many entries are taken in at once, at least, while the rest is opened. */
const AT_ONCE = 1_000;

/** What is read is handed over to whoever holds it. */
interface Taker {
	/** Takes over what is no entry, and returns the entries, which are still to be taken in. */
	read(records: readonly Read[]): Stored[];
	takeIn(entries: readonly Stored[]): void;
	/** How many entries are there already. */
	readonly size: number;
	/** All was read, and this of it is not as it was left. */
	done(damage: readonly Damage[]): void;
}

/** Opens all that the first screen did without, a page of the inventory at a time. */
export class RestReading {
	readonly #records: SealedRecords;
	readonly #taker: Taker;
	#progress = $state<'reading' | 'whole' | 'stopped'>('whole');
	#reading: Promise<void> = Promise.resolve();
	#ended = false;

	constructor(records: SealedRecords, taker: Taker) {
		this.#records = records;
		this.#taker = taker;
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
			waiting.push(...this.#taker.read(page.records));
			// Each taking-in makes every list anew, so the next one waits for as many as are there already.
			const enough = Math.max(AT_ONCE, this.#taker.size);
			if (waiting.length < enough && number < PAGES - 1) continue;
			this.#taker.takeIn(waiting);
			waiting = [];
		}
		if (!this.#isEnded()) this.#taker.done(damage);
	}

	#isEnded(): boolean {
		return this.#ended;
	}
}
