/** The timer lengths, in minutes, and their labels. */
export const timerOptions = [
	{ value: '5', label: 'five' },
	{ value: '10', label: 'ten' },
	{ value: '15', label: 'fifteen' },
	{ value: '20', label: 'twenty' },
	{ value: 'none', label: 'no timer' }
] as const;
export type TimerOption = (typeof timerOptions)[number]['value'];

/** The option for this many minutes. */
export function toTimerOption(minutes: number | null): TimerOption {
	return timerOptions.find(({ value }) => value === String(minutes))?.value ?? 'none';
}

/** The minutes of an option; null for no timer. */
export function toMinutes(option: TimerOption): number | null {
	return option === 'none' ? null : Number(option);
}
