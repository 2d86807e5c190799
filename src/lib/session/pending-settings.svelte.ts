import type { Journal } from '$lib/journal/journal.svelte';
import {
	applyChange,
	defaultSettings,
	type Settings,
	type SettingsChange
} from '$lib/model/settings';

/** Settings of a visit without a journal: held in memory until a journal opens and takes them over. */
export class VisitSettings {
	#changes = $state.raw<readonly SettingsChange[]>([]);

	get settings(): Settings {
		return this.#changes.reduce<Settings>(applyChange, defaultSettings);
	}

	change(change: SettingsChange): void {
		this.#changes = [...this.#changes, change];
	}

	/** Applies them to a journal that has opened, on top of its own. */
	applyTo(journal: Journal): void {
		const changes = this.#changes;
		this.#changes = [];
		if (changes.length === 0) return;
		void journal.changeSettings((now) => changes.reduce<Settings>(applyChange, now));
	}

	/** Drops the changes. */
	clear(): void {
		this.#changes = [];
	}
}
