import { randomId } from '$lib/vault/vault';
import { readSettings, settingsRecord } from './record-kinds';
import type { Plain, Read, SealedRecords } from './sealed-records';
import { changed, defaultSettings, type Settings, type SettingsChange } from './settings';

/** The settings of an open journal: at once on the screen, and sealed on the disk. */
export class Choices {
	readonly #records: SealedRecords;
	#settings = $state.raw<Settings>(defaultSettings);
	#onDisk: Settings = defaultSettings;
	/** Changes that no write has brought to the disk yet, oldest first. What is read there gets them on top. */
	#pending: readonly SettingsChange[] = [];
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };
	#keeping: Promise<void> = Promise.resolve();

	constructor(records: SealedRecords) {
		this.#records = records;
	}

	get settings(): Settings {
		return this.#settings;
	}
	/** Without what is still on its way there. */
	get onDisk(): Settings {
		return this.#onDisk;
	}

	/** Takes a changed choice. Resolves when it is on the disk, or could not be brought there. */
	choose(change: SettingsChange): Promise<void> {
		this.#pending = [...this.#pending, change];
		this.#show();
		this.#keeping = this.#keeping.then(() => this.#keep());
		return this.#keeping;
	}

	/** Resolves when nothing is on its way to the disk. */
	get settled(): Promise<void> {
		return this.#keeping;
	}

	/** The record that says so, as part of a larger update. */
	recordOf(settings: Settings): Plain {
		return settingsRecord(this.#record.id, settings, this.#record.rev);
	}

	/** Takes over the record of the settings as it was read from the disk; leaves others alone. */
	take(record: Read): void {
		const settings = readSettings(record);
		// A reading that was overtaken by a save must not put the older state back.
		if (!settings || record.rev < (this.#record.rev ?? 0)) return;
		this.#onDisk = settings;
		this.#record = { id: record.id, rev: record.rev };
		this.#show();
	}

	/** Drops what is known, for good. */
	forget(): void {
		this.#pending = [];
		this.#onDisk = defaultSettings;
		this.#show();
	}

	#show(): void {
		this.#settings = this.#pending.reduce<Settings>(changed, this.#onDisk);
	}

	async #keep(): Promise<void> {
		try {
			await this.#records.update(() => {
				const written = this.#pending;
				// A choice that came meanwhile may have gone to the disk with the one before it.
				if (written.length === 0) return null;
				return {
					write: [this.recordOf(this.#settings)],
					done: () => (this.#pending = this.#pending.filter((one) => !written.includes(one)))
				};
			});
		} catch {
			// A choice that cannot be kept holds until the page is closed, and goes to the disk with the next one;
			// a text that cannot be kept says so.
		}
	}
}
