import { createSubscriber } from 'svelte/reactivity';
import { momentAt } from '$lib/model/moment';

/** How often the calendar is looked at, in milliseconds. */
const LOOK = 30_000;

/** The writer's calendar day, `2026-11-22`: what is drawn with it is drawn anew after midnight. */
class Today {
	readonly #follow = createSubscriber((update) => {
		let known = this.#now;
		const look = (): void => {
			if (known === this.#now) return;
			known = this.#now;
			update();
		};
		const timer = setInterval(look, LOOK);
		// Timers rest while a device sleeps.
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	});

	get day(): string {
		this.#follow();
		return this.#now;
	}

	get #now(): string {
		return momentAt(Date.now()).day;
	}
}

export const today = new Today();
