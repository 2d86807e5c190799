import { createSubscriber } from 'svelte/reactivity';
import { momentAt } from '$lib/model/moment';

/** How often the calendar day is checked, in milliseconds. */
const CHECK_INTERVAL_MS = 30_000;

/** The writer's current calendar day, `2026-11-22`: what depends on it is rendered again after midnight. */
class Today {
	readonly #subscribe = createSubscriber((update) => {
		let known = this.#now;
		const check = (): void => {
			if (known === this.#now) return;
			known = this.#now;
			update();
		};
		const timer = setInterval(check, CHECK_INTERVAL_MS);
		// Timers stop while a device sleeps.
		document.addEventListener('visibilitychange', check);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', check);
		};
	});

	get day(): string {
		this.#subscribe();
		return this.#now;
	}

	get #now(): string {
		return momentAt(Date.now()).day;
	}
}

export const today = new Today();
