import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import { monthsOf } from '$lib/model/calendar';
import type { Step } from '$lib/model/vocabulary';

/* The scales of the plots; across, in parts of a hundred. */

/** Marks on the scale of words: about so many above none. */
const TICK_COUNT = 2;

/** From none to a round number of words that is not below `most`: as a share of the height. */
export function wordScale(maxWords: number) {
	return scaleLinear([0, Math.max(maxWords, 10)], [0, 1]).nice(TICK_COUNT);
}

/** The marks of that scale, from none upwards. */
export function wordTicks(scale: ReturnType<typeof wordScale>): number[] {
	return scale.ticks(TICK_COUNT);
}

/** The middle of a month's place in a year of twelve. */
export function monthScale(year: number): (month: string) => number {
	const band = scaleBand(monthsOf(year), [0, 100]);
	return (month) => (band(month) ?? 0) + band.bandwidth() / 2;
}

/** The place of a calendar day in its year, a little in from both ends. */
export function dayScale(year: number): (day: string) => number {
	const scale = scaleUtc([Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)], [2, 98]);
	return (day) => scale(Date.parse(`${day}T00:00:00Z`));
}

/** The middle of the line of a step, the last step on top, lines being so tall. */
export function stepScale(steps: readonly Step[], lineHeight: number): (step: Step) => number {
	const band = scaleBand(steps.toReversed(), [0, steps.length * lineHeight]);
	return (step) => (band(step) ?? 0) + band.bandwidth() / 2;
}
