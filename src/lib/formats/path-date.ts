import { readDateLine } from './date-words';
import { stampOf, type Stamp } from './stamp';

/** 2024-01-31, 20240131, 2024_01_31, with 0812, 08-12 or 08.12 behind it or without. */
const named =
	/(?:^|\D)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?:[T _-]{1,3}(\d\d)[-:.h_]?(\d\d)(?:[-:._]?(\d\d))?)?(?!\d)/;
/** 2024/01/31, 2024/01-January/31: a folder a year, a folder a month. */
const nested = /(?:^|\/)(\d{4})\/(\d{1,2})(?:[^/\d][^/]{0,30})?\/(\d{1,2})$/;

/** The date in a file's name or in the names of its folders; null where there is none. */
export function readPathDate(path: string): Stamp | null {
	const whole = path.replace(/\.[A-Za-z\d]{1,8}$/, '').slice(-300);
	const name = whole.slice(whole.lastIndexOf('/') + 1);
	const [, year, , month, day, hour, minute, second] = named.exec(name) ?? [];
	if (year !== undefined) {
		const date = { year: Number(year), month: Number(month), day: Number(day) };
		const time = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
		const stamp = (hour === undefined ? null : stampOf({ ...date, ...time })) ?? stampOf(date);
		if (stamp) return stamp;
	}
	const [, inYear, inMonth, inDay] = nested.exec(whole) ?? [];
	if (inYear !== undefined) {
		return stampOf({ year: Number(inYear), month: Number(inMonth), day: Number(inDay) });
	}
	// 31 January 2024, Jan-31-2024
	return readDateLine(name.replace(/[-_]+/g, ' '))?.stamp ?? readDateLine(name)?.stamp ?? null;
}
