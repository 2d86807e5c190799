import { stampOf, type Stamp } from './stamp';

/** The languages whose names of months and weekdays are known. */
const languages = [
	...['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'ru', 'uk'],
	...['el', 'hu', 'ro', 'tr']
];

interface Names {
	/** The number of a month, from 1, by its names in lower case; none that means two months. */
	months: Map<string, number>;
	weekdays: Set<string>;
}
let known: Names | null = null;

/** The names, asked of the browser once. */
function names(): Names {
	if (known) return known;
	const months = new Map<string, number>();
	const weekdays = new Set<string>();
	for (const language of languages) {
		for (const style of ['long', 'short'] as const) {
			// With the day beside it a month has the form in which it stands in a date.
			const date = { day: 'numeric', month: style, weekday: style, timeZone: 'UTC' } as const;
			const format = new Intl.DateTimeFormat(language, date);
			for (let index = 0; index < 12; index += 1) {
				// The first of the twelve months of 2021 go through all days of the week.
				for (const { type, value } of format.formatToParts(Date.UTC(2021, index, 1))) {
					const name = nameIn(value);
					if (type === 'weekday') weekdays.add(name);
					if (type !== 'month' || /\d/.test(name)) continue;
					months.set(name, (months.get(name) ?? index + 1) === index + 1 ? index + 1 : 0);
				}
			}
		}
	}
	known = { months, weekdays };
	return known;
}

function nameIn(text: string): string {
	return text.replace(/\.$/, '').toLowerCase();
}

/** What a line says that is a date and nothing else. */
export interface DateLine {
	stamp: Stamp;
	/** The way in which it is written; two lines of one text that are headings are alike in it. */
	style: string;
}

const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?`;
const month = String.raw`(?<month>\p{L}{3,20})\.?`;
const of = String.raw`(?:\s+(?:de|of))?`;
/** The forms of a date that can be read in one way only; 3/4/2021 is none. */
const forms: readonly [style: string, form: string][] = [
	[
		'year-month-day',
		String.raw`(?<year>\d{4})(?<mark>[-/.])(?<digits>\d{1,2})\k<mark>(?<day>\d{1,2})`
	],
	['day.month.year', String.raw`(?<day>\d{1,2})\.\s?(?<digits>\d{1,2})\.\s?(?<year>\d{4})`],
	['day-month-year', String.raw`${day}${of}\s+${month},?${of}\s+(?<year>\d{4})`],
	['year-month-name', String.raw`(?<year>\d{4})[\s.-]{1,3}${month}[\s.-]{1,3}(?<day>\d{1,2})`],
	['month-day-year', String.raw`${month}\s+${day},?\s+(?<year>\d{4})`],
	['年月日', String.raw`(?<year>\d{4})年\s?(?<digits>\d{1,2})月\s?(?<day>\d{1,2})日`]
];
const time = String.raw`(?:,?\s+(?:(?:at|um|à|a las|às|alle|kl\.?)\s+)?(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?::(?<second>\d\d))?(?:\s?(?<half>[ap])\.?m\.?)?(?:\s+[A-Z]{2,5}(?:[+-][\d:]{1,5})?)?)?`;
const lines = forms.map(
	([style, form]) =>
		[
			style,
			new RegExp(
				String.raw`^(?<marks>#{1,6}\s+|\*\*|__|\[|(?:Date:)\s*)?(?:(?<weekday>\p{L}{2,15})\.?,?\s+)?${form}${time}(?:[\s,(]+(?<last>\p{L}{2,15})\)?)?\s*(?:\*\*|__|\]|:|#{1,6})?$`,
				'iu'
			)
		] as const
);

/** Reads a line that is a date, with a heading's signs, a weekday and a time or without; null for any other. */
export function readDateLine(line: string): DateLine | null {
	const text = line.trim();
	// A date has a year, and neither fewer letters nor more than this.
	if (text.length < 8 || text.length > 80 || !/\d{4}/.test(text)) return null;
	for (const [style, form] of lines) {
		const found = form.exec(text)?.groups;
		const stamp = found && stampIn(found);
		if (stamp) return { stamp, style: `${(found['marks'] ?? '').trim()} ${style}` };
	}
	return null;
}

function stampIn(found: Record<string, string | undefined>): Stamp | null {
	const { weekdays, months } = names();
	const { weekday, last, half } = found;
	for (const name of [weekday, last]) {
		if (name !== undefined && !weekdays.has(name.toLowerCase())) return null;
	}
	const date = {
		year: Number(found['year']),
		month: Number(found['digits'] ?? months.get((found['month'] ?? '').toLowerCase()) ?? 0),
		day: Number(found['day'])
	};
	if (found['hour'] === undefined) return stampOf(date);
	const hour = Number(found['hour']);
	if (half !== undefined && (hour < 1 || hour > 12)) return null;
	const past = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	return stampOf({
		...date,
		hour: past,
		minute: Number(found['minute']),
		second: Number(found['second'] ?? 0)
	});
}
