import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { countries } from '../src/routes/help/countries.ts';

const FILE = fileURLToPath(new URL('../src/routes/help/helplines.json', import.meta.url));
const DAYS_UNTIL_REVIEW = 180;

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isNumber = (value: unknown): boolean =>
	typeof value === 'string' && /^\d[\d -]*$/.test(value);
/** A day that is in the calendar: 31 February parses, but as a day in March. */
const isDay = (value: unknown): boolean =>
	typeof value === 'string' &&
	/^\d{4}-\d\d-\d\d$/.test(value) &&
	!Number.isNaN(Date.parse(value)) &&
	new Date(value).toISOString().startsWith(value);

/** What each field has to be. A field that does not apply is null; none may be missing. */
const fields: Record<string, (value: unknown) => boolean> = {
	id: isText,
	country: (value) => value === 'EU' || countries.some(({ code }) => code === value),
	kind: (value) => ['emergency', 'support', 'violence'].includes(value as string),
	name: isText,
	scope: isTextOrNull,
	note: isTextOrNull,
	tel: (value) => Array.isArray(value) && value.every(isNumber),
	sms: (value) =>
		value === null || (isRecord(value) && isNumber(value['number']) && isTextOrNull(value['word'])),
	url: (value) => value === null || (typeof value === 'string' && value.startsWith('https://')),
	verifiedOn: isDay,
	source: isText,
	reviewBy: isDay,
	liveCheck: (value) => value === null || isDay(value)
};

/**
 * What is wrong with the helplines: a number that no longer answers does harm, so none is shown for
 * longer than 180 days after it was compared.
 *
 * @param lines the records of `helplines.json`, whatever they are
 * @param today a calendar day: `2026-11-22`
 * @returns one sentence for each fault; none when the app may be built
 */
export function faultsOf(lines: unknown, today: string): string[] {
	if (!Array.isArray(lines) || lines.length === 0) return ['There are no helplines.'];
	const ids = new Set<unknown>();
	return lines.flatMap((line: unknown, index) => {
		if (!isRecord(line)) return [`Record ${index + 1} is not a record.`];
		const name = isText(line['id']) ? String(line['id']) : `Record ${index + 1}`;
		const wrong = Object.entries(fields).filter(([field, fits]) => !fits(line[field]));
		if (wrong.length > 0) return wrong.map(([field]) => `${name}: ${field} is missing or wrong.`);
		const faults = faultsOfRecord(line, today);
		if (ids.has(name)) faults.push('stands here twice.');
		ids.add(name);
		return faults.map((fault) => `${name}: ${fault}`);
	});
}

function faultsOfRecord(line: Record<string, unknown>, today: string): string[] {
	const [verifiedOn, reviewBy] = [String(line['verifiedOn']), String(line['reviewBy'])];
	const faults: string[] = [];
	if ((line['tel'] as string[]).length === 0 && !line['sms']) faults.push('has no number.');
	if (line['country'] === 'EU' && line['kind'] !== 'emergency') {
		faults.push('only 112 holds in all of the EU; give the number of each country.');
	}
	if (verifiedOn > today) faults.push(`cannot have been compared on ${verifiedOn}, after today.`);
	if ((Date.parse(reviewBy) - Date.parse(verifiedOn)) / 86_400_000 !== DAYS_UNTIL_REVIEW) {
		faults.push(`reviewBy is not ${DAYS_UNTIL_REVIEW} days after verifiedOn.`);
	}
	if (reviewBy < today) {
		faults.push(`was to be compared again by ${reviewBy}. Compare it, or take it out.`);
	}
	return faults;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Vite plugin: refuses to build an app whose helplines are stale or incomplete. */
export function helplinesPlugin() {
	return {
		name: 'own-voice:helplines',
		// A day that passes stops a build, and nobody who is at work on something else.
		apply: 'build' as const,
		async buildStart(): Promise<void> {
			const lines: unknown = JSON.parse(await readFile(FILE, 'utf8'));
			const faults = faultsOf(lines, new Date().toISOString().slice(0, 10));
			if (faults.length > 0) throw new Error(`${FILE}\n${faults.join('\n')}`);
		}
	};
}
