/**
 * The value below which so large a share of these lies.
 *
 * @param {readonly number[]} all
 * @param {number} share
 */
export function quantile(all, share) {
	const sorted = [...all].sort((a, b) => a - b);
	return (
		sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN
	);
}

/** @param {readonly number[]} all */
export const median = (all) => quantile(all, 0.5);

/**
 * @param {number} value
 * @param {number} [places]
 */
export const rounded = (value, places = 0) => Math.round(value * 10 ** places) / 10 ** places;
