import type { Stance } from '$lib/companion/companion';
import type { Moment } from './moment';

/** One opening of a page. */
export interface Visit {
	id: string;
	at: number;
}

/** A copy of the journal that was put away. */
export interface LastBackup {
	made: Moment;
	/** How many entries it holds. */
	entries: number;
}

/** What a person chose, and where they have read. Sealed like an entry. */
export interface Settings {
	/** Which questions come first; null offers everyone's. */
	stance: Stance | null;
	/** Whether the reader was the one who was left; some questions have other words then. */
	wasLeft: boolean;
	/** Minutes a sitting is meant to last; null for no timer. */
	minutes: number | null;
	/** Whether the two small questions and the length are asked before each page. */
	askBefore: boolean;
	/** Ids of the prompts the writer marked. */
	marked: string[];
	/** Whether the journal list shows the writing. */
	showWriting: boolean;
	/** Whether an old page says when it was written, and asks, before it opens. */
	threshold: boolean;
	/** When pages were opened within the last day: ids, and milliseconds. */
	opened: Visit[];
	/** The last backup that the person said they have put away; null for none. */
	lastCopy: LastBackup | null;
	/** What opens the copies in the folder of this device; empty where there is no folder. Stays out of every backup. */
	folderCode: string;
	/** Ids of pages that were let go here, so that no copy brings them back unasked. They stay out of every backup. */
	gone: string[];
	/** Whether passages stand in the words of the essay itself, where those were brought. Stays out of every backup. */
	showOriginal: boolean;
	/** A word of this journal's own that goes into the ids of entries from other programs; empty until one is needed. */
	importSeed: string;
	/** Whether looking back shows the check-ins without being asked each time. */
	showCheckIns: boolean;
	/** Whether the browser may check the spelling of what is written. */
	spellcheck: boolean;
	/** Milliseconds without a sign of life after which the journal locks; null for never. */
	lockAfter: number | null;
	/** Milliseconds out of sight after which it locks; null to go by `lockAfter` alone. */
	lockHidden: number | null;
	/** Whether the page is covered while it is out of sight. */
	coverAway: boolean;
	/** Ids of the sections that were opened. */
	read: string[];
	/** Id of the section opened last. */
	here: string | null;
}

/** What goes into a copy of the journal: not what opens other copies, nor a trace of what was let go. */
export type ExportedSettings = Omit<Settings, 'folderCode' | 'gone' | 'showOriginal'>;

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
