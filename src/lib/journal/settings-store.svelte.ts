import { randomId } from '$lib/id/random-id';
import { decodeSettings, encodeSettings } from '$lib/records/codec';
import type { RecordWrite, DecryptedRecord, RecordStore } from '$lib/records/record-store';
import {
	applyChange,
	defaultSettings,
	type Settings,
	type SettingsChange
} from '$lib/model/settings';

/** The settings of an open journal: at once on the screen, and encrypted on the disk. */
export class SettingsStore {
	readonly #records: RecordStore;
	#settings = $state.raw<Settings>(defaultSettings);
	#saved: Settings = defaultSettings;
	/**
	 * Changes that are not on the disk yet, oldest first. They are applied on top of the settings that are read from
	 * there.
	 */
	#pending: readonly SettingsChange[] = [];
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };
	#saving: Promise<void> = Promise.resolve();

	constructor(records: RecordStore) {
		this.#records = records;
	}

	get settings(): Settings {
		return this.#settings;
	}
	/** The settings on the disk, without pending changes. */
	get saved(): Settings {
		return this.#saved;
	}

	/** Changes settings. Resolves when the change is on the disk, or could not be saved. */
	change(change: SettingsChange): Promise<void> {
		this.#pending = [...this.#pending, change];
		this.#applyPending();
		this.#saving = this.#saving.then(() => this.#save());
		return this.#saving;
	}

	/** Resolves when no change is being saved. */
	get settled(): Promise<void> {
		return this.#saving;
	}

	/** Returns the record of these settings, as part of a larger update. */
	toRecord(settings: Settings): RecordWrite {
		return encodeSettings(this.#record.id, settings, this.#record.rev);
	}

	/** Takes over the record of the settings that was read from the disk; ignores records of other kinds. */
	load(record: DecryptedRecord): void {
		const settings = decodeSettings(record);
		// A read that was overtaken by a save must not restore the older state.
		if (!settings || record.rev < (this.#record.rev ?? 0)) return;
		this.#saved = settings;
		this.#record = { id: record.id, rev: record.rev };
		this.#applyPending();
	}

	/** Drops the settings, for good. */
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
				// A change that was added meanwhile may have been saved with the one before it.
				if (written.length === 0) return null;
				return {
					write: [this.toRecord(this.#settings)],
					onWritten: () => (this.#pending = this.#pending.filter((one) => !written.includes(one)))
				};
			});
		} catch {
			// A change that cannot be saved applies until the page is closed, and is saved with the next one; only a
			// text that cannot be saved is reported.
		}
	}
}
