/** How long a sitting can be meant to last, in minutes, and what it is called. */
export const timerOptions = [
	{ value: '5', label: 'five' },
	{ value: '10', label: 'ten' },
	{ value: '15', label: 'fifteen' },
	{ value: '20', label: 'twenty' },
	{ value: 'none', label: 'no timer' }
] as const;
export type TimerOption = (typeof timerOptions)[number]['value'];

/** The choice that stands for so many minutes. */
export function toTimerOption(minutes: number | null): TimerOption {
	return timerOptions.find(({ value }) => value === String(minutes))?.value ?? 'none';
}

/** The minutes that a choice stands for; null for no timer. */
export function toMinutes(option: TimerOption): number | null {
	return option === 'none' ? null : Number(option);
}
