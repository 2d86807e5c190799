import type { Entry } from '$lib/model/entry';
import type { Moment } from '$lib/model/moment';

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

/** Made once each: making one takes longer than a whole page. Null for a zone that is not known here. */
const timeFormats = new Map<string, Intl.DateTimeFormat | null>();

/** The time of a moment as the clock in its zone showed it, `21:47:05`; as in UTC where the zone is not known. */
export function formatWallTime({ at, zone }: Moment): string {
	let clock = timeFormats.get(zone);
	if (clock === undefined) timeFormats.set(zone, (clock = timeFormatFor(zone)));
	return clock ? clock.format(at) : new Date(at).toISOString().slice(-13, -5);
}

function timeFormatFor(zone: string): Intl.DateTimeFormat | null {
	const options = {
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		hourCycle: 'h23'
	} as const;
	try {
		return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
	} catch {
		return null;
	}
}

/** Names the files of pages by their days and times; two of one minute are told apart by a number. */
export class EntryFileNames {
	readonly #counts = new Map<string, number>();

	nameFor({ written }: Entry): string {
		const name = `${written.day}-${formatWallTime(written).slice(0, 5).replace(':', '')}`;
		const number = (this.#counts.get(name) ?? 0) + 1;
		this.#counts.set(name, number);
		return `pages/${name}${number === 1 ? '' : `-${number}`}.md`;
	}
}
