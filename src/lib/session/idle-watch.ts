/** The interval in milliseconds between checks of the clock while nothing happens. */
const CHECK_INTERVAL_MS = 1_000;
/** A clock that goes back by more milliseconds than this was changed; the idle time is unknown then. */
const MAX_CLOCK_STEP_BACK_MS = 60_000;

/** The milliseconds before the end at which the warning comes; never more than a third of the whole time. */
const WARNING_MS = 20_000;

/** The milliseconds after which to lock; null for never. */
export interface IdleLimits {
	idle: number | null;
	hidden: number | null;
}

/**
 * Detects that a person is idle: no key, touch, movement or scrolling for a while, or the page hidden for a while. It
 * uses the wall clock, checked with the first event after a sleep, before anything is painted: timers do not run while
 * a device sleeps.
 */
export class IdleWatch {
	readonly #limits: () => IdleLimits;
	readonly #onIdle: () => void;
	readonly #onWarning: (soon: boolean) => void;
	#last = Date.now();
	#hiddenSince: number | null = null;
	#timer: ReturnType<typeof setInterval> | undefined;

	/**
	 * `limits` is called at each check; `onIdle` is called when the time is up, and again each second until the watch
	 * is stopped. `onSoon` is called each second, and with each sign of activity, with whether the time is nearly up.
	 */
	constructor(
		limits: () => IdleLimits,
		onIdle: () => void,
		onSoon: (soon: boolean) => void = () => undefined
	) {
		this.#limits = limits;
		this.#onIdle = onIdle;
		this.#onWarning = onSoon;
	}

	/** Starts to watch; returns a function that stops it. */
	start(): () => void {
		const acts = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'input'];
		// Screen readers, switch access and voice control act without a key or a touch that the page receives.
		acts.push('click', 'focusin', 'scroll', 'selectionchange');
		const act = (): void => {
			if (this.#check()) return;
			this.#last = Date.now();
			this.#onWarning(false);
		};
		const show = (): void => {
			const hidden = document.visibilityState === 'hidden';
			if (hidden) this.#hiddenSince ??= Date.now();
			else if (!this.#check()) this.#hiddenSince = null;
		};
		const look = (): void => void this.#check();
		for (const name of acts) addEventListener(name, act, { capture: true, passive: true });
		document.addEventListener('visibilitychange', show, true);
		addEventListener('pageshow', show, true);
		addEventListener('focus', look, true);
		this.#timer = setInterval(look, CHECK_INTERVAL_MS);
		return () => {
			this.#onWarning(false);
			clearInterval(this.#timer);
			for (const name of acts) removeEventListener(name, act, { capture: true });
			document.removeEventListener('visibilitychange', show, true);
			removeEventListener('pageshow', show, true);
			removeEventListener('focus', look, true);
		};
	}

	/** Returns whether the time is up, or the clock was turned back. */
	#check(): boolean {
		const now = Date.now();
		const { idle, hidden } = this.#limits();
		const away = this.#hiddenSince === null ? 0 : now - this.#hiddenSince;
		const late =
			(idle !== null && (now - this.#last > idle || now < this.#last - MAX_CLOCK_STEP_BACK_MS)) ||
			(hidden !== null && away > hidden);
		const soon = idle !== null && now - this.#last > idle - Math.min(WARNING_MS, idle / 3);
		this.#onWarning(soon && !late);
		if (late) this.#onIdle();
		return late;
	}
}
