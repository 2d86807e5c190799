import type { Moment } from './schema/values';

export type { Moment } from './schema/values';

/**
 * Takes an instant in milliseconds and an IANA zone (the browser's own by default) and returns the moment, with its
 * calendar day in that zone.
 */
export function momentAt(
	at: number,
	zone: string = Intl.DateTimeFormat().resolvedOptions().timeZone
): Moment {
	try {
		return { at, zone, day: dayIn(zone, at) };
	} catch {
		// RangeError: a device whose zone its own browser does not know (`Etc/Unknown`).
		return { at, zone: 'UTC', day: dayIn('UTC', at) };
	}
}

function dayIn(zone: string, at: number): string {
	// Swedish dates are written as in ISO 8601; the parts are read one by one all the same.
	const parts = new Intl.DateTimeFormat('sv-SE', {
		timeZone: zone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		calendar: 'gregory',
		numberingSystem: 'latn'
	}).formatToParts(at);
	const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
	return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
