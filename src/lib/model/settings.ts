import type { Settings } from './schema/settings';

export type { ExportedSettings, LastBackup, Settings, Visit } from './schema/settings';

/** The settings until a person changes them. */
export const defaultSettings: Settings = {
	stance: null,
	wasLeft: false,
	minutes: 15,
	askBefore: true,
	marked: [],
	showWriting: false,
	threshold: true,
	opened: [],
	lastCopy: null,
	folderCode: '',
	showOriginal: true,
	gone: [],
	importSeed: '',
	showCheckIns: false,
	spellcheck: false,
	lockAfter: 120_000,
	lockHidden: null,
	coverAway: false,
	read: [],
	here: null
};

/**
 * A change to the settings: the new values, or a function that returns them from the current settings. It may be
 * applied more than once, on a conflict with another tab or when an answer got lost, and must be idempotent.
 */
export type SettingsChange = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** The most ids of deleted entries that are remembered, the latest ones. */
const MAX_DELETED_IDS = 2_000;

/** Returns the change that records that an entry was deleted. */
export function recordDeletion(id: string): SettingsChange {
	return ({ gone }) => ({
		gone: [...gone.filter((one) => one !== id), id].slice(-MAX_DELETED_IDS)
	});
}

/** Returns the settings after a change. */
export function applyChange(settings: Settings, change: SettingsChange): Settings {
	return { ...settings, ...(typeof change === 'function' ? change(settings) : change) };
}
