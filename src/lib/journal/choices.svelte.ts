import { randomId } from '$lib/vault/vault';
import { readSettings, settingsRecord } from './record-kinds';
import type { Plain, Read, SealedRecords } from './sealed-records';
import { changed, defaultSettings, type Settings, type SettingsChange } from './settings';

/** How often a write is tried anew when another tab chose something first. */
const ATTEMPTS = 5;

/** The settings of an open journal: at once on the screen, and sealed on the disk. */
export class Choices {
	readonly #records: SealedRecords;
	readonly #tell: (ids: string[]) => void;
	#settings = $state.raw<Settings>(defaultSettings);
	/** Changes that no write has brought to the disk yet, oldest first. What is read there gets them on top. */
	#pending: readonly SettingsChange[] = [];
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };
	#keeping: Promise<void> = Promise.resolve();

	/** `tell` is called with the id of the record when it has changed on the disk. */
	constructor(records: SealedRecords, tell: (ids: string[]) => void) {
		this.#records = records;
		this.#tell = tell;
	}

	get settings(): Settings {
		return this.#settings;
	}

	/** Takes a changed choice. Resolves when it is on the disk, or could not be brought there. */
	choose(change: SettingsChange): Promise<void> {
		this.#settings = changed(this.#settings, change);
		this.#pending = [...this.#pending, change];
		this.#keeping = this.#keeping.then(() => this.#keep());
		return this.#keeping;
	}

	/** Resolves when nothing is on its way to the disk. */
	get settled(): Promise<void> {
		return this.#keeping;
	}

	/** The record that says so, for a transaction of somebody else's; `kept` follows it. */
	recordOf(settings: Settings): Plain {
		return settingsRecord(this.#record.id, settings, this.#record.rev);
	}

	/** The record is on the disk. */
	kept(settings: Settings): void {
		this.#record = { id: this.#record.id, rev: (this.#record.rev ?? 0) + 1 };
		this.#show(settings);
	}

	/** Takes over the record of the settings as it was read from the disk; leaves others alone. */
	take(record: Read): void {
		const settings = readSettings(record);
		// A reading that was overtaken by a save must not put the older state back.
		if (!settings || record.rev < (this.#record.rev ?? 0)) return;
		this.#show(settings);
		this.#record = { id: record.id, rev: record.rev };
	}

	/** Drops what is known, for good. */
	forget(): void {
		this.#pending = [];
		this.#settings = defaultSettings;
	}

	#show(onDisk: Settings): void {
		this.#settings = this.#pending.reduce<Settings>(changed, onDisk);
	}

	async #keep(): Promise<void> {
		try {
			// A choice that came meanwhile may have gone to the disk with the one before it.
			for (let attempt = 1; attempt <= ATTEMPTS && this.#pending.length > 0; attempt += 1) {
				if (await this.#write()) return;
				// Another tab chose something too: take its choices, and these on top.
				for (const record of await this.#records.read([this.#record.id])) this.take(record);
			}
		} catch {
			// A choice that cannot be kept holds until the page is closed, and goes to the disk with the next one;
			// a text that cannot be kept says so.
		}
	}

	/** False if another tab was first. */
	async #write(): Promise<boolean> {
		const { id, rev } = this.#record;
		const written = this.#pending;
		const { moved } = await this.#records.write([settingsRecord(id, this.#settings, rev)]);
		if (moved.length > 0) return false;
		this.#pending = this.#pending.filter((change) => !written.includes(change));
		this.#record = { id, rev: (rev ?? 0) + 1 };
		this.#tell([id]);
		return true;
	}
}
