import { tick } from 'svelte';

/** Milliseconds after which saving takes long. */
const SLOW_SAVE_MS = 2500;

/**
 * What a screen reader hears of saving: each outcome once, and "Saving" only when it takes long. Nobody can write
 * while being talked to. To be made while a component is.
 */
export class Announcer {
	#text = $state('');

	/** `seen` gives the words that stand on the page. */
	constructor(visibleText: () => string) {
		$effect(() => {
			const text = visibleText();
			if (text !== 'Saving') {
				this.#text = text;
				return;
			}
			const timer = setTimeout(() => (this.#text = text), SLOW_SAVE_MS);
			return () => clearTimeout(timer);
		});
	}

	get text(): string {
		return this.#text;
	}

	/** Says this now, though it be what was said before. */
	async announce(text: string): Promise<void> {
		this.#text = '';
		await tick();
		this.#text = text;
	}
}
