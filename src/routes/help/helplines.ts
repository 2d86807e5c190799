import type { Country } from './countries';
import records from './helplines.json';

/**
 * A helpline to call or to text. The records are in `helplines.json`; the build refuses a record that lacks a field or
 * whose review day is past (`scripts/helplines-plugin.ts`).
 *
 * Records list only numbers on which two independent pages agree, one of them the owner's if there is one. Never a
 * menu option of a line, never a number of one country as that of the whole EU, and of services that belong together
 * (for women and for men, in two languages) both or neither.
 *
 * The pages compared so far were stored copies. Before a public release a person checks every line at its owner and
 * writes the day into `liveCheck`.
 */
export interface Helpline {
	id: string;
	/** ISO 3166-1, in two letters; or `EU`, for 112 alone. */
	country: string;
	kind: HelplineKind;
	name: string;
	/** The part of the country it serves; null for all of it. */
	scope: string | null;
	/** Whom it is for, if not for everyone. */
	note: string | null;
	/** The phone numbers as people write them. */
	tel: string[];
	/** A number for text messages, with the keyword to send to it if one is needed. */
	sms: { number: string; word: string | null } | null;
	url: string | null;
	/** The day on which it was compared with the pages named in `source`: `2026-11-22`. */
	verifiedOn: string;
	source: string;
	/** 180 days after `verifiedOn`; from the next day on the app cannot be built. */
	reviewBy: string;
	/** The day on which a person checked it at its owner; null until then. */
	liveCheck: string | null;
}

export type HelplineKind = 'emergency' | 'support' | 'violence';

export const helplines = records as readonly Helpline[];

/** Returns the helplines of a country of one kind; in the European Union with its common emergency number. */
export function helplinesFor({ code, inEU }: Country, kind: HelplineKind): Helpline[] {
	return helplines.filter((line) => {
		return line.kind === kind && (line.country === code || (inEU && line.country === 'EU'));
	});
}

/** Returns the address that calls a number. */
export function telLink(number: string): string {
	return `tel:${stripNumber(number)}`;
}

/** Returns the address that begins a text message to a number. */
export function smsLink({ number, word }: NonNullable<Helpline['sms']>): string {
	return `sms:${stripNumber(number)}${word ? `?body=${encodeURIComponent(word)}` : ''}`;
}

function stripNumber(number: string): string {
	return number.replaceAll(/[^\d+]/g, '');
}
