import * as v from 'valibot';
import { stances } from '$lib/companion/vocabulary';
import { instantSchema, lineSchema, momentSchema, numberSchema } from './values';

/** Milliseconds after which a journal may lock at the least, and at most: a second, and a year. */
const MIN_LOCK_MS = 1_000;
const MAX_LOCK_MS = 366 * 86_400_000;

/** One opening of a page. */
export type Visit = v.InferOutput<typeof visitSchema>;

const visitSchema = v.strictObject({ id: lineSchema, at: instantSchema });

/** A backup of the journal that was put away. */
export type LastBackup = v.InferOutput<typeof lastBackupSchema>;

const lastBackupSchema = v.strictObject({
	made: momentSchema,
	/** How many entries it holds. */
	entries: numberSchema(0, 1_000_000)
});

/** What goes into a backup of the journal: not what opens other backups, nor a trace of what was deleted. */
export type ExportedSettings = v.InferOutput<typeof exportedSettingsSchema>;

export const exportedSettingsSchema = v.strictObject({
	/** Which questions come first; null offers everyone's. */
	stance: v.nullable(v.picklist(stances)),
	/** Whether the reader was the one who was left; some questions have other words then. */
	wasLeft: v.boolean(),
	/** Minutes a sitting is meant to last; null for no timer. */
	minutes: v.nullable(numberSchema(1, 1440)),
	/** Whether the two small questions and the length are asked before each page. */
	askBefore: v.boolean(),
	/** Ids of the prompts the writer marked. */
	marked: v.array(lineSchema),
	/** Whether the journal list shows the writing. */
	showWriting: v.boolean(),
	/** Whether an old page says when it was written, and asks, before it opens. */
	threshold: v.boolean(),
	/** The last backup that the person said they have put away; null for none. */
	lastCopy: v.nullable(lastBackupSchema),
	/** A word of this journal's own that goes into the ids of entries from other programs; empty until one is needed. */
	importSeed: lineSchema,
	/** When pages were opened within the last day: ids, and milliseconds. */
	opened: v.array(visitSchema),
	/** Whether looking back shows the check-ins without being asked each time. */
	showCheckIns: v.boolean(),
	/** Whether the browser may check the spelling of what is written. */
	spellcheck: v.boolean(),
	/** Milliseconds without a sign of life after which the journal locks; null for never. */
	lockAfter: v.nullable(numberSchema(MIN_LOCK_MS, MAX_LOCK_MS)),
	/** Milliseconds out of sight after which it locks; null to go by `lockAfter` alone. */
	lockHidden: v.nullable(numberSchema(0, MAX_LOCK_MS)),
	/** Whether the page is covered while it is out of sight. */
	coverAway: v.boolean(),
	/** Ids of the sections that were opened. */
	read: v.array(lineSchema),
	/** Id of the section opened last. */
	here: v.nullable(lineSchema)
});

/** What a person chose, and where they have read. Encrypted like an entry. */
export type Settings = v.InferOutput<typeof settingsSchema>;

export const settingsSchema = v.strictObject({
	...exportedSettingsSchema.entries,
	/** What opens the backups in the folder of this device; empty where there is no folder. Stays out of every backup. */
	folderCode: v.string(),
	/** Ids of entries that were deleted here, so that no backup brings them back unasked. They stay out of every backup. */
	gone: v.array(lineSchema),
	/** Whether passages stand in the words of the essay itself, where those were brought. Stays out of every backup. */
	showOriginal: v.boolean()
});
