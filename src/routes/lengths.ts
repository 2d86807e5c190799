/** How long a sitting can be meant to last, in minutes, and what it is called. */
export const lengths = [
	{ value: '5', word: 'five' },
	{ value: '10', word: 'ten' },
	{ value: '15', word: 'fifteen' },
	{ value: '20', word: 'twenty' },
	{ value: 'none', word: 'no timer' }
] as const;
export type Length = (typeof lengths)[number]['value'];

/** The choice that stands for so many minutes. */
export function lengthOf(minutes: number | null): Length {
	return lengths.find(({ value }) => value === String(minutes))?.value ?? 'none';
}

/** The minutes that a choice stands for; null for no timer. */
export function minutesOf(length: Length): number | null {
	return length === 'none' ? null : Number(length);
}
