import type { Moment } from '$lib/model/moment';
import { formatWallTime } from './wall-clock';

/** What the name of a backup says: when it was made, and by which device where several share a folder. */
export interface BackupName {
	/** The calendar day it was made on. */
	day: string;
	/** The time of that day, as `2147`, or `214705` where a device put it into a folder. */
	time: string;
	/** Four letters and digits that tell a device from others; empty for a copy that was saved by hand. */
	deviceId: string;
}

const BACKUP_NAME = /^backup-(\d{4}-\d\d-\d\d)-(\d{4}(?:\d\d)?)(?:-([a-z0-9]{4}))?\.age$/;

/**
 * The name of a backup made at this moment: `backup-2026-11-22-2147.age`, or `backup-2026-11-22-214705-k3f7.age`
 * with the mark of a device, which may put several there in a minute. It says of the subject nothing, and sorted by name the newest stands last.
 */
export function backupName(created: Moment, deviceId = ''): string {
	const time = formatWallTime(created)
		.replaceAll(':', '')
		.slice(0, deviceId ? 6 : 4);
	return `${['backup', created.day, time, ...(deviceId ? [deviceId] : [])].join('-')}.age`;
}

/** What the name of a file says, if it is the name of a backup; null otherwise. */
export function parseBackupName(name: string): BackupName | null {
	const [, day, time, deviceId = ''] = BACKUP_NAME.exec(name) ?? [];
	return day && time && !Number.isNaN(Date.parse(day)) ? { day, time, deviceId } : null;
}

/** The command that opens a backup of this name, and writes the zip file that is in it. */
export function decryptCommand(name: string): string {
	return `age -d -o journal.zip ${name}`;
}
