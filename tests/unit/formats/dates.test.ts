import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentAt } from '$lib/model/moment';
import { parseDateLine } from '$lib/formats/dates/date-line';
import {
	formatMoment,
	parseMomentText,
	formatIso,
	parseZone
} from '$lib/formats/dates/moment-text';
import { parsePathDate } from '$lib/formats/dates/path-date';
import { toMoment, parseIsoDate } from '$lib/formats/dates/parsed-date';
import {
	toUtcInstant,
	toInstant,
	momentInZone,
	toPlainDateTime
} from '$lib/formats/dates/time-zone';
import { tries } from '../../thorough';

const zones = [
	...['UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
	...['Pacific/Apia', 'America/St_Johns', 'Africa/Monrovia', 'No/Such_Zone']
];
const at = fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2150, 0, 1) });
const zone = fc.constantFrom(...zones);

describe('the clock of a zone', () => {
	test('names the same moment as the journal does', () => {
		fc.assert(
			fc.property(at, zone, (one, there) => {
				expect(momentInZone(one, there)).toEqual(momentAt(one, there));
			})
		);
	});

	test('shows the time whose instant it finds again', () => {
		fc.assert(
			fc.property(at, zone, (one, there) => {
				const wall = toPlainDateTime(one, there);
				const found = toInstant(wall, there);
				expect(toPlainDateTime(found, there)).toEqual(wall);
				// A clock that was put back shows some times twice; the first is found.
				expect(found).toBeLessThanOrEqual(one);
				expect(one - found).toBeLessThanOrEqual(86_400_000);
			}),
			tries(500, 1)
		);
	});

	test('takes a time that it never showed for one shortly after', () => {
		const skipped = {
			year: 2024,
			month: 3,
			day: 10,
			hour: 2,
			minute: 30,
			second: 0,
			millisecond: 0
		};
		expect(new Date(toInstant(skipped, 'America/New_York')).toISOString()).toBe(
			'2024-03-10T07:30:00.000Z'
		);
	});

	test('writes a moment so that it is read back', () => {
		fc.assert(
			fc.property(at, fc.constantFrom(...zones.slice(0, -1)), (one, there) => {
				const moment = momentInZone(one, there);
				expect(parseMomentText(formatMoment(moment))).toEqual(moment);
			}),
			tries(500, 1)
		);
		expect(formatIso(Date.UTC(2026, 2, 4, 8, 12, 0, 7), 'Asia/Kathmandu')).toBe(
			'2026-03-04T13:57:00.007+05:45'
		);
	});
});

test.each([
	['2026-03-04', '2026-03-04T12:00:00.000Z'],
	['2026-03-04 08:12', '2026-03-04T08:12:00.000Z'],
	['2026-03-04T08:12:33.125', '2026-03-04T08:12:33.125Z'],
	['2026-03-04T08:12:33Z', '2026-03-04T08:12:33.000Z'],
	['2026-03-04T08:12:33.5+01:00', '2026-03-04T07:12:33.500Z'],
	['2026-03-04T08:12:33-0330', '2026-03-04T11:42:33.000Z'],
	['2024-02-29', '2024-02-29T12:00:00.000Z'],
	...[
		'2023-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-03-04T24:00',
		'2026-03-04T08:60',
		'26-03-04'
	].map((text): [string, null] => [text, null]),
	...['0000-01-01', '1799-12-31', '2200-01-01', '275760-09-13', 'NaN', '', '2026-03-04Tx'].map(
		(text): [string, null] => [text, null]
	)
])('%s is read as %s', (text, utc) => {
	const stamp = parseIsoDate(text);
	expect(stamp && new Date(toMoment(stamp, 'UTC').at).toISOString()).toBe(utc);
});

test('a distance from UTC that fits the zone keeps it; another has a zone of its own, and its day', () => {
	const read = (text: string): unknown => {
		const stamp = parseIsoDate(text);
		return stamp && toMoment(stamp, 'Europe/Lisbon');
	};
	expect(read('2026-07-01T00:30+01:00')).toMatchObject({
		zone: 'Europe/Lisbon',
		day: '2026-07-01'
	});
	expect(read('2026-07-01T00:30+05:00')).toMatchObject({ zone: 'Etc/GMT-5', day: '2026-07-01' });
	expect(read('2026-07-01T00:30-09:30')).toMatchObject({ zone: 'UTC', day: '2026-07-01' });
});

test.each([
	['Europe/Lisbon', 'Europe/Lisbon'],
	['GMT+0100', 'Etc/GMT-1'],
	['UTC-3', 'Etc/GMT+3'],
	['GMT', 'GMT'],
	['GMT+05:45', null],
	['Mars/Olympus', null],
	['', null],
	[7, null]
])('the zone %s is %s', (name, zoneThere) => {
	expect(parseZone(name)).toBe(zoneThere);
});

describe('a line that is a date', () => {
	test.each([
		['2021-01-31', '2021-01-31T12:00'],
		['## 2021/1/31', '2021-01-31T12:00'],
		['**31.01.2021**', '2021-01-31T12:00'],
		['31 January 2021', '2021-01-31T12:00'],
		['Sunday, 31st of January 2021', '2021-01-31T12:00'],
		['January 31, 2021', '2021-01-31T12:00'],
		['Sun, Jan 31, 2021, 9:05 pm', '2021-01-31T21:05'],
		['March 3, 2021 at 11:48:50 AM GMT+11', '2021-03-03T11:48'],
		['Sonntag, 31. Januar 2021', '2021-01-31T12:00'],
		['dimanche 31 janvier 2021', '2021-01-31T12:00'],
		['domingo, 31 de enero de 2021', '2021-01-31T12:00'],
		['31 stycznia 2021', '2021-01-31T12:00'],
		['31 января 2021', '2021-01-31T12:00'],
		['2021年1月31日', '2021-01-31T12:00'],
		['2021-01-31 (Sunday)', '2021-01-31T12:00'],
		['Date:\t15 January 2024 at 10:02', '2024-01-15T10:02']
	])('%s is %s', (line, wall) => {
		const read = parseDateLine(line);
		expect(read && new Date(toUtcInstant(read.date.dateTime)).toISOString().slice(0, 16)).toBe(
			wall
		);
	});

	test.each([
		...[
			'1/2/2021',
			'31/01/2021',
			'Until 31 January 2021',
			'31 January',
			'31 January 2021 was cold'
		],
		...['31 February 2021', 'Call 2021-01-31 back', '2021', '99.99.2021', 'version 1.2.2021a', '']
	])('%s is none', (line) => {
		expect(parseDateLine(line)).toBeNull();
	});
});

test.each([
	['2024-01-31.md', '2024-01-31T12:00'],
	['notes/2024_01_31.md', '2024-01-31T12:00'],
	['20240131.txt', '2024-01-31T12:00'],
	['2024-01-31 0812.md', '2024-01-31T08:12'],
	['2024-01-31T08-12-33 A walk.md', '2024-01-31T08:12'],
	['Walk 2024-01-31.md', '2024-01-31T12:00'],
	['2024/01/31.md', '2024-01-31T12:00'],
	['2024/01-January/31.md', '2024-01-31T12:00'],
	['2024/January/2024-Jan-31.md', '2024-01-31T12:00'],
	['31 January 2024.md', '2024-01-31T12:00'],
	['2024-01-31 2599.md', '2024-01-31T12:00'],
	['2024-02-31.md', null],
	['202401311234567.md', null],
	['a thought.md', null],
	['31.md', null]
])('the path %s says %s', (path, wall) => {
	const stamp = parsePathDate(path);
	expect(stamp && new Date(toUtcInstant(stamp.dateTime)).toISOString().slice(0, 16)).toBe(wall);
});
