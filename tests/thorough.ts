import { inject } from 'vitest';

declare module 'vitest' {
	interface ProvidedContext {
		/** Whether `THOROUGH=1` asks for everything at its full length. */
		thorough: boolean;
	}
}

/** Whether everything is tried at its full length: with `THOROUGH=1`, as `npm run test:all` has it. */
export const thorough = inject('thorough');

/** Any number; the same always. */
const SEED = 20_261_130;

/**
 * How often something is tried: in the gate (`npm test`) a part of what the whole run does.
 *
 * @param whole - the number of the whole run
 * @param part - how much less often in the gate
 */
export function runs(whole: number, part = 10): number {
	return thorough ? whole : Math.ceil(whole / part);
}

/**
 * How fast-check tries a property. The gate draws the same cases each time, so that it is red only by what was changed;
 * the whole run draws new ones, and says the seed when one fails.
 *
 * @param whole - the number of cases of the whole run
 * @param part - how many fewer the gate draws
 */
export function tries(whole: number, part = 10): { numRuns: number; seed?: number } {
	return { numRuns: runs(whole, part), ...(thorough ? {} : { seed: SEED }) };
}
