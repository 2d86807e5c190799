import type { Moment } from '$lib/model/moment';
import { wallClock } from './wall-clock';

/** What the name of a backup says: when it was made, and by which device where several share a folder. */
export interface BackupName {
	/** The calendar day it was made on. */
	day: string;
	/** The time of that day, as `2147`, or `214705` where a device put it into a folder. */
	time: string;
	/** Four letters and digits that tell a device from others; empty for a copy that was saved by hand. */
	mark: string;
}

const NAME = /^backup-(\d{4}-\d\d-\d\d)-(\d{4}(?:\d\d)?)(?:-([a-z0-9]{4}))?\.age$/;

/**
 * The name of a backup made at this moment: `backup-2026-11-22-2147.age`, or `backup-2026-11-22-214705-k3f7.age`
 * with the mark of a device, which may put several there in a minute. It says of the subject nothing, and sorted by name the newest stands last.
 */
export function backupName(made: Moment, mark = ''): string {
	const time = wallClock(made)
		.replaceAll(':', '')
		.slice(0, mark ? 6 : 4);
	return `${['backup', made.day, time, ...(mark ? [mark] : [])].join('-')}.age`;
}

/** What the name of a file says, if it is the name of a backup; null otherwise. */
export function readBackupName(name: string): BackupName | null {
	const [, day, time, mark = ''] = NAME.exec(name) ?? [];
	return day && time && !Number.isNaN(Date.parse(day)) ? { day, time, mark } : null;
}

/** The command that opens a backup of this name, and writes the zip file that is in it. */
export function openingCommand(name: string): string {
	return `age -d -o journal.zip ${name}`;
}
