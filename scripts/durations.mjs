/**
 * A length of time for a person.
 *
 * @param {number} ms milliseconds
 * @returns {string} for example `8.4 s`, `3 min 05 s` or `1 h 02 min`
 */
export function spoken(ms) {
	if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.round(ms / 1000);
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return `${minutes} min ${two(seconds % 60)} s`;
	return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

/** @param {number} number */
const two = (number) => String(number).padStart(2, '0');
