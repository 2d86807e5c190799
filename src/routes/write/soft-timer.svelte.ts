/** How often the clock is looked at, in milliseconds. */
const LOOK = 5_000;
const MINUTE = 60_000;

/**
 * A timer that ends in a sentence and never cuts off. It goes by the wall clock, so a device that slept does
 * not stretch a sitting.
 */
export class SoftTimer {
	/** How long it runs, in minutes; null for a timer that only keeps quiet. */
	readonly minutes: number | null;
	readonly #began = Date.now();
	#now = $state(this.#began);

	constructor(minutes: number | null) {
		this.minutes = minutes;
	}

	/** Whole minutes gone, at most all of them. */
	get gone(): number {
		const gone = Math.floor((this.#now - this.#began) / MINUTE);
		// A clock may be set back.
		return Math.max(0, Math.min(gone, this.minutes ?? 0));
	}

	/** From 0 to 1. */
	get part(): number {
		if (this.minutes === null) return 0;
		return Math.min(1, Math.max(0, (this.#now - this.#began) / (this.minutes * MINUTE)));
	}

	get over(): boolean {
		return this.minutes !== null && this.part >= 1;
	}

	/** Begins to look at the clock; returns what ends that. */
	run(): () => void {
		if (this.minutes === null) return () => undefined;
		const look = (): void => void (this.#now = Date.now());
		const timer = setInterval(look, LOOK);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}
}
