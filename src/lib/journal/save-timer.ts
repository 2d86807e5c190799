/**
 * Milliseconds of quiet after the last key before a draft is saved, and the most it may wait: two seconds of typing
 * are at stake at most, and the save itself takes some of them.
 */
const QUIET = 400;
const MOST = 1_500;
/** Milliseconds after which a save that failed is tried again by itself. */
const AGAIN = 10_000;

/** Says when what is typed is to be saved. */
export class SaveTimer {
	readonly #save: () => void;
	#next: ReturnType<typeof setTimeout> | undefined;
	#most: ReturnType<typeof setTimeout> | undefined;

	constructor(save: () => void) {
		this.#save = save;
	}

	/** Something was typed: in a moment of quiet, and soon in any case. */
	typed(): void {
		this.#in(QUIET);
		this.#most ??= setTimeout(this.#save, MOST);
	}

	/** Something was said: in a moment of quiet. */
	said(): void {
		this.#in(QUIET);
	}

	/** It failed: again in a while. */
	failed(): void {
		this.#in(AGAIN);
	}

	/** Nothing is to be saved by itself any more. */
	stop(): void {
		clearTimeout(this.#next);
		clearTimeout(this.#most);
		this.#most = undefined;
	}

	#in(milliseconds: number): void {
		clearTimeout(this.#next);
		this.#next = setTimeout(this.#save, milliseconds);
	}
}
