import { tick } from 'svelte';

/** Milliseconds after which saving counts as slow. */
const SLOW_SAVE_MS = 2500;

/**
 * Screen reader announcements of saving: each outcome once, and "Saving" only if it is slow. Nobody can write while
 * being talked to. To be created while a component is initialised.
 */
export class Announcer {
	#text = $state('');

	/** `visibleText` returns the words shown on the page. */
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

	/** Announces this now, even if it is what was announced last. */
	async announce(text: string): Promise<void> {
		this.#text = '';
		await tick();
		this.#text = text;
	}
}
