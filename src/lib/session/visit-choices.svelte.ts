import type { Journal } from '$lib/journal/journal.svelte';
import {
	applyChange,
	defaultSettings,
	type Settings,
	type SettingsChange
} from '$lib/model/settings';

/** Choices of a visit without a journal: held in memory, until one opens and takes them in. */
export class VisitChoices {
	#made = $state.raw<readonly SettingsChange[]>([]);

	get settings(): Settings {
		return this.#made.reduce<Settings>(applyChange, defaultSettings);
	}

	choose(change: SettingsChange): void {
		this.#made = [...this.#made, change];
	}

	/** Hands them over to a journal that has opened, on top of what it knows. */
	moveTo(journal: Journal): void {
		const made = this.#made;
		this.#made = [];
		if (made.length === 0) return;
		void journal.changeSettings((now) => made.reduce<Settings>(applyChange, now));
	}

	/** Drops them. */
	forget(): void {
		this.#made = [];
	}
}
