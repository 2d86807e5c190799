/** A country in the list of helplines. Its name is written here, so that it does not depend on a locale. */
export interface Country {
	/** ISO 3166-1, in two letters. */
	code: string;
	name: string;
	/** A member of the European Union, where 112 is the emergency number. */
	inEU?: true;
}

/** Sorted by name, which is the order of the list. */
export const countries: readonly Country[] = [
	{ code: 'AU', name: 'Australia' },
	{ code: 'CA', name: 'Canada' },
	{ code: 'FR', name: 'France', inEU: true },
	{ code: 'DE', name: 'Germany', inEU: true },
	{ code: 'IN', name: 'India' },
	{ code: 'IE', name: 'Ireland', inEU: true },
	{ code: 'KE', name: 'Kenya' },
	{ code: 'NL', name: 'Netherlands', inEU: true },
	{ code: 'NZ', name: 'New Zealand' },
	{ code: 'SG', name: 'Singapore' },
	{ code: 'ZA', name: 'South Africa' },
	{ code: 'ES', name: 'Spain', inEU: true },
	{ code: 'SE', name: 'Sweden', inEU: true },
	{ code: 'GB', name: 'United Kingdom' },
	{ code: 'US', name: 'United States' }
];
