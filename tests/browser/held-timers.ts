/** Timers of one length that go off when the test says so, and only then. */
export interface HeldTimers {
	/** Lets those that wait go off. Returns how many that were. */
	goOff(): number;
	/** From now on every timer runs by the clock. */
	release(): void;
}

/** Holds every timer that is set from now on for exactly so many milliseconds; all others run by the clock. */
export function holdTimers(milliseconds: number): HeldTimers {
	const { setTimeout: set, clearTimeout: clear } = globalThis;
	const held = new Map<unknown, () => void>();
	const hold = (work: () => void, after?: number): unknown => {
		if (after !== milliseconds) return set(work, after);
		const id = -1 - held.size - Math.random();
		held.set(id, work);
		return id;
	};
	const drop = (id?: number): void => {
		if (!held.delete(id)) clear(id);
	};
	Object.assign(globalThis, { setTimeout: hold, clearTimeout: drop });
	return {
		goOff() {
			const due = [...held.values()];
			held.clear();
			for (const work of due) work();
			return due.length;
		},
		release() {
			Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
		}
	};
}
