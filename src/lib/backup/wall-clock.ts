import type { Moment } from '$lib/model/moment';

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
