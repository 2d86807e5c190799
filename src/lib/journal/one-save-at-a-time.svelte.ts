import { SaveTimer } from './save-timer';

/** What is saved, and what came of it. */
interface Saving {
	/** Saves what there is to save by then; false if that failed. Throws nothing. */
	save: () => Promise<boolean>;
	/** Called when nothing is being saved any more. */
	rest?: () => void;
}

/**
 * Saves in its time: a moment after the last key, and now when it is asked to. One save runs at a time and at most one
 * waits, which takes whatever is there by then: a database that hangs must not pile up more of them.
 */
export class OneSaveAtATime {
	readonly #saving: Saving;
	/** Says when it is saved without being asked to. */
	readonly timer = new SaveTimer(() => void this.now());
	#running = $state.raw<Promise<void> | null>(null);
	#onceMore = false;

	constructor(saving: Saving) {
		this.#saving = saving;
	}

	/** The save that runs; null while none does. */
	get running(): Promise<void> | null {
		return this.#running;
	}

	/** Saves now, or once more after the save that runs. Resolves when that has succeeded or failed. */
	now(): Promise<void> {
		this.timer.stop();
		this.#onceMore = this.#running !== null;
		this.#running ??= this.#all().finally(() => {
			this.#running = null;
			this.#saving.rest?.();
		});
		return this.#running;
	}

	async #all(): Promise<void> {
		let saved = await this.#saving.save();
		while (saved && this.#wantedOnceMore()) saved = await this.#saving.save();
	}

	#wantedOnceMore(): boolean {
		const wanted = this.#onceMore;
		this.#onceMore = false;
		return wanted;
	}
}
