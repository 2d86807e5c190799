import { randomId } from '$lib/vault/vault';
import { readSettings, settingsRecord } from './record-kinds';
import type { Plain, Read, SealedRecords } from './sealed-records';
import { changed, defaultSettings, type Settings, type SettingsChange } from './settings';

/** The settings of an open journal: at once on the screen, and sealed on the disk. */
export class Choices {
	readonly #records: SealedRecords;
	readonly #tell: (ids: string[]) => void;
	#settings = $state.raw<Settings>(defaultSettings);
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
		this.#keeping = this.#keeping.then(() => this.#keep(change));
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
		this.#settings = settings;
	}

	/** Takes over the record of the settings as it was read from the disk; leaves others alone. */
	take(record: Read): void {
		const settings = readSettings(record);
		// A reading that was overtaken by a save must not put the older state back.
		if (!settings || record.rev < (this.#record.rev ?? 0)) return;
		this.#settings = settings;
		this.#record = { id: record.id, rev: record.rev };
	}

	/** Drops what is known, for good. */
	forget(): void {
		this.#settings = defaultSettings;
	}

	async #keep(change: SettingsChange): Promise<void> {
		try {
			if (await this.#write()) return;
			// Another tab chose something too: take its choices, and this one on top.
			for (const record of await this.#records.read([this.#record.id])) this.take(record);
			this.#settings = changed(this.#settings, change);
			await this.#write();
		} catch {
			// A choice that cannot be kept holds until the page is closed; a text that cannot be kept says so.
		}
	}

	/** False if another tab was first. */
	async #write(): Promise<boolean> {
		const { id, rev } = this.#record;
		const { moved } = await this.#records.write([settingsRecord(id, this.#settings, rev)]);
		if (moved.length > 0) return false;
		this.#record = { id, rev: (rev ?? 0) + 1 };
		this.#tell([id]);
		return true;
	}
}
