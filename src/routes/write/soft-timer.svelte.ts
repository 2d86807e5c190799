/** How often the clock is read, in milliseconds. */
const TICK_MS = 5_000;
const MINUTE_MS = 60_000;

/**
 * A timer that ends in a sentence and never cuts off. It follows the wall clock, so a device that slept does not
 * prolong a sitting.
 */
export class SoftTimer {
	/** Its length, in minutes; null for no timer. */
	readonly minutes: number | null;
	readonly #startedAt = Date.now();
	#now = $state(this.#startedAt);

	constructor(minutes: number | null) {
		this.minutes = minutes;
	}

	/** Whole minutes elapsed, at most all of them. */
	get minutesGone(): number {
		const gone = Math.floor((this.#now - this.#startedAt) / MINUTE_MS);
		// A clock may be set back.
		return Math.max(0, Math.min(gone, this.minutes ?? 0));
	}

	/** The elapsed share, from 0 to 1. */
	get fraction(): number {
		if (this.minutes === null) return 0;
		return Math.min(1, Math.max(0, (this.#now - this.#startedAt) / (this.minutes * MINUTE_MS)));
	}

	get isOver(): boolean {
		return this.minutes !== null && this.fraction >= 1;
	}

	/** Starts reading the clock; returns a function that stops it. */
	run(): () => void {
		if (this.minutes === null) return () => undefined;
		const tick = (): void => void (this.#now = Date.now());
		const timer = setInterval(tick, TICK_MS);
		document.addEventListener('visibilitychange', tick);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', tick);
		};
	}
}
