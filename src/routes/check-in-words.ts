import { steps, type CheckIn, type Step } from '$lib/model/check-in';

/** What the seven places of each small question are called, from the first to the last. */
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

/** A check-in as a reader finds it in their page: `unpleasant, stirred up`; empty where nothing was said. */
export function checkInInWords({ feel, stir }: CheckIn): string {
	const word = (step: Step | null, words: readonly string[], middle: string): string[] => {
		if (step === null) return [];
		return [step === 0 ? middle : (words[steps.indexOf(step)] ?? '')];
	};
	return [
		...word(feel, feelWords, 'neither pleasant nor unpleasant'),
		...word(stir, stirWords, 'neither still nor stirred up')
	].join(', ');
}
