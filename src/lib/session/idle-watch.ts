/** The interval in milliseconds between checks of the clock while nothing happens. */
const CHECK_INTERVAL_MS = 1_000;
/** A clock that goes back by more milliseconds than this was changed; the idle time is unknown then. */
const MAX_CLOCK_STEP_BACK_MS = 60_000;

/** The milliseconds before the end at which the warning comes; never more than a third of the whole time. */
const WARNING_MS = 20_000;

/** The milliseconds after which to lock; null for never. */
export interface IdleLimits {
	idleMs: number | null;
	hiddenMs: number | null;
}

/**
 * Detects that a person is idle: no key, touch, movement or scrolling for a while, or the page hidden for a while. It
 * uses the wall clock, checked with the first event after a sleep, before anything is painted: timers do not run while
 * a device sleeps.
 */
export class IdleWatch {
	readonly #limits: () => IdleLimits;
	readonly #onIdle: () => void;
	readonly #onWarning: (isSoon: boolean) => void;
	#lastActivity = Date.now();
	#hiddenSince: number | null = null;
	#timer: ReturnType<typeof setInterval> | undefined;

	/**
	 * `limits` is called at each check; `onIdle` is called when the time is up, and again each second until the watch
	 * is stopped. `onSoon` is called each second, and with each sign of activity, with whether the time is nearly up.
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

	/** Starts to watch; returns a function that stops it. */
	start(): () => void {
		const activityEvents = [
			'keydown',
			'pointerdown',
			'pointermove',
			'wheel',
			'touchstart',
			'input'
		];
		// Screen readers, switch access and voice control act without a key or a touch that the page receives.
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

	/** Returns whether the time is up, or the clock was turned back. */
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
