import { toParsedDate, type ParsedDate } from './parsed-date';

/** The languages whose names of months and weekdays are known. */
const LANGUAGES = [
	...['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'ru', 'uk'],
	...['el', 'hu', 'ro', 'tr']
];

interface DateNames {
	/** The number of a month, from 1, by its names in lower case; none that means two months. */
	months: Map<string, number>;
	weekdays: Set<string>;
}
let cachedNames: DateNames | null = null;

/** The names, asked of the browser once. */
function dateNames(): DateNames {
	if (cachedNames) return cachedNames;
	const months = new Map<string, number>();
	const weekdays = new Set<string>();
	for (const language of LANGUAGES) {
		for (const style of ['long', 'short'] as const) {
			// With the day beside it a month has the form in which it stands in a date.
			const date = { day: 'numeric', month: style, weekday: style, timeZone: 'UTC' } as const;
			const format = new Intl.DateTimeFormat(language, date);
			for (let index = 0; index < 12; index += 1) {
				// The first of the twelve months of 2021 go through all days of the week.
				for (const { type, value } of format.formatToParts(Date.UTC(2021, index, 1))) {
					const name = normaliseName(value);
					if (type === 'weekday') weekdays.add(name);
					if (type !== 'month' || /\d/.test(name)) continue;
					months.set(name, (months.get(name) ?? index + 1) === index + 1 ? index + 1 : 0);
				}
			}
		}
	}
	cachedNames = { months, weekdays };
	return cachedNames;
}

function normaliseName(text: string): string {
	return text.replace(/\.$/, '').toLowerCase();
}

/** What a line says that is a date and nothing else. */
export interface DateLine {
	date: ParsedDate;
	/** The way in which it is written; two lines of one text that are headings are alike in it. */
	style: string;
}

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?`;
const MONTH = String.raw`(?<month>\p{L}{3,20})\.?`;
const OF = String.raw`(?:\s+(?:de|of))?`;
/** The forms of a date that can be read in one way only; 3/4/2021 is none. */
const DATE_FORMS: readonly [style: string, form: string][] = [
	[
		'year-month-day',
		String.raw`(?<year>\d{4})(?<mark>[-/.])(?<digits>\d{1,2})\k<mark>(?<day>\d{1,2})`
	],
	['day.month.year', String.raw`(?<day>\d{1,2})\.\s?(?<digits>\d{1,2})\.\s?(?<year>\d{4})`],
	['day-month-year', String.raw`${DAY}${OF}\s+${MONTH},?${OF}\s+(?<year>\d{4})`],
	['year-month-name', String.raw`(?<year>\d{4})[\s.-]{1,3}${MONTH}[\s.-]{1,3}(?<day>\d{1,2})`],
	['month-day-year', String.raw`${MONTH}\s+${DAY},?\s+(?<year>\d{4})`],
	['年月日', String.raw`(?<year>\d{4})年\s?(?<digits>\d{1,2})月\s?(?<day>\d{1,2})日`]
];
const TIME = String.raw`(?:,?\s+(?:(?:at|um|à|a las|às|alle|kl\.?)\s+)?(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?::(?<second>\d\d))?(?:\s?(?<half>[ap])\.?m\.?)?(?:\s+[A-Z]{2,5}(?:[+-][\d:]{1,5})?)?)?`;
const LINE_FORMS = DATE_FORMS.map(
	([style, form]) =>
		[
			style,
			new RegExp(
				String.raw`^(?<marks>#{1,6}\s+|\*\*|__|\[|(?:Date:)\s*)?(?:(?<weekday>\p{L}{2,15})\.?,?\s+)?${form}${TIME}(?:[\s,(]+(?<last>\p{L}{2,15})\)?)?\s*(?:\*\*|__|\]|:|#{1,6})?$`,
				'iu'
			)
		] as const
);

/** Reads a line that is a date, with a heading's signs, a weekday and a time or without; null for any other. */
export function parseDateLine(line: string): DateLine | null {
	const text = line.trim();
	// A date has a year, and neither fewer letters nor more than this.
	if (text.length < 8 || text.length > 80 || !/\d{4}/.test(text)) return null;
	for (const [style, form] of LINE_FORMS) {
		const groups = form.exec(text)?.groups;
		const date = groups && parseGroups(groups);
		if (date) return { date, style: `${(groups['marks'] ?? '').trim()} ${style}` };
	}
	return null;
}

function parseGroups(groups: Record<string, string | undefined>): ParsedDate | null {
	const { weekdays, months } = dateNames();
	const { weekday, last: trailingWeekday, half: meridiem } = groups;
	for (const name of [weekday, trailingWeekday]) {
		if (name !== undefined && !weekdays.has(name.toLowerCase())) return null;
	}
	const date = {
		year: Number(groups['year']),
		month: Number(groups['digits'] ?? months.get((groups['month'] ?? '').toLowerCase()) ?? 0),
		day: Number(groups['day'])
	};
	if (groups['hour'] === undefined) return toParsedDate(date);
	const hour = Number(groups['hour']);
	if (meridiem !== undefined && (hour < 1 || hour > 12)) return null;
	const hour24 =
		meridiem === undefined ? hour : (hour % 12) + (meridiem.toLowerCase() === 'p' ? 12 : 0);
	return toParsedDate({
		...date,
		hour: hour24,
		minute: Number(groups['minute']),
		second: Number(groups['second'] ?? 0)
	});
}
