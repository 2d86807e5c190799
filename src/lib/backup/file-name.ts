import type { Moment } from '$lib/journal/moment';
import { wallClock } from './wall-clock';

/**
 * The name of a backup made at this moment: `backup-2026-11-22-2147.age`. It says of the subject nothing, and
 * sorted by name the newest stands last.
 */
export function backupName(made: Moment): string {
	return `backup-${made.day}-${wallClock(made).replace(':', '').slice(0, 4)}.age`;
}

/** The command that opens a backup of this name, and writes the zip file that is in it. */
export function openingCommand(name: string): string {
	return `age -d -o journal.zip ${name}`;
}

/** Whether a file has the name of a backup, so that a folder's own can be told from what else lies there. */
export function isBackupName(name: string): boolean {
	return /^backup-\d{4}-\d\d-\d\d-\d{4}\.age$/.test(name);
}
