import { parseDateLine } from './date-line';
import { toParsedDate, type ParsedDate } from './parsed-date';

/** 2024-01-31, 20240131, 2024_01_31, with 0812, 08-12 or 08.12 behind it or without. */
const DATE_IN_NAME =
	/(?:^|\D)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?:[T _-]{1,3}(\d\d)[-:.h_]?(\d\d)(?:[-:._]?(\d\d))?)?(?!\d)/;
/** 2024/01/31, 2024/01-January/31: a folder a year, a folder a month. */
const DATE_IN_FOLDERS = /(?:^|\/)(\d{4})\/(\d{1,2})(?:[^/\d][^/]{0,30})?\/(\d{1,2})$/;

/** The date in a file's name or in the names of its folders; null where there is none. */
export function parsePathDate(path: string): ParsedDate | null {
	const pathStem = path.replace(/\.[A-Za-z\d]{1,8}$/, '').slice(-300);
	const name = pathStem.slice(pathStem.lastIndexOf('/') + 1);
	const [, year, , month, day, hour, minute, second] = DATE_IN_NAME.exec(name) ?? [];
	if (year !== undefined) {
		const date = { year: Number(year), month: Number(month), day: Number(day) };
		const time = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
		const parsed =
			(hour === undefined ? null : toParsedDate({ ...date, ...time })) ?? toParsedDate(date);
		if (parsed) return parsed;
	}
	const [, inYear, inMonth, inDay] = DATE_IN_FOLDERS.exec(pathStem) ?? [];
	if (inYear !== undefined) {
		return toParsedDate({ year: Number(inYear), month: Number(inMonth), day: Number(inDay) });
	}
	// 31 January 2024, Jan-31-2024
	return parseDateLine(name.replace(/[-_]+/g, ' '))?.date ?? parseDateLine(name)?.date ?? null;
}
