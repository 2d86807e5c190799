import type { Moment } from '$lib/model/moment';

/** What a calendar and a clock on the wall show. */
export interface PlainDateTime {
	year: number;
	/** From 1. */
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	millisecond: number;
}

const DAY_MS = 86_400_000;

/** Made once for each zone: making one takes a hundred times as long as asking it. Null for a zone that is not known. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterFor(zone: string): Intl.DateTimeFormat | null {
	let clock = formatters.get(zone);
	if (clock === undefined) {
		try {
			clock = new Intl.DateTimeFormat('en-US', {
				timeZone: zone,
				calendar: 'gregory',
				numberingSystem: 'latn',
				hourCycle: 'h23',
				year: 'numeric',
				month: 'numeric',
				day: 'numeric',
				hour: 'numeric',
				minute: 'numeric',
				second: 'numeric'
			});
		} catch {
			clock = null; // RangeError: no zone of that name
		}
		// A file with a new name in every entry must not fill the memory.
		if (formatters.size > 1_000) formatters.clear();
		formatters.set(zone, clock);
	}
	return clock;
}

/** Whether this browser knows a time zone of that name. */
export function isKnownZone(zone: string): boolean {
	return zone.length <= 60 && formatterFor(zone) !== null;
}

/** What the clocks of a zone showed at an instant; those of UTC for a zone that is not known. */
export function toPlainDateTime(at: number, zone: string): PlainDateTime {
	const clock = formatterFor(zone) ?? formatterFor('UTC');
	const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, millisecond: 0 };
	for (const { type, value } of clock?.formatToParts(at) ?? []) {
		if (type in wall) wall[type as keyof PlainDateTime] = Number(value);
	}
	wall.millisecond = ((at % 1_000) + 1_000) % 1_000;
	return wall;
}

/** Minutes by which the clocks of a zone were ahead of UTC; a fraction where they went by the sun. */
export function offsetAt(at: number, zone: string): number {
	return (toUtcInstant(toPlainDateTime(at, zone)) - at) / 60_000;
}

/**
 * When the clocks of a zone showed this, in milliseconds: the first time where they showed it twice, and where
 * they were put past it, as if they had not been yet.
 */
export function toInstant(wall: PlainDateTime, zone: string): number {
	const utc = toUtcInstant(wall);
	const before = utc - offsetAt(utc - DAY_MS, zone) * 60_000;
	const after = utc - offsetAt(utc + DAY_MS, zone) * 60_000;
	const matching = [before, after].filter((at) => toUtcInstant(toPlainDateTime(at, zone)) === utc);
	return matching.length > 0 ? Math.min(...matching) : before;
}

/** A zone that is always so many minutes ahead of UTC; null where no name says that everywhere. */
export function fixedOffsetZone(minutes: number): string | null {
	if (minutes === 0) return 'UTC';
	if (minutes % 60 !== 0) return null;
	// In these names the sign is turned round: POSIX counts westwards.
	const zone = `Etc/GMT${minutes < 0 ? '+' : '-'}${Math.abs(minutes / 60)}`;
	return isKnownZone(zone) ? zone : null;
}

/** The moment of an instant in a zone, its day as the calendar there had it; in UTC for a zone that is not known. */
export function momentInZone(at: number, zone: string): Moment {
	return {
		at,
		zone: isKnownZone(zone) ? zone : 'UTC',
		day: formatIsoDay(toPlainDateTime(at, zone))
	};
}

/** The calendar day that is shown: `2026-11-22`. */
export function formatIsoDay({
	year,
	month,
	day
}: Pick<PlainDateTime, 'year' | 'month' | 'day'>): string {
	const pad = (figure: number): string => String(figure).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The instant at which UTC shows this. */
export function toUtcInstant({
	year,
	month,
	day,
	hour,
	minute,
	second,
	millisecond
}: PlainDateTime): number {
	return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}
