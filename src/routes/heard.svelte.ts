import { tick } from 'svelte';

/** Milliseconds after which saving takes long. */
const LONG = 2500;

/**
 * What a screen reader hears of saving: each outcome once, and "Saving" only when it takes long. Nobody can write
 * while being talked to. To be made while a component is.
 */
export class Heard {
	#words = $state('');

	/** `seen` gives the words that stand on the page. */
	constructor(seen: () => string) {
		$effect(() => {
			const words = seen();
			if (words !== 'Saving') {
				this.#words = words;
				return;
			}
			const slow = setTimeout(() => (this.#words = words), LONG);
			return () => clearTimeout(slow);
		});
	}

	get words(): string {
		return this.#words;
	}

	/** Says this now, though it be what was said before. */
	async say(words: string): Promise<void> {
		this.#words = '';
		await tick();
		this.#words = words;
	}
}
