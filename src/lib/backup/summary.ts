import type { Moment } from '$lib/model/moment';

/** What a backup holds, in numbers. */
export interface BackupSummary {
	/** When it was made. */
	created: Moment;
	entries: number;
	/** The calendar days of the first and the last page; null without a page. */
	firstDay: string | null;
	lastDay: string | null;
	/** How many of the pages are hidden, sealed until a day (come or not), or in the bin. */
	hidden: number;
	timeLocked: number;
	binned: number;
	/** Earlier texts of pages, and notes beside them. */
	versions: number;
	marginNotes: number;
	/** Questions of the writer's own. */
	prompts: number;
	/** Companions kept beside the built-in one, and original words. */
	library: number;
	/** The ids of the companions that the pages come from. */
	companions: string[];
	/** Bytes of the file. */
	fileSize: number;
}

/** How far making or opening a backup has come. */
export interface BackupProgress {
	/**
	 * - `key`: the secret is made into a key; how far that is cannot be said
	 * - `writing`: it is packed and sealed
	 * - `reading`: it is opened; for a new one, to be compared
	 */
	step: 'key' | 'writing' | 'reading';
	/** From 0 to 1. */
	fraction: number;
}
