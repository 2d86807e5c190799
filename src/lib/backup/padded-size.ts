/** No backup is shorter than this, in bytes: a first page and a month of them look alike. */
const MIN_SIZE = 256 * 2 ** 10;

/**
 * Takes a length in bytes and returns the one it is padded to: an eighth of a power of two is the step, so that
 * at most an eighth is added, and what is written in an evening hardly ever shows.
 */
export function paddedSize(length: number): number {
	if (length <= MIN_SIZE) return MIN_SIZE;
	const step = 2 ** (Math.floor(Math.log2(length)) - 3);
	return Math.ceil(length / step) * step;
}
