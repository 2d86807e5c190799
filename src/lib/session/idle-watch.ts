/** How often the clock is looked at, in milliseconds, while nothing happens. */
const CHECK_INTERVAL_MS = 1_000;
/** A clock that runs back by more than this was changed; nobody knows then how long it has been. */
const MAX_CLOCK_STEP_BACK_MS = 60_000;

/** How long before the end it is told of, in milliseconds; never more than a third of the whole time. */
const WARNING_MS = 20_000;

/** After how many milliseconds to lock; null for never. */
export interface IdleLimits {
	idleMs: number | null;
	hiddenMs: number | null;
}

/**
 * Watches for a person who has gone: no key, touch, movement or scrolling for a while, or the page hidden for a while.
 * It goes by the wall clock, looked at with the first event after a sleep, before anything is painted:
 * timers rest while a device sleeps.
 */
export class IdleWatch {
	readonly #limits: () => IdleLimits;
	readonly #onIdle: () => void;
	readonly #onWarning: (isSoon: boolean) => void;
	#lastActivity = Date.now();
	#hiddenSince: number | null = null;
	#timer: ReturnType<typeof setInterval> | undefined;

	/**
	 * `limits` is asked anew each time; `onIdle` is called when the time is up, and again each second until the
	 * watch is ended. `onSoon` is told each second, and with each act, whether the time is nearly up.
	 */
	constructor(
		limits: () => IdleLimits,
		onIdle: () => void,
		onSoon: (isSoon: boolean) => void = () => undefined
	) {
		this.#limits = limits;
		this.#onIdle = onIdle;
		this.#onWarning = onSoon;
	}

	/** Begins to watch; returns what ends it. */
	start(): () => void {
		const activityEvents = [
			'keydown',
			'pointerdown',
			'pointermove',
			'wheel',
			'touchstart',
			'input'
		];
		// What screen readers, switches and voices do without a key or a touch that the page is told of.
		activityEvents.push('click', 'focusin', 'scroll', 'selectionchange');
		const onActivity = (): void => {
			if (this.#check()) return;
			this.#lastActivity = Date.now();
			this.#onWarning(false);
		};
		const onVisibilityChange = (): void => {
			const isHidden = document.visibilityState === 'hidden';
			if (isHidden) this.#hiddenSince ??= Date.now();
			else if (!this.#check()) this.#hiddenSince = null;
		};
		const check = (): void => void this.#check();
		for (const name of activityEvents) {
			addEventListener(name, onActivity, { capture: true, passive: true });
		}
		document.addEventListener('visibilitychange', onVisibilityChange, true);
		addEventListener('pageshow', onVisibilityChange, true);
		addEventListener('focus', check, true);
		this.#timer = setInterval(check, CHECK_INTERVAL_MS);
		return () => {
			this.#onWarning(false);
			clearInterval(this.#timer);
			for (const name of activityEvents) removeEventListener(name, onActivity, { capture: true });
			document.removeEventListener('visibilitychange', onVisibilityChange, true);
			removeEventListener('pageshow', onVisibilityChange, true);
			removeEventListener('focus', check, true);
		};
	}

	/** Whether the time is up, or the clock was turned back. */
	#check(): boolean {
		const now = Date.now();
		const { idleMs, hiddenMs } = this.#limits();
		const hiddenFor = this.#hiddenSince === null ? 0 : now - this.#hiddenSince;
		const isTimeUp =
			(idleMs !== null &&
				(now - this.#lastActivity > idleMs || now < this.#lastActivity - MAX_CLOCK_STEP_BACK_MS)) ||
			(hiddenMs !== null && hiddenFor > hiddenMs);
		const isSoon =
			idleMs !== null && now - this.#lastActivity > idleMs - Math.min(WARNING_MS, idleMs / 3);
		this.#onWarning(isSoon && !isTimeUp);
		if (isTimeUp) this.#onIdle();
		return isTimeUp;
	}
}
