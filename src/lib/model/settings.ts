import type { Settings } from './schema/settings';

export type { ExportedSettings, LastBackup, Settings, Visit } from './schema/settings';

/** What holds until a person chooses. */
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
 * A change to the settings: what is new, or how to make it from those that hold now. It may be made more than once,
 * where another tab changed them or an answer got lost, and has to come to the same then.
 */
export type SettingsChange = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** As many pages that were let go are remembered at the most, the last ones. */
const MAX_DELETED_IDS = 2_000;

/** The change that notes that a page was let go. */
export function recordDeletion(id: string): SettingsChange {
	return ({ gone }) => ({
		gone: [...gone.filter((one) => one !== id), id].slice(-MAX_DELETED_IDS)
	});
}

/** The settings after a change. */
export function applyChange(settings: Settings, change: SettingsChange): Settings {
	return { ...settings, ...(typeof change === 'function' ? change(settings) : change) };
}
