import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import { monthsOf } from '$lib/model/calendar';
import type { Step } from '$lib/model/vocabulary';

/* The scales of the plots; horizontal positions are percentages. */

/** The approximate number of ticks on the word scale above zero. */
const TICK_COUNT = 2;

/** The scale from zero to a round number of words that is not below `maxWords`: as a share of the height. */
export function wordScale(maxWords: number) {
	return scaleLinear([0, Math.max(maxWords, 10)], [0, 1]).nice(TICK_COUNT);
}

/** The ticks of that scale, from zero upwards. */
export function wordTicks(scale: ReturnType<typeof wordScale>): number[] {
	return scale.ticks(TICK_COUNT);
}

/** Returns the centre of each month's band in a year of twelve. */
export function monthScale(year: number): (month: string) => number {
	const band = scaleBand(monthsOf(year), [0, 100]);
	return (month) => (band(month) ?? 0) + band.bandwidth() / 2;
}

/** Returns the position of a calendar day in its year, slightly inset at both ends. */
export function dayScale(year: number): (day: string) => number {
	const scale = scaleUtc([Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)], [2, 98]);
	return (day) => scale(Date.parse(`${day}T00:00:00Z`));
}

/** Returns the centre of each step's line, the last step on top, for lines of this height. */
export function stepScale(steps: readonly Step[], lineHeight: number): (step: Step) => number {
	const band = scaleBand(steps.toReversed(), [0, steps.length * lineHeight]);
	return (step) => (band(step) ?? 0) + band.bandwidth() / 2;
}
