import * as v from 'valibot';
import { stances } from '$lib/companion/vocabulary';
import { instantSchema, lineSchema, momentSchema, numberSchema } from './values';

/** The least and the most milliseconds after which a journal may lock: a second, and a year. */
const MIN_LOCK_MS = 1_000;
const MAX_LOCK_MS = 366 * 86_400_000;

/** One visit of an entry. */
export type Visit = v.InferOutput<typeof visitSchema>;

const visitSchema = v.strictObject({ id: lineSchema, at: instantSchema });

/** A backup of the journal that the person has put away. */
export type LastBackup = v.InferOutput<typeof lastBackupSchema>;

const lastBackupSchema = v.strictObject({
	made: momentSchema,
	/** The number of entries in it. */
	entries: numberSchema(0, 1_000_000)
});

/**
 * The settings that go into a backup of the journal: neither the key to other backups, nor a trace of what was deleted.
 */
export type ExportedSettings = v.InferOutput<typeof exportedSettingsSchema>;

export const exportedSettingsSchema = v.strictObject({
	/** The stance whose questions come first; null offers everyone's. */
	stance: v.nullable(v.picklist(stances)),
	/** Whether the reader was the one who was left; some questions are worded differently then. */
	wasLeft: v.boolean(),
	/** The minutes that a sitting is meant to last; null for no timer. */
	minutes: v.nullable(numberSchema(1, 1440)),
	/** Whether the two small questions and the length are asked before each entry. */
	askBefore: v.boolean(),
	/** Ids of the prompts the writer marked. */
	marked: v.array(lineSchema),
	/** Whether the journal list shows the text of the entries. */
	showWriting: v.boolean(),
	/** Whether an old entry says when it was written, and asks, before it opens. */
	threshold: v.boolean(),
	/** The last backup that the person said they have put away; null for none. */
	lastCopy: v.nullable(lastBackupSchema),
	/** A seed of this journal's own for the ids of entries from other programs; empty until one is needed. */
	importSeed: lineSchema,
	/** The visits of the last day: ids of entries, and milliseconds. */
	opened: v.array(visitSchema),
	/** Whether the statistics show the check-ins without being asked each time. */
	showCheckIns: v.boolean(),
	/** Whether the browser may check the spelling of what is written. */
	spellcheck: v.boolean(),
	/** The idle milliseconds after which the journal locks; null for never. */
	lockAfter: v.nullable(numberSchema(MIN_LOCK_MS, MAX_LOCK_MS)),
	/** The milliseconds hidden after which it locks; null to go by `lockAfter` alone. */
	lockHidden: v.nullable(numberSchema(0, MAX_LOCK_MS)),
	/** Whether the page is covered while it is hidden. */
	coverAway: v.boolean(),
	/** Ids of the sections that were opened. */
	read: v.array(lineSchema),
	/** Id of the section opened last. */
	here: v.nullable(lineSchema)
});

/** The settings of a person, and what they have read. Encrypted like an entry. */
export type Settings = v.InferOutput<typeof settingsSchema>;

export const settingsSchema = v.strictObject({
	...exportedSettingsSchema.entries,
	/**
	 * The code that opens the backups in the folder of this device; empty where there is no folder. It is in no backup.
	 */
	folderCode: v.string(),
	/** Ids of entries that were deleted here, so that no import restores them unasked. They are in no backup. */
	gone: v.array(lineSchema),
	/** Whether passages are shown in the words of the essay itself, where those were imported. It is in no backup. */
	showOriginal: v.boolean()
});
