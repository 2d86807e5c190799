/** How often the clock is looked at, in milliseconds, while nothing happens. */
const CHECK_INTERVAL_MS = 1_000;
/** A clock that runs back by more than this was changed; nobody knows then how long it has been. */
const MAX_CLOCK_STEP_BACK_MS = 60_000;

/** How long before the end it is told of, in milliseconds; never more than a third of the whole time. */
const WARNING_MS = 20_000;

/** After how many milliseconds to lock; null for never. */
export interface IdleLimits {
	idle: number | null;
	hidden: number | null;
}

/**
 * Watches for a person who has gone: no key, touch, movement or scrolling for a while, or the page hidden for a while.
 * It goes by the wall clock, looked at with the first event after a sleep, before anything is painted:
 * timers rest while a device sleeps.
 */
export class IdleWatch {
	readonly #limits: () => IdleLimits;
	readonly #onIdle: () => void;
	readonly #onWarning: (soon: boolean) => void;
	#last = Date.now();
	#hiddenSince: number | null = null;
	#timer: ReturnType<typeof setInterval> | undefined;

	/**
	 * `limits` is asked anew each time; `onIdle` is called when the time is up, and again each second until the
	 * watch is ended. `onSoon` is told each second, and with each act, whether the time is nearly up.
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

	/** Begins to watch; returns what ends it. */
	start(): () => void {
		const acts = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'input'];
		// What screen readers, switches and voices do without a key or a touch that the page is told of.
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

	/** Whether the time is up, or the clock was turned back. */
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
