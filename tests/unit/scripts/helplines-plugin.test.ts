import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../../scripts/helplines-plugin';
import { countries } from '../../../src/routes/help/countries';
import { telLink, helplines, helplinesFor, smsLink } from '../../../src/routes/help/helplines';

const line = {
	id: 'xx-line',
	country: 'IE',
	kind: 'support',
	name: 'A line',
	scope: null,
	note: null,
	tel: ['116 123'],
	sms: null,
	url: 'https://example.org/',
	verifiedOn: '2026-11-22',
	source: 'two pages',
	reviewBy: '2027-05-21',
	liveCheck: null
};
const today = '2026-12-01';
const without = (field: string): object =>
	Object.fromEntries(Object.entries(line).filter(([key]) => key !== field));

describe('the build', () => {
	test('takes a whole record, up to its last day', () => {
		expect(faultsOf([line], today)).toEqual([]);
		expect(faultsOf([line], '2027-05-21')).toEqual([]);
	});

	test('refuses a record whose day of review is past', () => {
		expect(faultsOf([line], '2027-05-22')).toEqual([
			'xx-line: was to be compared again by 2027-05-21. Compare it, or take it out.'
		]);
	});

	test.each(Object.keys(line))('refuses a record without %s', (field) => {
		expect(faultsOf([without(field)], today)).toEqual([
			`${field === 'id' ? 'Record 1' : 'xx-line'}: ${field} is missing or wrong.`
		]);
	});

	test.each([
		['179 days', '2027-05-20'],
		['181 days', '2027-05-22'],
		['a year', '2027-11-22']
	])('refuses a review after %s', (_, reviewBy) => {
		expect(faultsOf([{ ...line, reviewBy }], today)).toEqual([
			'xx-line: reviewBy is not 180 days after verifiedOn.'
		]);
	});

	test.each([
		['a day that is none', { verifiedOn: '2026-02-31' }],
		['a country without a name', { country: 'XX' }],
		['another kind', { kind: 'other' }],
		['a number with words in it', { tel: ['116 123, then 2'] }],
		['a message without a number', { sms: { word: 'START' } }],
		['an address without https', { url: 'http://example.org/' }],
		['no number at all', { tel: [] }],
		['a helpline for the whole EU', { country: 'EU' }],
		['a comparison that is still to come', { verifiedOn: '2026-12-02', reviewBy: '2027-05-31' }]
	])('refuses %s', (_, change) => {
		expect(faultsOf([{ ...line, ...change }], today)).toHaveLength(1);
	});

	test('refuses two records of one name, what is no record, and an empty file', () => {
		expect(faultsOf([line, line], today)).toEqual(['xx-line: stands here twice.']);
		expect(faultsOf([null], today)).toEqual(['Record 1 is not a record.']);
		expect(faultsOf([], today)).toEqual(['There are no helplines.']);
		expect(faultsOf({}, today)).toEqual(['There are no helplines.']);
	});
});

describe('the helplines', () => {
	test('are whole on the day they were compared', () => {
		const last =
			helplines
				.map(({ verifiedOn }) => verifiedOn)
				.toSorted()
				.at(-1) ?? '';
		expect(faultsOf(helplines, last)).toEqual([]);
	});

	test('give every country an emergency number and somebody to talk to, by name', () => {
		const names = countries.map(({ name }) => name);
		expect(names).toEqual(names.toSorted());
		for (const country of countries) {
			expect(helplinesFor(country, 'emergency'), country.name).not.toEqual([]);
			const lines = [...helplinesFor(country, 'support'), ...helplinesFor(country, 'violence')];
			expect(lines, country.name).not.toEqual([]);
		}
	});

	test('for women and for men stand together where either is for one country as a whole', () => {
		const men = helplines.filter(({ note }) => note === 'For men').map(({ country }) => country);
		for (const country of men) {
			expect(helplines.some((one) => one.country === country && one.note === 'For women')).toBe(
				true
			);
		}
	});

	test('are addresses that a phone understands', () => {
		expect(telLink('1-800-799-7233')).toBe('tel:18007997233');
		expect(smsLink({ number: '88788', word: 'START' })).toBe('sms:88788?body=START');
		expect(smsLink({ number: '0477 13 11 14', word: null })).toBe('sms:0477131114');
	});
});
