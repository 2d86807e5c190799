import { steps, type Step } from '$lib/model/vocabulary';
import type { CheckIn } from '$lib/model/check-in';

/** The labels of the seven steps of each check-in scale, from the first to the last. */
export const feelWords = [
	'very unpleasant',
	'unpleasant',
	'a little unpleasant',
	'neither',
	'a little pleasant',
	'pleasant',
	'very pleasant'
] as const;
export const stirWords = [
	'very still',
	'still',
	'a little still',
	'neither',
	'a little stirred up',
	'stirred up',
	'very stirred up'
] as const;

/**
 * Describes a check-in as a reader finds it in their entry: `unpleasant, stirred up`; empty if nothing was answered.
 */
export function describeCheckIn({ feel, stir }: CheckIn): string {
	const stepWord = (step: Step | null, words: readonly string[], neutral: string): string[] => {
		if (step === null) return [];
		return [step === 0 ? neutral : (words[steps.indexOf(step)] ?? '')];
	};
	return [
		...stepWord(feel, feelWords, 'neither pleasant nor unpleasant'),
		...stepWord(stir, stirWords, 'neither still nor stirred up')
	].join(', ');
}
