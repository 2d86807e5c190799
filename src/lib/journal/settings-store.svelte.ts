import { randomId } from '$lib/id/random-id';
import { decodeSettings, encodeSettings } from '$lib/records/codec';
import type { RecordWrite, DecryptedRecord, RecordStore } from '$lib/records/record-store';
import {
	applyChange,
	defaultSettings,
	type Settings,
	type SettingsChange
} from '$lib/model/settings';

/** The settings of an open journal: at once on the screen, and sealed on the disk. */
export class SettingsStore {
	readonly #records: RecordStore;
	#settings = $state.raw<Settings>(defaultSettings);
	#saved: Settings = defaultSettings;
	/** Changes that no write has brought to the disk yet, oldest first. What is read there gets them on top. */
	#pending: readonly SettingsChange[] = [];
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };
	#saving: Promise<void> = Promise.resolve();

	constructor(records: RecordStore) {
		this.#records = records;
	}

	get settings(): Settings {
		return this.#settings;
	}
	/** Without what is still on its way there. */
	get saved(): Settings {
		return this.#saved;
	}

	/** Takes a changed choice. Resolves when it is on the disk, or could not be brought there. */
	change(change: SettingsChange): Promise<void> {
		this.#pending = [...this.#pending, change];
		this.#applyPending();
		this.#saving = this.#saving.then(() => this.#save());
		return this.#saving;
	}

	/** Resolves when nothing is on its way to the disk. */
	get settled(): Promise<void> {
		return this.#saving;
	}

	/** The record that says so, as part of a larger update. */
	toRecord(settings: Settings): RecordWrite {
		return encodeSettings(this.#record.id, settings, this.#record.rev);
	}

	/** Takes over the record of the settings as it was read from the disk; leaves others alone. */
	load(record: DecryptedRecord): void {
		const settings = decodeSettings(record);
		// A reading that was overtaken by a save must not put the older state back.
		if (!settings || record.rev < (this.#record.rev ?? 0)) return;
		this.#saved = settings;
		this.#record = { id: record.id, rev: record.rev };
		this.#applyPending();
	}

	/** Drops what is known, for good. */
	clear(): void {
		this.#pending = [];
		this.#saved = defaultSettings;
		this.#applyPending();
	}

	#applyPending(): void {
		this.#settings = this.#pending.reduce<Settings>(applyChange, this.#saved);
	}

	async #save(): Promise<void> {
		try {
			await this.#records.update(() => {
				const written = this.#pending;
				// A choice that came meanwhile may have gone to the disk with the one before it.
				if (written.length === 0) return null;
				return {
					write: [this.toRecord(this.#settings)],
					onWritten: () => (this.#pending = this.#pending.filter((one) => !written.includes(one)))
				};
			});
		} catch {
			// A choice that cannot be kept holds until the page is closed, and goes to the disk with the next one;
			// a text that cannot be kept says so.
		}
	}
}
